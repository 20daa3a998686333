"""The words of a noun phrase, and the names and roles within it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from legation.actors.gazetteer import Match
from legation.actors.standing import office_word, standing
from legation.actors.vocabulary import Body, Person, Role, longest_role, role_openers, role_phrases
from legation.language.joining import sided
from legation.language.parse import Parse
from legation.language.reference import table
from legation.language.reference.words import kind_of
from legation.language.tables import frame_tables

CORE = frozenset({"compound", "amod", "flat", "nmod:desc", "nummod", "goeswith", "nmod:poss", "nmod:unmarked"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
POWER = "power"  # An abstract noun, whose plural names states.
JOINED = frozenset({"amod", "compound", "nmod:poss"})  # dependents whose coordination belongs to the core too


class RoleMatch(msgspec.Struct, frozen=True):
    """A role phrase at the words `first … last` (inclusive)."""

    first: int
    last: int
    role: Role


class Phrase(msgspec.Struct, frozen=True):
    """A noun phrase: its head, its words in order, the names and roles in it, its complements and apposition.

    `role` is the one of the roles that says what the head is; `members` are examples that a plural gives of itself
    ("countries such as Chad"), `sent` who stands behind a delegation ("a team led by Norway's envoy").
    """

    head: int
    words: tuple[int, ...]
    matches: tuple[Match, ...]
    roles: tuple[RoleMatch, ...]
    role: RoleMatch | None
    of: tuple[int, ...]
    possessors: tuple[int, ...]
    apposed: tuple[int, ...]
    origin: tuple[int, ...]
    located: tuple[int, ...]
    members: tuple[int, ...]
    sent: tuple[int, ...]


class Phrases:
    """The noun phrases of one parse, each read once."""

    def __init__(self, parse: Parse, by_word: dict[int, Match]) -> None:
        self.parse, self.by_word = parse, by_word
        self._of, self._origin = table().of, table().origin
        self._leading, self._locative = frame_tables().leading, frame_tables().locative
        self._foreign = frame_tables().foreign
        self._belong, self._serve = frame_tables().belonging, frame_tables().serving
        self._hirelings, self._keepers = frame_tables().hirelings, frame_tables().keepers
        self._known: dict[int, Phrase] = {}

    def at(self, i: int) -> Phrase:
        """The noun phrase whose head is word `i`."""
        if i not in self._known:
            self._known[i] = self._read(i)
        return self._known[i]

    def _read(self, i: int) -> Phrase:
        parse = self.parse
        words = tuple(sorted({*self._core(i), *self._covered(i)}))
        cases = {c: self._case(c) for c in parse.children(i, "nmod")}
        of = tuple(c for c, case in cases.items() if case in self._of)
        searched = {*words, *(w for c in of for w in (*parse.children(c, "case"), *self._core(c)))} if of else words
        found = tuple(roles(parse, sorted(searched)))
        return Phrase(
            i,
            words,
            tuple(dict.fromkeys(self.by_word[w] for w in words if w in self.by_word)),
            found,
            leading_role(found, i),
            of,
            possessors=tuple(parse.children(i, "nmod:poss")),
            apposed=tuple(c for c in self._apposed(i) if parse.words[c].pos in NOMINAL),
            origin=tuple(c for c, case in cases.items() if case in self._origin),
            located=(*(c for c, case in cases.items() if case in self._locative), *self._posted(i)),
            members=self._members(i, cases),
            sent=(*(self._sent(i) if self._acts(i) else ()), *self._belonging(i)),
        )

    def _members(self, i: int, cases: dict[int, str]) -> tuple[int, ...]:
        """ "countries, including Chad", "nations – Chad, Mali and Niger": whom a plural itself tells of."""
        words = self.parse.words
        if words[i].tag not in ("NNS", "NNPS") or not (self._acts(i) or words[i].lemma == POWER):
            return ()
        told = tuple(c for c, case in cases.items() if c > i and case in table().including)
        listed = (c for c in self.parse.children(i, "appos") if len(self.parse.conjuncts(c)) > 1)
        return told or tuple(c for c in listed if all(words[k].pos == "PROPN" for k in self.parse.conjuncts(c)))

    def _apposed(self, i: int) -> Iterator[int]:
        """ "the rebels, Boko Haram", "rebels known as Boko Haram"."""
        yield from self.parse.children(i, "appos")
        for verb in self.parse.children(i, "acl"):
            if self.parse.words[verb].tag == "VBN" and self.parse.words[verb].lemma in table().named:
                yield from self.parse.children(verb, "obl", "xcomp", "obj")

    def _acts(self, i: int) -> bool:
        """Whether a noun names persons or bodies."""
        return kind_of(self.parse.words[i].lemma) in ("person", "group", "organisation")

    def _sent(self, i: int) -> Iterator[int]:
        """ "a delegation representing Chad", "a team led by Anna Berg"."""
        for verb in self.parse.children(i, "acl"):
            if self.parse.words[verb].lemma in table().sent:
                yield from self.parse.children(verb, "obl:agent" if self.parse.words[verb].tag == "VBN" else "obj")

    def _belonging(self, i: int) -> Iterator[int]:
        """ "jets belonging to Chad", "hackers working for Chad": whose these are, or whom they serve."""
        for verb in self.parse.children(i, "acl"):
            lemma = self.parse.words[verb].lemma
            if lemma in self._belong or (lemma in self._serve and self.parse.words[i].lemma in self._hirelings):
                named = (*self._belong.get(lemma, ()), *self._serve.get(lemma, ()))
                yield from (c for c in self.parse.children(verb, "obl") if self._case(c) in named)

    def _posted(self, i: int) -> Iterator[int]:
        """ "guards at a prison in Chad": who keeps a place is of the state that it is in."""
        for at in self.parse.children(i, "nmod") if self.parse.words[i].lemma in self._keepers else ():
            yield from (c for c in self.parse.children(at, "nmod") if self._case(c) in self._locative)

    def _case(self, i: int) -> str:
        return next((self.parse.words[c].lower for c in self.parse.children(i, "case") if c < i), "")

    def _core(self, i: int) -> list[int]:
        """The head with its compounds, adjectives, names and numbers, coordination among these included."""
        words, out = self.parse.words, [i]
        for at in out:  # grows as it goes
            if words[at].lower in self._foreign or not (children := self.parse.children(at)):
                continue
            joining, leading = words[at].dep in JOINED, words[at].lower in self._leading
            out += [
                c
                for c in children
                if (dep := words[c].dep) in CORE or (joining and dep == "conj") or (leading and words[c].pos == "PROPN")
            ]
        return out

    def _covered(self, i: int) -> range:
        """All words of a listed name that the head is part of, whatever the tree made of them."""
        match = self.by_word.get(i)
        return range(match.first, match.last + 1) if match else range(0)


def about(parse: Parse, head: int, match: Match) -> bool:
    """ "the Russia investigation", "its Iran policy", "anti-Chad rebels": a name that says what the head is about."""
    if not match.first <= head <= match.last and sided(parse, match.first):
        return True
    word = parse.words[match.last]
    adjective = match.name.name.replace(".", "").isupper()  # "the U.S. policy" is as good as "the American policy"
    plain = match.name.kind == "name" and word.dep == "compound" and word.head == head and not adjective
    return plain and parse.words[head].lemma.lower() in frame_tables().topics


def another_than_owner(parse: Parse, found: Phrase) -> bool:
    """ "Iran's enemies", "the rivals of Iran", "US allies": whose they are is another; "Iranian rivals" are Iran."""
    if parse.words[found.head].lemma not in frame_tables().others:
        return False
    owned = {w for p in found.possessors for w in parse.subtree(p)}
    return not any(m.name.kind == "demonym" and m.first not in owned for m in found.matches)


def ruling(parse: Parse, found: Phrase) -> tuple[Match, ...]:
    """The persons whose government or army the head is: "the Maduro government"; possessors are told apart."""
    role = found.role
    if role is None or not isinstance(role.role, Body) or not role.first <= found.head <= role.last:
        return ()
    named = (m for m in found.matches if m.last < role.first and m.entity.kind == "person" and m.entity.country)
    return tuple(m for m in named if parse.words[m.first - 1].text != "-")  # "the Biden-Harris administration"


def side_by_side(parse: Parse, words: Sequence[int]) -> bool:
    """Whether some of the words are coordinated: "the Iranian and EU envoys", "Iran-EU"."""
    return any(parse.words[w].dep == "conj" or parse.words[w].text in ("-", "–", "/") for w in words)


def roles(parse: Parse, words: Sequence[int]) -> Iterator[RoleMatch]:
    """Role phrases among contiguous words, the longest at each place."""
    openers = role_openers()
    if all(office_word(parse.words[w].lower) not in openers for w in words):
        return
    phrases, longest, at = role_phrases(), longest_role(), 0
    joined = [w for i in words for w in (i, *_hyphen(parse, i, words))]
    while at < len(joined):
        if office_word(parse.words[joined[at]].lower) not in openers:
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
    if not found:
        return None
    over = [r for r in found if r.first <= head <= r.last]
    persons = [r for r in found if isinstance(r.role, Person)]
    return next(iter([*over, *persons, *found]), None)
