"""Names of one entity: full names and their parts, titles, acronyms, short forms."""

from __future__ import annotations

from collections.abc import Iterable

from legation.language.reference.model import BODIES, Kind, Mention
from legation.language.reference.register import Known, Register
from legation.language.reference.words import given_gender, is_title, kind_of, table, titles_and_suffixes


def plain(name: Iterable[str]) -> tuple[str, ...]:
    """A name in lower case without titles, suffixes and possessive marks."""
    words = [w.lower() for w in name if w not in ("'s", "’s", ",", "(", ")")]
    bare = titles_and_suffixes()
    return tuple([w for w in words if w not in bare] or words)


def named(register: Register, mention: Mention) -> tuple[Known, str] | None:
    """The entity that a name has been given to before, and how the names fit."""
    own = plain(mention.name)
    tried: set[int] = set()
    for word in dict.fromkeys((*own, *(n.lower() for n in mention.name))):
        for known in register.sharing(word):
            if known.i in tried or not known.names:
                continue
            tried.add(known.i)
            if reason := fits(known, mention, own):
                return known, reason
    return _by_acronym(register, mention)


def fits(known: Known, mention: Mention, own: tuple[str, ...]) -> str | None:
    """How a name fits an entity: the same name, a part of it, more of it; None where it doesn't."""
    if _at_odds(known.kind, mention.kind) or (sure(mention) and known.gender and mention.gender != known.gender):
        return None
    if known.number == "plural" or mention.number == "plural":
        return "same-name" if any(plain(n) == own for n in known.names) else None
    reasons = (_same(plain(name), own, mention.kind or known.kind) for name in known.names)
    return next((r for r in reasons if r), None)


def another_person(known: Known, mention: Mention) -> bool:
    """ "met Castro, Obama said": a name beside a person's name that is no form of it is no apposition to it."""
    both = mention.kind == known.kind == "person" and _bears_names(mention.name)
    return both and any(map(_bears_names, known.names)) and fits(known, mention, plain(mention.name)) is None


def _bears_names(name: tuple[str, ...]) -> bool:
    """Whether a name has no noun for a person or office, and no mark: "Obama", but not "Deputy Director", "R-Ill."."""
    return bool(name) and all(
        len(w) > 2 and w[0].isupper() and not is_title(w) and not kind_of(w.lower()) for w in name
    )


def sure(mention: Mention) -> bool:
    """Whether a mention tells a gender for certain: a word of a family's name may be a given name elsewhere."""
    return mention.gender is not None and (mention.form != "name" or len(mention.name) > 1 or bool(mention.nouns))


def _at_odds(one: Kind | None, two: Kind | None) -> bool:
    return one != two and None not in (one, two) and not {one, two} <= BODIES


def _same(other: tuple[str, ...], own: tuple[str, ...], kind: Kind | None) -> str | None:
    if other == own:
        return "same-name"
    if kind == "person" or (kind is None and (given_gender(other[0].title()) or given_gender(own[0].title()))):
        return _person(other, own)
    return "short-name" if _short(other, own) or _short(own, other) else None


def _person(other: tuple[str, ...], own: tuple[str, ...]) -> str | None:
    """ "Lavrov" and "Sergei" are Sergei Lavrov; Raúl Castro is not Fidel Castro."""
    short, long = sorted((other, own), key=len)
    if len(short) == 1:
        return "family-name" if short[0] == long[-1] else "given-name" if short[0] == long[0] else None
    if " ".join(short) in (" ".join(long[-len(short) :]), " ".join(long[: len(short)])):
        return "part-of-name"
    return "same-person" if short[-1] == long[-1] and _alike(short[0], long[0]) else None


def _alike(one: str, two: str) -> bool:
    """The same given name, an initial of it, or its first part ("Rob", "Robert")."""
    a, b = one.rstrip("."), two.rstrip(".")
    short, long = sorted((a, b), key=len)
    return a == b or (len(short) != 2 and bool(short) and long.startswith(short))


def _short(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """ "Gazprom" for "Gazprom Holdings"; "the Commission" is a description, not a name."""
    forms = table().forms
    a, b = [tuple(w for w in name if w not in forms) or name for name in (short, long)]
    return a == b or (len(a) < len(b) and b[: len(a)] == a and len(a[0]) > 3)


def _by_acronym(register: Register, mention: Mention) -> tuple[Known, str] | None:
    """ "the IAEA" of "the International Atomic Energy Agency", and the reverse."""
    own, short = mention.name, _letters(mention.name)
    for known in register.recent():
        for name in known.names:
            if (short and _initials(short, name)) or ((letters := _letters(name)) and _initials(letters, own)):
                return known, "acronym"
    return None


def _letters(name: tuple[str, ...]) -> str:
    """The letters of a name that may be an acronym: one word of two to seven capitals; empty for any other."""
    letters = name[0].replace(".", "") if len(name) == 1 else ""
    return letters if 2 <= len(letters) <= 7 and letters.isupper() else ""


def _initials(letters: str, name: tuple[str, ...]) -> bool:
    """Whether letters are the first ones of the words of a name, with or without its small words."""
    if len(name) < 2:
        return False
    words = [w for part in name for w in part.split("-") if w[:1].isalnum()]
    strong = "".join(w[0] for w in words if w.lower() not in table().skipped)
    return letters in (strong.upper(), "".join(w[0] for w in words).upper())
