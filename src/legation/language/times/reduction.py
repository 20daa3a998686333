"""From words to expressions: level by level, the longest rule at each place joins its words into one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from legation.language.times.grammar import BREAK, UNKNOWN, Compiled, Grammar, Rule
from legation.language.times.patterns import AGAIN
from legation.language.times.words import Token, Words


@dataclass(frozen=True, slots=True)
class Node:
    """What a rule joined: its tokens and its named groups, not yet read."""

    rule: Rule
    groups: dict[str, Token]
    classes: dict[str, tuple[str, ...]]
    tokens: tuple[Token, ...]


def runs(words: Words, grammar: Grammar) -> list[tuple[int, int]]:
    """Stretches of known words that hold a trigger, as word indexes `[first, last)`."""
    found, first = [], 0
    for known, group in groupby(words.chars, lambda char: char not in (UNKNOWN, BREAK)):
        chars = list(group)
        if known and not grammar.triggers.isdisjoint(chars):
            found.append((first, first + len(chars)))
        first += len(chars)
    return found


def reduce(words: Words, grammar: Grammar, first: int, last: int) -> list[Token]:
    """The words of a run, joined as far as the rules go."""
    tokens = words.tokens(first, last)
    for index in grammar.levels:
        tokens = _level(tokens, index, words, grammar)
    return tokens


def _level(tokens: list[Token], index: dict[str, list[Compiled]], words: Words, grammar: Grammar) -> list[Token]:
    chars = "".join(token.char for token in tokens)
    joined, at = [], 0
    while at < len(tokens):
        found = _longest(chars, at, tokens, index.get(chars[at], []), words, grammar)
        joined.append(found[0] if found else tokens[at])
        at = found[1] if found else at + 1
    return joined


def _longest(
    chars: str, at: int, tokens: list[Token], compiled: list[Compiled], words: Words, grammar: Grammar
) -> tuple[Token, int] | None:
    best: tuple[Token, int] | None = None
    for each in compiled:
        match = each.regex.match(chars, at)
        if match is None or match.end() <= (best[1] if best else at):
            continue
        taken = tokens[at : match.end()]
        if not _allowed(each.rule, words, grammar, taken[0].first, taken[-1].last):
            continue
        found = {name: tokens[match.start(name)] for name, text in match.groupdict().items() if text is not None}
        groups = {name.split(AGAIN)[0]: token for name, token in found.items()}
        node = Node(each.rule, groups, each.groups, tuple(taken))
        best = (_token(node, grammar), match.end())
    return best


def _token(node: Node, grammar: Grammar) -> Token:
    first, last = node.tokens[0], node.tokens[-1]
    return Token(first.start, last.end, grammar.given[node.rule.gives], node, first.first, last.last)


def _allowed(rule: Rule, words: Words, grammar: Grammar, first: int, last: int) -> bool:
    """Whether the words before and after are those that the rule asks for."""
    if not (rule.after or rule.before or rule.not_after or rule.not_before):
        return True
    left, right = words.word(first - 1), words.word(last + 1)
    lists = grammar.lists
    return (
        (not rule.after or any(left in lists[name] for name in rule.after))
        and (not rule.before or any(right in lists[name] for name in rule.before))
        and not any(left in lists[name] for name in rule.not_after)
        and not any(right in lists[name] for name in rule.not_before)
    )
