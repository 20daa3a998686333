"""The rules of the lexicon, compiled: words become characters, patterns regular expressions over them.

A text is read as a string of one character per word, so that a rule is a short pattern over a short string.
The pattern language (lexicon/en/time.yaml): words, `{class}`, `{class:name}`, `{class+class:name}`, `( a | b )`, `?`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec

from legation.errors import LexiconError
from legation.language.times.fiscal import FiscalYear, FiscalYears
from legation.language.times.patterns import Pattern
from legation.lexicon import load, per_lexicon

UNKNOWN, BREAK = "\x01", "\x02"
# Forms of numbers; the head of time.yaml says which is which.
NUMBERS = {"#small": "a", "#day": "b", "#count": "n", "#year": "y", "#old": "z"}
NUMBERS |= {"#ordinal": "o", "#decade": "d", "#short": "s"}
DOTTED = {"#dotted": "p"}
COMPACT = {"#compact": "c"}


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule: a pattern over words and classes, what it gives, what it means, and `at`, its place in the YAML."""

    id: str
    level: int
    at: str = ""
    pattern: str
    value: Any
    gives: str = "period"
    kind: str = "point"
    emit: bool = True
    span: str | None = None
    approximate: bool | str = False
    comparison: bool = False
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    counter: tuple[dict[str, Any], ...] = ()


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """The content of time.yaml."""

    words: dict[str, dict[str, Any]]
    cased: tuple[str, ...]
    triggers: str
    lists: dict[str, tuple[str, ...]]
    classes: dict[str, str]
    fiscal: tuple[FiscalYear, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Compiled:
    """A rule with its expression over characters and the classes of its groups."""

    rule: Rule
    expression: str
    groups: dict[str, tuple[str, ...]]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The expression, compiled when a text first has a word that the rule begins with: most texts need few."""
        return re.compile(self.expression)


class Grammar:
    """Words to characters, and the rules by level and first character; never changed once made."""

    def __init__(self, source: Lexicon) -> None:
        self.source = source
        self.chars: dict[str, str] = {}
        self.given = {rule.gives: "" for rule in source.rules}
        self.given = {name: chr(0x2000 + index) for index, name in enumerate(self.given)}
        for words in source.words.values():
            for word in words:
                self.char(word)
        numbers = sorted({rule.level for rule in source.rules})
        self.levels = [self._index(level) for level in numbers]
        self.cased = frozenset(source.cased)
        self.lists = {name: frozenset(words) for name, words in source.lists.items()}
        self.dotted = frozenset(word[:-1] for word in self.chars if word.endswith(".") and len(word) > 1)
        self.fiscal = FiscalYears(source.fiscal)
        self.triggers = frozenset(self.members(source.triggers))

    def char(self, word: str) -> str:
        """The character that stands for a word; a new word gets a new one."""
        return self.chars.setdefault(word, chr(0x100 + len(self.chars)))

    def members(self, names: str) -> frozenset[str]:
        """The characters of a class, or of several joined by `+`."""
        found: set[str] = set()
        for name in names.split("+"):
            if name in self.source.classes:
                found |= self.members(self.source.classes[name])
            found |= {self.char(word) for word in self.source.words.get(name, ())}
            found |= {table[name] for table in (NUMBERS, DOTTED, COMPACT, self.given) if name in table}
        return frozenset(found)

    def _index(self, level: int) -> dict[str, list[Compiled]]:
        index: dict[str, list[Compiled]] = {}
        for rule in self.source.rules:
            if rule.level != level:
                continue
            pattern = Pattern(rule.pattern, self.char, self.members)
            try:
                piece = pattern.parse()
            except ValueError as error:
                raise LexiconError("LG201", f"time.yaml, rule {rule.id}: {error}") from error
            compiled = Compiled(rule, piece.regex, pattern.groups)
            for char in piece.first:
                index.setdefault(char, []).append(compiled)
        return index


def lexicon() -> Lexicon:
    """The English time expressions of the lexicon in use."""
    return load("en/time", Lexicon)


@per_lexicon
def grammar() -> Grammar:
    """Its rules, compiled."""
    return Grammar(lexicon())


def rules() -> tuple[Rule, ...]:
    """All rules, in the order of the YAML file."""
    return lexicon().rules
