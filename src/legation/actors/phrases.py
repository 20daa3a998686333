"""The words of a noun phrase, and the names and roles within it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from legation.actors.gazetteer import Match
from legation.actors.standing import office_word, standing
from legation.actors.vocabulary import Person, Role, longest_role, role_openers, role_phrases
from legation.language.parse import Parse
from legation.language.reference import table
from legation.language.tables import frame_tables

CORE = frozenset({"compound", "amod", "flat", "nmod:desc", "nummod", "goeswith", "nmod:poss", "nmod:unmarked"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})


@dataclass(frozen=True, slots=True)
class RoleMatch:
    """A role phrase at the words `first … last` (inclusive)."""

    first: int
    last: int
    role: Role


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its head, its words in order, the names and roles in it, its complements and apposition."""

    head: int
    words: tuple[int, ...]
    matches: tuple[Match, ...]
    roles: tuple[RoleMatch, ...]
    of: tuple[int, ...]
    possessors: tuple[int, ...]
    apposed: tuple[int, ...]
    origin: tuple[int, ...]
    located: tuple[int, ...]


def phrase(parse: Parse, i: int, by_word: dict[int, Match]) -> Phrase:
    """The noun phrase whose head is word `i`."""
    words = tuple(sorted(set(_core(parse, i)) | _covered(parse, i, by_word)))
    cases = {c: _case(parse, c) for c in parse.children(i, "nmod")}
    of = tuple(c for c, case in cases.items() if case in table().of)
    inside = tuple(dict.fromkeys(by_word[w] for w in words if w in by_word))
    searched = sorted({*words, *(w for c in of for w in (*parse.children(c, "case"), *_core(parse, c)))})
    possessors = tuple(parse.children(i, "nmod:poss"))
    apposed = tuple(c for c in parse.children(i, "appos") if parse.words[c].pos in NOMINAL)
    origin = tuple(c for c, case in cases.items() if case in table().origin)
    located = tuple(c for c, case in cases.items() if case in frame_tables().locative)
    return Phrase(i, words, inside, tuple(roles(parse, searched)), of, possessors, apposed, origin, located)


def topic(parse: Parse, head: int, match: Match) -> bool:
    """ "the Russia investigation", "its Iran policy": a name that says what the head is about."""
    word = parse.words[match.last]
    plain = match.name.kind == "name" and word.dep == "compound" and word.head == head
    return plain and parse.words[head].lemma in frame_tables().topics


def _case(parse: Parse, i: int) -> str:
    return next((parse.words[c].lower for c in parse.children(i, "case") if c < i), "")


def _core(parse: Parse, i: int) -> Iterator[int]:
    """The head with its compounds, adjectives, names and numbers, one level of coordination among these included."""
    yield i
    if not (children := parse.children(i)):
        return
    joining = parse.words[i].dep in ("amod", "compound", "nmod:poss")
    leading = parse.words[i].lower in frame_tables().leading
    for word in (parse.words[c] for c in children):
        if word.dep in CORE or (joining and word.dep == "conj") or (leading and word.pos == "PROPN"):
            yield from _core(parse, word.i)


def _covered(parse: Parse, i: int, by_word: dict[int, Match]) -> set[int]:
    """All words of a listed name that the head is part of, whatever the tree made of them."""
    match = by_word.get(i)
    return set(range(match.first, match.last + 1)) if match else set()


def roles(parse: Parse, words: Sequence[int]) -> Iterator[RoleMatch]:
    """Role phrases among contiguous words, the longest at each place."""
    phrases, longest, at = role_phrases(), longest_role(), 0
    joined = [w for i in words for w in (i, *_hyphen(parse, i, words))]
    while at < len(joined):
        if not _opens(parse, joined[at]):
            at += 1
            continue
        for length in range(min(longest + 2, len(joined) - at), 0, -1):
            part = joined[at : at + length]
            if part[-1] - part[0] != length - 1:
                continue
            role = phrases.get(_title(parse, part))
            if role:
                yield RoleMatch(part[0], part[-1], as_held(parse, part[0], part[-1], role, words))
                at += length - 1
                break
        at += 1


def _opens(parse: Parse, i: int) -> bool:
    """Whether a role phrase may begin with a word; what a hyphen joins may be written as one: "vice - president"."""
    return office_word(parse.words[i].lower) in role_openers()


def _hyphen(parse: Parse, i: int, words: Sequence[int]) -> tuple[int, ...]:
    """The hyphen between word `i` and another of the words: "vice-president"."""
    joined = i + 2 in words and i + 1 not in words and parse.words[i + 1].text == "-"
    return (i + 1,) if joined and parse.words[i].end == parse.words[i + 1].start else ()


def _title(parse: Parse, part: Sequence[int]) -> tuple[str, ...]:
    """The words of a title, lower case, those joined by a hyphen as one."""
    joined = " ".join(office_word(parse.words[w].lower) for w in part).replace(" - ", "-")
    return tuple(joined.split())


def as_held(parse: Parse, first: int, last: int, role: Role, words: Sequence[int]) -> Role:
    """The office as the phrase says it is held: a former minister is no minister, and none holds it for one."""
    how = standing(parse, first, last, words) if isinstance(role, Person) else None
    if how is None or not isinstance(role, Person):
        return role
    sector, body = (how.sector, None) if how.sector else (role.sector, role.body)
    return msgspec.structs.replace(role, role=how.role.format(role.role), sector=sector, body=body, counterpart=False)


def leading_role(found: Sequence[RoleMatch], head: int) -> RoleMatch | None:
    """The role that says what the head is: the one over the head, else a person's office, else the last."""
    over = [r for r in found if r.first <= head <= r.last]
    persons = [r for r in found if isinstance(r.role, Person)]
    return next(iter([*over, *persons, *found]), None)
