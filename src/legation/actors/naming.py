"""The name of a person or a body that no list knows: what stands beside an office, or is said to hold it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import msgspec

from legation.actors.gazetteer import Match
from legation.actors.phrases import Phrase, RoleMatch
from legation.actors.vocabulary import Person, role_heads, role_phrases
from legation.language.names import NameSpan
from legation.lexicon import load

if TYPE_CHECKING:
    from legation.actors.resolver import Actors

# Sectors whose bodies bear names of their own; a ministry or an army has none.
OWN_NAMED = frozenset({"BUS", "MNC", "CVL", "EDU", "LAB", "MED", "NGO", "OPP", "PTY", "REB", "REL", "CRM"})
# Bodies that are named like people as often as not: "the Nour news agency".
LIKE_PERSONS = frozenset({"MED", "REB"})
PARTY = re.compile(r"[DIR][ -]+[A-Z]\w*\.?$")  # "R-Tenn.", behind a lawmaker's name
ALIKE = 0.75  # "Mohammed" and "Mohammad", not "Min-ho" and "Min-seok"


class Particles(msgspec.Struct, frozen=True):
    """The words that say nothing of whose name it is, of `lexicon/en/roles.yaml`."""

    particles: frozenset[str]


class Proper(msgspec.Struct, frozen=True):
    """A name beside an office; `last` is its last word where it stands right behind the phrase."""

    text: str | None
    last: int | None = None


def proper(actors: Actors, found: Phrase, role: RoleMatch) -> Proper:
    """The name that a phrase with a role gives: within it, right behind it, or in apposition."""
    kinds = ("person",) if isinstance(role.role, Person) else ("organisation", "group")
    if not isinstance(role.role, Person) and role.role.sector not in OWN_NAMED:
        return Proper(None)
    inside = next(_inside(actors, found, role), None)
    named = inside or Proper(actors.references.antecedents.told(found.head, kinds))
    if named.text is None or not isinstance(role.role, Person):
        return named
    text = bare(actors, named.text)
    return Proper(text, named.last if text else None)


def _inside(actors: Actors, found: Phrase, role: RoleMatch) -> Iterator[Proper]:
    """Names outside listed ones that begin in the phrase, in an apposition to it, or right behind its last word."""
    within = {*found.words, *found.apposed, max(found.words) + 1}
    sentence = actors.parse.words[found.head].sentence
    for name in actors.parse.names:
        first = name.first
        if first not in within or actors.parse.words[first].sentence != sentence or not _fits(role, name):
            continue
        last = _last(actors, name)
        if not any(_listed(actors, w) or role.first <= w <= role.last for w in range(first, last + 1)):
            end = _end(actors, last)
            behind = end if first == max(found.words) + 1 else None
            yield Proper(actors.parse.slice(actors.parse.span((first, end))), behind)


def _listed(actors: Actors, i: int) -> bool:
    """Whether word `i` belongs to a listed name that means what is listed."""
    match = actors.by_word.get(i)
    return match is not None and not another(actors, match)


def _last(actors: Actors, name: NameSpan) -> int:
    """The last word of a name, without a preposition that the head of names took for a part of it."""
    words = [w for w in range(name.first, name.last) if actors.parse.words[w].pos not in ("ADP", "PUNCT", "DET")]
    return max(words, default=name.last - 1)


def _fits(role: RoleMatch, name: NameSpan) -> bool:
    """Whether a name is of the kind that the role has."""
    if isinstance(role.role, Person):
        return name.label == "PER"
    return name.label == "ORG" or (name.label == "PER" and role.role.sector in LIKE_PERSONS)


def _end(actors: Actors, last: int) -> int:
    """The last word of a name with what a hyphen joins to it: "Min-ho"."""
    words = actors.parse.words
    while last + 2 < len(words) and words[last + 1].text == "-" and joined(actors, last):
        last += 2
    return last


def joined(actors: Actors, i: int) -> bool:
    """Whether a hyphen joins the next proper noun to word `i`."""
    here, hyphen, there = actors.parse.words[i : i + 3]
    return here.end == hyphen.start and hyphen.end == there.start and there.pos == "PROPN" and there.text.islower()


def another(actors: Actors, match: Match) -> bool:
    """Whether a listed person's family name, or short name, names somebody else here: "Kim", of Kim Min-ho."""
    if match.entity.kind != "person" or match.last - match.first > 1:
        return False
    i, known = match.last, actors.gazetteer.words_of(match.entity.id)
    spans = (n for n in actors.parse.names if n.first <= i < n.last)
    here = [actors.parse.words[w].text for n in spans for w in range(n.first, n.last)]
    full = here if len(here) > 1 else (actors.references.antecedents.name(i) or "").split()
    if agree(actors, full, known, actors.parse.words[i].text):
        return False
    return len(here) > 1 or not _foremost(actors, match, full)


def _foremost(actors: Actors, match: Match, other: Sequence[str]) -> bool:
    """Whether a bare family name stays the listed person's: "Trump" where "President Trump" and Ivanka Trump are named.

    The text must name the listed one in full, or by the office held, at least as often as the other.
    """
    own = sum(m.entity is match.entity and (m.last > m.first or _in_office(actors, m)) for m in actors.matches)
    given = actors.parse.counts[other[0]] if other else 0
    return own > 0 and own >= given


def _in_office(actors: Actors, match: Match) -> bool:
    """ "President Trump", of the president of the day."""
    office, before = match.entity.office(actors.day), actors.parse.words[match.first - 1].lower if match.first else ""
    return office is not None and before == office.role.rpartition(" ")[2]


def same_person(actors: Actors, name: str, id: str) -> bool:
    """Whether a name may be another form of a listed person's: "Joseph R. Biden"."""
    words, known = name.split(), actors.gazetteer.words_of(id)
    return words[-1] in known and agree(actors, words, known, words[-1])


def bare(actors: Actors, name: str) -> str | None:
    """A person's name without the titles before it; None where none is left: "Prime Minister", "R-Tenn.", "Q."."""
    words = name.split()
    while words and words[0].lower().rstrip(".") in actors.gazetteer.titles:
        words.pop(0)
    called = [w for w in words if len(w.strip(".")) > 1]
    titled = any(tuple(w.lower() for w in words[-n:]) in role_phrases() for n in (2, 3))
    if not called or titled or PARTY.match(name) or _heads_office(actors, words[-1].lower()):
        return None
    listed = actors.gazetteer.titled(" ".join(words), actors.day)
    return None if listed and listed.kind == "country" else " ".join(words)


def _heads_office(actors: Actors, word: str) -> bool:
    """Whether a word, in lower case, is the last of an office or body, and no mere title."""
    return word in role_heads() and word not in actors.gazetteer.titles


def agree(actors: Actors, name: Sequence[str], known: Iterable[str], shared: str) -> bool:
    """Whether a name that shares a word with a listed person's names may be that person's.

    A word of its own must be like one of theirs; titles and particles say nothing.
    """
    nothing = actors.gazetteer.titles | load("en/roles", Particles).particles
    own = [w for w in name if w[:1].isupper() and w.lower().rstrip(".") not in nothing and w != shared]
    return not own or any(_alike(w, k) for w in own for k in known if k != shared)


def _alike(one: str, two: str) -> bool:
    """The same word, an initial of it, or another spelling."""
    short = one.rstrip(".")
    return (len(short) == 1 and two.startswith(short)) or SequenceMatcher(None, one, two).ratio() >= ALIKE
