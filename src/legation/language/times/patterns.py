"""The pattern language: words, classes, groups and options become one regular expression over characters."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

# Between the name of a group that stands in several options and its number.
AGAIN = "__"
ATOM = re.compile(r"\{(?P<names>[^}:]+)(?::(?P<group>\w+))?\}|[()|?]|[^\s()|?{}]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A regular expression, the characters that it may begin with, and whether it matches nothing."""

    regex: str
    first: frozenset[str]
    empty: bool = False


@dataclass(slots=True)
class Pattern:
    """Parses one pattern; `groups` collects the classes of each named group, which may stand in several options.

    >>> piece = Pattern("the? {m:x} (of|in)", {"the": "t", "of": "o", "in": "i"}.get, lambda names: {"m", "n"}).parse()
    >>> piece.regex, sorted(piece.first)
    ('(?:t)?(?P<x>[mn])(?:(?:o)|(?:i))', ['m', 'n', 't'])
    """

    text: str
    char: Callable[[str], str]
    members: Callable[[str], frozenset[str]]
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    atoms: list[re.Match[str]] = field(default_factory=list)
    named: int = 0

    def parse(self) -> Piece:
        """The whole pattern; ValueError when parentheses don't match or a class is empty."""
        self.atoms = list(ATOM.finditer(self.text))[::-1]
        piece = self._choice()
        if self.atoms:
            raise ValueError(f"unexpected {self.atoms[-1][0]!r} in {self.text!r}")
        return piece

    def _choice(self) -> Piece:
        options = [self._sequence()]
        while self.atoms and self.atoms[-1][0] == "|":
            self.atoms.pop()
            options.append(self._sequence())
        if len(options) == 1:
            return options[0]
        first = frozenset[str]().union(*(each.first for each in options))
        return Piece("|".join(f"(?:{each.regex})" for each in options), first, any(each.empty for each in options))

    def _sequence(self) -> Piece:
        regex, first, empty = "", frozenset[str](), True
        while self.atoms and self.atoms[-1][0] not in ("|", ")"):
            piece = self._item()
            first = first | piece.first if empty else first
            regex, empty = regex + piece.regex, empty and piece.empty
        return Piece(regex, first, empty)

    def _item(self) -> Piece:
        atom = self.atoms.pop()
        piece = self._group() if atom[0] == "(" else self._atom(atom)
        if self.atoms and self.atoms[-1][0] == "?":
            self.atoms.pop()
            return Piece(f"(?:{piece.regex})?", piece.first, True)
        return piece

    def _group(self) -> Piece:
        piece = self._choice()
        if not self.atoms or self.atoms.pop()[0] != ")":
            raise ValueError(f"unclosed ( in {self.text!r}")
        return Piece(f"(?:{piece.regex})", piece.first, piece.empty)

    def _atom(self, atom: re.Match[str]) -> Piece:
        names, group = atom["names"], atom["group"]
        members = self.members(names) if names else frozenset({self.char(atom[0])})
        if not members:
            raise ValueError(f"nothing in {{{names}}} of {self.text!r}")
        regex = "".join(sorted(members)) if len(members) == 1 else "[" + "".join(sorted(members)) + "]"
        if group:
            seen = self.groups.setdefault(group, ())
            self.groups[group] = (*seen, *names.split("+"))
            self.named += 1
            regex = f"(?P<{group}{AGAIN}{self.named}>{regex})" if seen else f"(?P<{group}>{regex})"
        return Piece(regex, members)
