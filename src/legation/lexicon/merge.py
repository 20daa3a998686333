"""An overlay's entries over ours: added, changed by `override` or `extend`, removed by `disable`."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any

from legation.errors import nearest
from legation.lexicon.findings import Finding
from legation.lexicon.shapes import CHANGES, Shape

Entry = dict[str, Any]


class Merge:
    """Lays the content of an overlay's files over a table; what can't be done is in `findings`."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def merged(self, base: Any, over: Any) -> Any:
        """Mappings by key, lists by the ids of their entries, lists of words one behind the other, else what is new.

        Entries of the overlay go before ours, so that of two that fit alike the overlay's is found first.
        """
        if isinstance(base, dict) and isinstance(over, dict):
            return base | {k: self.merged(base[k], v) if k in base else v for k, v in _fields(over).items()}
        return self._listed(base, over) if isinstance(base, list) and isinstance(over, list) else over

    def _listed(self, base: list[Any], over: list[Any]) -> list[Any]:
        if not all(isinstance(e, dict) for e in (*base, *over)):
            return [*base, *(e for e in over if e not in base)]
        ours = {e["id"]: e for e in base if "id" in e}
        shape = Shape(base)
        new: dict[str, Entry] = {}
        for entry in over:
            if change := next((c for c in CHANGES if c in entry), None):
                self._change(ours, new, entry, change, shape)
            elif "id" in entry:
                self._add(ours, new, entry, shape)
        plain = [e for e in over if "id" not in e and "at" not in e]
        return [*new.values(), *plain, *(ours.get(e.get("id", ""), e) for e in base)]

    def _add(self, ours: dict[str, Entry], new: dict[str, Entry], entry: Entry, shape: Shape) -> None:
        id = entry["id"]
        if taken := new.get(id) or ours.get(id):
            what = f"the id {id!r} is taken by {taken.get('at', 'the lexicon')}"
            hint = f"to change that entry write `override: {id}`; else choose an id of your own"
            self.findings.append(Finding("LG203", entry["at"], what, hint))
        self.findings.extend(shape.wrong(entry, whole=True))
        new[id] = entry

    def _change(self, ours: dict[str, Entry], new: dict[str, Entry], entry: Entry, change: str, shape: Shape) -> None:
        """An entry with the fields given in the place of its own (null: without it), or added to its own."""
        id = entry[change]
        found = new if id in new else ours
        if id not in found:
            hint = nearest(id, [*ours, *new]) or "the entry must be of the same file of the lexicon, and not disabled"
            self.findings.append(Finding("LG203", entry["at"], f"{change} of {id!r}, which is not there", hint))
            return
        self.findings.extend(shape.wrong(entry, whole=False))
        fields = _fields(entry)
        changed = self.merged(found[id], fields) if change == "extend" else found[id] | fields
        found[id] = {k: v for k, v in changed.items() if v is not None} | {"id": id, "at": entry["at"]}


def _fields(entry: Entry) -> Entry:
    """What an entry says of itself."""
    return {k: v for k, v in entry.items() if k not in ("at", "disable", *CHANGES)}


def pruned(value: Any, disabled: Container[str]) -> Any:
    """The same tree without the entries that an overlay disables."""
    if isinstance(value, dict):
        return {k: pruned(v, disabled) for k, v in value.items()}
    if isinstance(value, list):
        return [pruned(e, disabled) for e in value if not (isinstance(e, dict) and e.get("id") in disabled)]
    return value


def disabled(value: Any) -> Iterator[tuple[str, str]]:
    """Every id that a file disables, and where."""
    if isinstance(value, dict):
        ids = value.get("disable") or ()
        yield from ((str(id), value["at"]) for id in ([ids] if isinstance(ids, str) else ids))
    for each in value if isinstance(value, list) else ():
        yield from disabled(each)
