"""From expressions to days: what each node means against publication, tense and the expression before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from legation.language.times.calendar import Interval
from legation.language.times.context import Context, Partial, Tense, Unresolved, Value
from legation.language.times.expression import TimeExpression
from legation.language.times.grammar import NUMBERS, Grammar, Rule
from legation.language.times.operators import OPERATORS
from legation.language.times.reduction import Node
from legation.language.times.words import Token, Words

SENTENCE_END = frozenset(".!?")
REACH = 10
# A history names so many years long past, and so many times more of them than days and years about publication.
HISTORY = 4
YEARS = frozenset([NUMBERS["#year"], NUMBERS["#old"]])


class Reader:
    """Reads the nodes of one text in order; each may refer to the one before."""

    def __init__(
        self,
        words: Words,
        grammar: Grammar,
        published: date | None,
        tense: Callable[[int], Tense | None] | None,
        offset: int,
        month_first: bool | None,
    ) -> None:
        self.words, self.grammar, self.published, self.offset = words, grammar, published, offset
        self.tense, self.month_first = tense, month_first
        self.previous: Interval | None = None
        self.standing: Interval | None = None
        self.history = published is not None and is_history(words, grammar, published.year)

    def read(self, token: Token) -> list[TimeExpression]:
        """The expressions of a token: its own, or those of its parts where it can't be resolved."""
        node = token.value
        if not isinstance(node, Node):
            return []
        if node.rule.emit:
            tense = (self.tense(token.start + self.offset) if self.tense else None) or self._guess(token)
            context = Context(
                self.published,
                tense,
                self.previous,
                self.standing,
                self.month_first,
                partial(self._said, token),
                partial(self.grammar.fiscal.near, self.words.text, token.start, token.end),
            )
            try:
                value = context.interval(self.value(node, context))
            except Unresolved:
                if context.published is None and "publication" in context.used:
                    return [self._expression(token, node, Interval(precision="open"), context)]
            except (ValueError, OverflowError):
                pass
            else:
                return [self._expression(token, node, value, context)]
        return [each for part in node.tokens for each in self.read(part)]

    def value(self, node: Node, context: Context) -> Value:
        """The value of a node: its operator over its groups; the ends of a range are kept as parts."""
        value: Value = self._call(node.rule.value, node, context)
        if isinstance(value, Interval) and value.ends:
            for tokens, end in zip(_ends(node), value.ends, strict=True):
                if tokens:
                    context.within[(tokens[0].start, tokens[-1].end)] = (end, node.rule)
        return value

    def _call(self, call: Any, node: Node, context: Context) -> Any:
        if isinstance(call, str) and call.startswith("$"):
            token = node.groups.get(call[1:])
            return None if token is None else self._group(token, node.classes[call[1:]], context)
        if isinstance(call, dict) and call["op"] == "said":
            return context.said(call["list"])
        if isinstance(call, dict):
            arguments = {name: self._call(value, node, context) for name, value in call.items() if name != "op"}
            return OPERATORS[call["op"]](context, **{k: v for k, v in arguments.items() if v is not None or k in NULL})
        return call

    def _group(self, token: Token, names: tuple[str, ...], context: Context) -> Any:
        if isinstance(token.value, Node):
            value = self.value(token.value, context)
            if token.value.rule.emit and isinstance(value, Interval | Partial):
                shown = _shown(token, token.value)
                context.within[(shown.start, shown.end)] = (value, token.value.rule)
            return value
        if isinstance(token.value, int):
            return token.value
        for name in self._flat(names):
            words = self.grammar.source.words.get(name, {})
            if token.value in words:
                return words[str(token.value)]
        return token.value

    def _flat(self, names: tuple[str, ...]) -> list[str]:
        classes = self.grammar.source.classes
        return [part for name in names for part in classes.get(name, name).split("+")]

    def _said(self, token: Token, name: str) -> bool:
        """Whether a word of a list stands before, within reach and in the same sentence."""
        return any(word in self.grammar.lists[name] for word in self._before(token))

    def _before(self, token: Token) -> Iterator[str]:
        """The words before, nearest first, within reach and in the same sentence."""
        for index in range(token.first - 1, max(-1, token.first - REACH), -1):
            word = self.words.word(index)
            if word in SENTENCE_END or not word:
                return
            yield word

    def _guess(self, token: Token) -> Tense | None:
        """The tense of the nearest tensed word before, else after, for where the caller knows none."""
        return self._told([*self._before(token)]) or self._told([*self._after(token)], forward=True)

    def _told(self, words: list[str], *, forward: bool = False) -> Tense | None:
        lists = self.grammar.lists
        beside = zip(words, ["", *words] if forward else [*words[1:], ""], strict=False)
        for word, left in beside:
            if word in lists["future"] or (word == "to" and left in lists["infinitive"]):
                return "future"
            if (word in lists["past"] or word.endswith("ed")) and left not in lists["passive"]:
                return "past"
        return None

    def _after(self, token: Token) -> Iterator[str]:
        """The words after, within reach and in the same sentence."""
        for index in range(token.last + 1, token.last + 1 + REACH):
            word = self.words.word(index)
            if word in SENTENCE_END or not word:
                return
            yield word

    def _remember(self, value: Interval, context: Context) -> None:
        self.previous = replace(value, part=None)
        if self.history and "publication" not in context.used and value.precision in ("day", "month", "year"):
            self.standing = value

    def _expression(self, token: Token, node: Node, value: Interval, context: Context) -> TimeExpression:
        rule, used = node.rule, frozenset(context.used)
        if rule.kind not in ("set", "duration") and not rule.comparison and value.start and value.precision != "open":
            self._remember(value, context)
        shown = _shown(token, node)
        flag = rule.approximate if isinstance(rule.approximate, bool) else rule.approximate in node.groups
        whole = self._days((shown.start, shown.end), value, rule, used)
        return replace(
            whole,
            comparison=rule.comparison or _comparison(node),
            approximate=flag or value.approximate,
            parts=tuple(self._parts(whole, context)),
        )

    def _parts(self, whole: TimeExpression, context: Context) -> Iterator[TimeExpression]:
        """The dated expressions within, in the order of the text."""
        for span, (value, rule) in sorted(context.within.items(), key=lambda each: each[0]):
            own = replace(context, used=set())
            try:
                days = own.interval(value)
            except (Unresolved, ValueError, OverflowError):
                continue
            part = self._days(span, days, rule, own.used)
            if part.span != whole.span and (part.start or part.end):
                yield part

    def _days(self, span: tuple[int, int], value: Interval, rule: Rule, used: Set[str]) -> TimeExpression:
        anchor = "previous" if "previous" in used else "publication" if used else "absolute"
        return TimeExpression(
            span=(span[0] + self.offset, span[1] + self.offset),
            text=self.words.text[span[0] : span[1]],
            start=value.start.isoformat() if value.start else None,
            end=value.end.isoformat() if value.end else None,
            precision=value.precision,  # type: ignore[arg-type]
            kind=rule.kind,  # type: ignore[arg-type]
            anchor=anchor,  # type: ignore[arg-type]
            calendar=value.calendar,
            rule=rule.id,
            approximate=value.approximate,
            part=value.part,
        )


# Arguments that an operator must be given even where the text leaves them vague.
NULL = frozenset({"n", "of"})


def _shown(token: Token, node: Node) -> Token:
    """The group that a rule shows, else all of it."""
    return node.groups.get(node.rule.span, token) if node.rule.span else token


def _ends(node: Node) -> tuple[list[Token], list[Token]]:
    """The tokens of the two ends of a range: the month of "18 and 19 June" goes with the 19."""
    one, two = (_tokens(node.rule.value.get(name), node) for name in ("start", "end"))
    own = [each for each in two if each not in one], [each for each in one if each not in two]
    if own[0]:
        one = [each for each in one if each.start < own[0][0].start]
    if own[1]:
        two = [each for each in two if each.start > own[1][-1].start]
    return one, two


def _tokens(call: Any, node: Node) -> list[Token]:
    """The tokens that an argument is read from, in the order of the text."""
    names = call.values() if isinstance(call, dict) else [call]
    groups = [node.groups.get(each[1:]) for each in names if isinstance(each, str) and each.startswith("$")]
    return sorted((each for each in groups if each), key=lambda each: each.start)


def _comparison(node: Node) -> bool:
    return any(
        isinstance(each.value, Node) and (each.value.rule.comparison or _comparison(each.value)) for each in node.tokens
    )


__all__ = ["Partial", "Reader"]


def is_history(words: Words, grammar: Grammar, year: int) -> bool:
    """Whether a text tells of years long before publication and hardly of days about it."""
    deictic = grammar.members("weekday+daydeictic")
    near = sum(1 for char in words.chars if char in deictic)
    places = (index for index, char in enumerate(words.chars) if char in YEARS)
    numbers = [int(words.text[words.starts[index] : words.ends[index]]) for index in places]
    old = sum(1 for number in numbers if number < year - 1)
    return old >= HISTORY and old > HISTORY * (near + len(numbers) - old)
