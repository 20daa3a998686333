"""The shape of a table's entries, learned from our own: their fields, which of them all have, and of what kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from legation.errors import nearest
from legation.lexicon.findings import Finding
from legation.lexicon.source import EXAMPLES

CHANGES = ("override", "extend")
"""Fields that name the entry of ours that an entry of an overlay changes."""
FREE = frozenset({"id", "at", "disable", *CHANGES, *EXAMPLES})
KINDS: Mapping[type, str] = {str: "text", int: "number", float: "number", bool: "true or false"}


def kind(value: Any) -> str:
    """What a value is, in words.

    >>> kind("visit"), kind(["visit"]), kind(True)
    ('text', 'a list', 'true or false')
    """
    return KINDS.get(type(value), "a list" if isinstance(value, list) else "a mapping")


class Shape:
    """The fields of the entries of one list, each with the kinds of its values and of what these hold."""

    def __init__(self, entries: Iterable[Mapping[str, Any]]) -> None:
        self._kinds: dict[str, tuple[set[str], set[str]]] = {}
        self._needed: set[str] | None = None
        for entry in entries:
            own = entry.keys() - FREE
            self._needed = own if self._needed is None else self._needed & own
            for field in own:
                outer, inner = self._kinds.setdefault(field, (set(), set()))
                outer.add(kind(entry[field]))
                inner.update(map(kind, _held(entry[field])))

    def wrong(self, entry: Mapping[str, Any], whole: bool) -> Iterator[Finding]:
        """What is not as in our entries; a `whole` entry must have what all of ours have."""
        for field in sorted(entry.keys() - FREE):
            if field not in self._kinds:
                hint = nearest(field, self._kinds) or f"fields: {', '.join(sorted(self._kinds))}"
                yield Finding("LG201", entry["at"], f"no field {field!r} here", hint)
            elif entry[field] is not None and (told := self._misfit(field, entry[field])):
                yield Finding("LG201", entry["at"], told, "write it as our entries do; see lexicon/README.md")
        if whole and (missing := (self._needed or set()) - entry.keys()):
            yield Finding("LG201", entry["at"], f"lacks {', '.join(sorted(missing))}", "every such entry has it")

    def _misfit(self, field: str, value: Any) -> str | None:
        outer, inner = self._kinds[field]
        if kind(value) not in outer:
            return f"{field!r} is {kind(value)}, not {' or '.join(sorted(outer))}"
        wrong = {kind(held) for held in _held(value)} - inner
        return f"{field!r} holds {wrong.pop()}, not {' or '.join(sorted(inner))}" if wrong else None


def _held(value: Any) -> Iterable[Any]:
    """What a list or a mapping holds."""
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
