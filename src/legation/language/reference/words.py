"""The words of the reference layer: kinds and genders of nouns, names, pronouns, determiners, verbs of saying."""

from __future__ import annotations

import msgspec

from legation.language.lemmas import lemma
from legation.language.reference.model import Gender, Kind, Number
from legation.lexicon import load, per_lexicon


class Pronoun(msgspec.Struct, frozen=True):
    """A personal pronoun in all its forms."""

    id: str
    person: int
    words: tuple[str, ...]
    number: Number | None = None
    gender: Gender | None = None
    possessive: tuple[str, ...] = ()
    reflexive: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    at: str = ""


class Gendered(msgspec.Struct, frozen=True):
    """Nouns that tell the gender, and their endings."""

    m: frozenset[str]
    f: frozenset[str]
    endings: dict[Gender, tuple[str, ...]]


class Names(msgspec.Struct, frozen=True):
    """Given names by gender."""

    m: frozenset[str]
    f: frozenset[str]


class Indefinite(msgspec.Struct, frozen=True):
    """Words that head a phrase without a noun."""

    person: frozenset[str]
    plural: frozenset[str]
    neither: frozenset[str]


class Table(msgspec.Struct, frozen=True):
    """`lexicon/en/coreference.yaml`."""

    pronouns: tuple[Pronoun, ...]
    titles: dict[str, frozenset[str]]
    suffixes: frozenset[str]
    particles: frozenset[str]
    gendered: Gendered
    kinds: dict[Kind, frozenset[str]]
    given: Names
    indefinite: Indefinite
    measures: frozenset[str]
    determiners: dict[str, frozenset[str]]
    of: frozenset[str]
    saying: frozenset[str]
    negations: frozenset[str]
    forms: frozenset[str]
    skipped: frozenset[str]
    disjunctions: frozenset[str]
    beside: frozenset[str]
    origin: frozenset[str]
    including: frozenset[str]
    sent: frozenset[str]
    named: frozenset[str]
    weather: frozenset[str]
    kept: frozenset[str]
    two: frozenset[str]


class Cue(msgspec.Struct, frozen=True):
    """What is read of a reporting cue: its verbs."""

    verb: tuple[str, ...] = ()


class Event(msgspec.Struct, frozen=True):
    """What is read of a definite description (`lexicon/en/reference.yaml`): nouns of one act, and its verbs."""

    denotes: str
    nouns: tuple[str, ...] = ()
    verbs: frozenset[str] = frozenset()


@per_lexicon
def acts() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Noun → the nouns of the same act; verb → the nouns of its act: "visited", "the trip"."""
    nouns: dict[str, frozenset[str]] = {}
    verbs: dict[str, frozenset[str]] = {}
    for entry in load("en/reference", tuple[Event, ...]):
        if entry.denotes == "event":
            own = frozenset(lemma(n, "NOUN") for n in entry.nouns if " " not in n)
            nouns.update(dict.fromkeys(own, own))
            verbs.update({v: verbs.get(v, frozenset()) | own for v in entry.verbs})
    return nouns, verbs


@per_lexicon
def table() -> Table:
    """The words, read once."""
    return load("en/coreference", Table)


@per_lexicon
def pronouns() -> dict[str, tuple[Pronoun, str]]:
    """Lower-case form → its pronoun, and whether it is personal, possessive or reflexive ("either": by its place)."""
    found: dict[str, tuple[Pronoun, str]] = {}
    for entry in table().pronouns:
        for role in ("words", "possessive", "reflexive", "either"):
            found.update({w: (entry, "personal" if role == "words" else role) for w in getattr(entry, role)})
    return found


@per_lexicon
def _kinds() -> dict[str, Kind]:
    general = load("en/nouns", dict[Kind, tuple[str, ...]])
    found = {w: kind for kind, words in general.items() for w in words}
    found.update({w: kind for kind, words in table().kinds.items() for w in words})
    return found


def kind_of(noun: str) -> Kind | None:
    """What a noun (lemma, lower case) names; a compound by its last part; None where no list has it."""
    known = _kinds()
    found = known.get(noun) or known.get(noun.rsplit("-", 1)[-1])
    return found or ("person" if gender_of(noun) else None)


def gender_of(noun: str) -> Gender | None:
    """The gender that a noun tells of a person: "spokeswoman" → f."""
    gendered = table().gendered
    last = noun if noun in gendered.m or noun in gendered.f else noun.rsplit("-", 1)[-1]
    if last in gendered.f or noun.endswith(gendered.endings["f"]):
        return "f"
    known = _kinds().get(noun)
    return "m" if last in gendered.m or (noun.endswith(gendered.endings["m"]) and known in ("person", None)) else None


@per_lexicon
def _given() -> dict[str, Gender]:
    general, own = load("en/given", Names), table().given
    found: dict[str, Gender] = dict.fromkeys(general.m, "m")
    found.update(dict.fromkeys(general.f, "f"))
    found.update(dict.fromkeys(own.m - own.f, "m"))
    found.update(dict.fromkeys(own.f - own.m, "f"))
    return found


def given_gender(name: str) -> Gender | None:
    """The gender of whom a given name mostly names; of a double name by its first part."""
    return _given().get(name) or _given().get(name.split("-")[0])


def title_gender(word: str) -> Gender | None:
    """The gender that a title tells."""
    titles = table().titles
    return "m" if word in titles["m"] else "f" if word in titles["f"] else None


@per_lexicon
def _titles() -> frozenset[str]:
    return frozenset[str]().union(*table().titles.values())


@per_lexicon
def determiners() -> dict[str, str]:
    """Word → what it says of its phrase: "the", "this", "a", "plural"."""
    return {word: kind for kind, words in reversed(table().determiners.items()) for word in words}


@per_lexicon
def titles_and_suffixes() -> frozenset[str]:
    """What stands before and behind a name, in lower case: "mr", "jr"."""
    return _titles() | table().suffixes


def is_title(word: str) -> bool:
    """Whether a word, in lower case, may stand as a title before a name."""
    return word in _titles()


@per_lexicon
def saying() -> frozenset[str]:
    """Lemmas of the verbs of saying and thinking, of `lexicon/en/reporting.yaml`."""
    return frozenset(v for cue in load("en/reporting", tuple[Cue, ...]) for v in cue.verb)
