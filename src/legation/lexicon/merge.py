"""An overlay's entries over ours: added, changed by `override` or `extend`, removed by `disable`."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from legation.errors import nearest
from legation.lexicon.findings import Finding
from legation.lexicon.source import EXAMPLES

Entry = dict[str, Any]
CHANGES = ("override", "extend")
NO_FIELD = {"id", "at", "disable", *CHANGES, *EXAMPLES}


class Merge:
    """Lays the content of an overlay's files over a table; what can't be done is in `findings`."""

    def __init__(self, disabled: Collection[str]) -> None:
        self.disabled = disabled
        self.findings: list[Finding] = []

    def merged(self, base: Any, over: Any) -> Any:
        """Mappings by key, lists by the ids of their entries, lists of words one behind the other, else what is new.

        Entries of the overlay go before ours, so that of two that fit alike the overlay's is found first.
        """
        if isinstance(base, dict) and isinstance(over, dict):
            ours = {k: self.kept(v) for k, v in base.items()}
            return ours | {k: self.merged(ours[k], v) if k in ours else v for k, v in _fields(over).items()}
        if isinstance(base, list) and isinstance(over, list):
            return self._listed(self.kept(base), over)
        return over

    def kept(self, value: Any) -> Any:
        """The value without the entries that the overlay disables."""
        if not isinstance(value, list):
            return value
        return [e for e in value if not (isinstance(e, dict) and e.get("id") in self.disabled)]

    def _listed(self, base: list[Any], over: list[Any]) -> list[Any]:
        if not all(isinstance(e, dict) for e in (*base, *over)):
            return [*base, *(e for e in over if e not in base)]
        ours = {e["id"]: e for e in base if "id" in e}
        known = {key for e in base for key in e}
        new: dict[str, Entry] = {}
        for entry in over:
            if change := next((c for c in CHANGES if c in entry), None):
                self._change(ours, new, entry, change, known)
            elif "id" in entry:
                self._add(ours, new, entry, known)
        plain = [e for e in over if "id" not in e and "at" not in e]
        return [*new.values(), *plain, *(ours.get(e.get("id", ""), e) for e in base)]

    def _add(self, ours: dict[str, Entry], new: dict[str, Entry], entry: Entry, known: set[str]) -> None:
        id = entry["id"]
        if taken := new.get(id) or ours.get(id):
            what = f"the id {id!r} is taken by {taken.get('at', 'the lexicon')}"
            hint = f"to change that entry write `override: {id}`; else choose an id of your own"
            self.findings.append(Finding("LG203", entry["at"], what, hint))
        self._checked(entry, known)
        new[id] = entry

    def _change(
        self, ours: dict[str, Entry], new: dict[str, Entry], entry: Entry, change: str, known: set[str]
    ) -> None:
        """An entry with the fields given in the place of its own (null: without it), or added to its own."""
        id = entry[change]
        found = new if id in new else ours
        if id not in found:
            hint = nearest(id, [*ours, *new]) or "the entry must be of the same file of the lexicon, and not disabled"
            self.findings.append(Finding("LG203", entry["at"], f"{change} of {id!r}, which is not there", hint))
            return
        self._checked(entry, known)
        fields = _fields(entry)
        changed = self.merged(found[id], fields) if change == "extend" else found[id] | fields
        found[id] = {k: v for k, v in changed.items() if v is not None} | {"id": id, "at": entry["at"]}

    def _checked(self, entry: Entry, known: set[str]) -> None:
        """A field that no entry of ours has is a slip."""
        for field in entry.keys() - known - NO_FIELD:
            hint = nearest(field, known) or f"fields: {', '.join(sorted(known - {'at'}))}"
            self.findings.append(Finding("LG201", entry["at"], f"no field {field!r} here", hint))


def _fields(entry: Entry) -> Entry:
    """What an entry says of itself."""
    return {k: v for k, v in entry.items() if k not in ("at", "disable", *CHANGES)}


def disabled(value: Any) -> Iterator[tuple[str, str]]:
    """Every id that a file disables, and where."""
    if isinstance(value, dict):
        ids = value.get("disable") or ()
        yield from ((str(id), value["at"]) for id in ([ids] if isinstance(ids, str) else ids))
    for each in value if isinstance(value, list) else ():
        yield from disabled(each)
