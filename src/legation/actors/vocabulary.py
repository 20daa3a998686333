"""The role vocabulary: words for offices, bodies and kinds of people, and for references back."""

from __future__ import annotations

import msgspec

from legation.lexicon import load, per_lexicon
from legation.lexicon.entities import Title, actor_table


class Body(msgspec.Struct, frozen=True):
    """A kind of body: "foreign ministry" of a country is `<country>.GOV.MFA`; `alone`: whose, with no country.

    `usual`: the state that is meant where no other is named and the text is on that state ("the administration").
    """

    id: str
    words: tuple[str, ...]
    suffix: str
    sector: str
    alone: str | None = None
    usual: str | None = None
    at: str = ""


class Person(msgspec.Struct, frozen=True):
    """A kind of office or person: "foreign minister"; a `resident` one is of the state that "in" names.

    `usual`: as of a body.
    """

    id: str
    words: tuple[str, ...]
    role: str
    sector: str | None = None
    body: str | None = None
    country: str | None = None
    counterpart: bool = False
    several: bool = False
    resident: bool = False
    usual: str | None = None
    at: str = ""


class Roles(msgspec.Struct, frozen=True):
    """`lexicon/en/roles.yaml`."""

    bodies: tuple[Body, ...]
    persons: tuple[Person, ...]
    unnamed: tuple[str, ...] = ()
    home_titles: frozenset[str] = frozenset()


class Reference(msgspec.Struct, frozen=True):
    """A pronoun or definite description and what it may denote; `nouns` stand behind each word of `before`."""

    id: str
    denotes: str
    words: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    number: str | None = None
    gender: str | None = None
    role: str | None = None
    joint: bool = False
    states: bool = False
    sector: str | None = None
    at: str = ""

    def forms(self) -> tuple[str, ...]:
        """All its wordings."""
        return (*self.words, *(f"{b} {n}" for b in self.before for n in self.nouns))


@per_lexicon
def references() -> dict[str, Reference]:
    """Lower-case words of a reference → its entry."""
    return {word: entry for entry in load("en/reference", tuple[Reference, ...]) for word in entry.forms()}


@per_lexicon
def endings() -> frozenset[str]:
    """The last words of references."""
    return frozenset(words.rpartition(" ")[2] for words in references())


Role = Body | Person


@per_lexicon
def role_phrases() -> dict[tuple[str, ...], Role]:
    """Role words, singular and plural as listed, split into lower-case words → the role."""
    roles = load("en/roles", Roles)
    listed: tuple[Role, ...] = (*roles.bodies, *roles.persons)
    generic = {tuple(w.lower().split()): role for role in listed for w in role.words}
    special = {words: next(iter(owners.values())) for words, owners in titles().items() if len(owners) == 1}
    return {**special, **generic}


@per_lexicon
def home_titles() -> frozenset[str]:
    """Last words of titles that in a paper of a state its own officials bear."""
    return load("en/roles", Roles).home_titles


@per_lexicon
def role_openers() -> frozenset[str]:
    """The first words of offices and bodies, of "vice-president" also "vice"."""
    firsts = {phrase[0] for phrase in role_phrases()}
    return frozenset({*firsts, *(first.partition("-")[0] for first in firsts)})


@per_lexicon
def role_heads() -> frozenset[str]:
    """The last words of offices and bodies."""
    return frozenset(phrase[-1] for phrase in role_phrases())


@per_lexicon
def rulers() -> frozenset[str]:
    """Words for those who rule a state, as a person's name stands before them: "the Maduro government"."""
    return frozenset(w for body in load("en/roles", Roles).bodies for w in body.words if body.suffix == "GOV")


@per_lexicon
def single_offices() -> frozenset[str]:
    """Roles that one person holds at a time, and so may be named by date; spokesmen and envoys are several."""
    return frozenset(p.role for p in load("en/roles", Roles).persons if p.counterpart)


@per_lexicon
def sole_offices() -> frozenset[str]:
    """Offices that a state has one of: an ambassador is one of many."""
    return frozenset(p.role for p in load("en/roles", Roles).persons if p.counterpart and not p.several)


@per_lexicon
def role_names() -> frozenset[str]:
    """What the offices and kinds of people are called."""
    return frozenset(p.role for p in load("en/roles", Roles).persons)


def office_title(title: Title) -> Person:
    """A state's own title for an office, as a kind of person of that state only."""
    suffix = title.actor.removeprefix(f"{title.owner}.").removeprefix(title.owner) or None
    single = title.role in single_offices()
    return Person(f"title.{title.owner}", (title.title,), title.role, title.sector, suffix, title.owner, single)


@per_lexicon
def titles() -> dict[tuple[str, ...], dict[str, Person]]:
    """Words of a title → the office it is in each state that uses it."""
    found: dict[tuple[str, ...], dict[str, Person]] = {}
    for title in actor_table().titles:
        found.setdefault(tuple(title.title.split()), {}).setdefault(title.owner, office_title(title))
    return found


@per_lexicon
def longest_role() -> int:
    return max(len(phrase) for phrase in role_phrases())
