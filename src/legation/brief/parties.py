"""Who it was, in words: persons with their office, countries and bodies with their article, never a raw id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from legation.brief.phrases import phrases
from legation.lexicon import per_lexicon
from legation.lexicon.entities import actor_table
from legation.records import ActorRef
from legation.relations.names import name_of

STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", None})
BY_NAME = frozenset({"name", None})
_OF = re.compile(r"(the|an?) ([a-z -]+) of (.+)")
_POSSESSIVE = re.compile(r"^(?:[Mm]y|[Yy]our|[Hh]is|[Hh]er|[Ii]ts|[Oo]ur|[Tt]heir) ")


def listed(refs: Iterable[ActorRef]) -> str:
    """Actors in words: `Iran and Russia`.

    >>> listed([ActorRef(text="Moscow", span=(0, 6), actor="RUS", name="Russia")])
    'Russia'
    """
    known = list(refs)
    return joined(_together([who(ref) for ref in known if not _told_by_another(ref, known)]))


def _told_by_another(ref: ActorRef, known: Sequence[ActorRef]) -> bool:
    """A title read apart from its name ("Foreign Minister" beside "Foreign Minister Ann Lee"), a state's government."""
    if ref.actor is None:
        return any(ref.text in other.text for other in known if other.actor)
    return ref.actor == f"{ref.country}.GOV" and not ref.role and any(other.actor == ref.country for other in known)


def _together(names: Sequence[str]) -> list[str]:
    """Offices and bodies of several countries as one: `the presidents of Russia and Iran`.

    >>> _together(["the president of Russia", "the president of Iran", "Kazakhstan"])
    ['the presidents of Russia and Iran', 'Kazakhstan']
    """
    groups: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        found = _OF.match(name)
        groups.setdefault(found[2] if found else name, []).append(found[3] if found else "")
    return [
        f"{'the ' if f'the {kind} of {homes[0]}' in names else ''}{_plural(kind)} of {joined(homes)}"
        if len(homes) > 1
        else next(name for name in names if name == kind or name.endswith(f"{kind} of {homes[0]}"))
        for kind, homes in groups.items()
    ]


def _plural(noun: str) -> str:
    """An office or a body of several countries.

    >>> _plural("foreign ministry"), _plural("minister"), _plural("armed forces")
    ('foreign ministries', 'ministers', 'armed forces')
    """
    if noun.endswith("s"):
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def joined(names: Sequence[str]) -> str:
    """Names in a row, each once.

    >>> joined(["Iran", "Russia", "Iran", "China"])
    'Iran, Russia and China'
    """
    each = list(dict.fromkeys(names))
    return each[0] if len(each) == 1 else " and ".join(filter(None, (", ".join(each[:-1]), *each[-1:])))


def who(ref: ActorRef) -> str:
    """One actor in words.

    >>> who(ActorRef(text="He", span=(0, 2), actor="RUS.sergei-lavrov", country="RUS", role="foreign minister",
    ...              name="Sergei Lavrov", via="pronoun"))
    'Foreign Minister Sergei Lavrov (Russia)'
    >>> who(ActorRef(text="It", span=(0, 2), actor="RUS.GOV.MFA", country="RUS", sector="GOV", via="pronoun"))
    'the foreign ministry of Russia'
    """
    if ref.actor is None:
        return _unknown(ref)
    if "." not in ref.actor:
        return country(ref.actor)
    if ref.name and is_person(ref):
        return _person(ref, ref.name)
    if ref.country is None:
        return _organisation(ref, ref.actor)
    return _body(ref, ref.country)


def country(code: str) -> str:
    """A country or an organisation in a sentence.

    >>> country("USA"), country("IRN"), country("IGO.EU")
    ('the United States', 'Iran', 'the European Union')
    """
    name = name_of(code)
    return f"the {name}" if _takes_article(code, name) else name


def _takes_article(code: str, name: str) -> bool:
    if "." in code:
        return " " in name and name not in phrases()["bare"]
    return code in phrases()["articled"]


def _unknown(ref: ActorRef) -> str:
    """Someone who was not resolved: a noun as it stands, or nobody we can name for a pronoun."""
    pronoun = ref.via == "pronoun" or ref.text.casefold() in phrases()["pronouns"]
    return phrases()["someone"] if pronoun else ref.text


def is_person(ref: ActorRef) -> bool:
    """Whether a mention is of a person: by its id, or by a name that is no country's beside an office."""
    tail = (ref.actor or "").rpartition(".")[2]
    office = ref.role is not None and ref.name != name_of(ref.country or "") and ref.via != "definite"
    return tail.islower() or (office and ref.name != ref.actor)


def _person(ref: ActorRef, name: str) -> str:
    home = name_of(ref.country) if ref.country else ""
    role = ref.role or ""
    if " of " in role or " to " in role:
        return f"{name} ({', '.join(filter(None, (home, role)))})"
    return " ".join(filter(None, (titled(role), name, f"({home})" if home else "")))


def titled(role: str) -> str:
    """An office before a name.

    >>> titled("foreign ministry spokesman")
    'Foreign Ministry Spokesman'
    """
    return " ".join(word[:1].upper() + word[1:] for word in role.split())


def _organisation(ref: ActorRef, actor: str) -> str:
    named = ref.name or name_of(".".join(actor.split(".")[:2]))
    whole = f"the {named}" if " " in named and not named.startswith("The ") else named
    if ref.role and ref.via not in BY_NAME:
        return f"{_office(ref.role)} of {whole}"
    return whole


def _body(ref: ActorRef, home: str) -> str:
    """A ministry, an army, a firm, or people of a country: in the words of the text where these say whose."""
    if ref.sector == "MED" and (ref.via in BY_NAME or ref.name):
        return _named(ref.name or ref.text, "MED")
    if ref.via in BY_NAME:
        named = ref.name if ref.name and ref.sector not in STATE and ref.name != ref.actor else ref.text
        return _placed(_named(named, ref.sector), home)
    if ref.name and ref.name == name_of(home) and not ref.role:
        return country(home)
    said = _POSSESSIVE.sub("", ref.text)
    if ref.via == "role" and _says(said, home):
        return _described(said, ref.role)
    noun = _office(ref.role) if ref.role else _kind(ref.actor or "")
    return f"{noun} of {country(home)}" if noun else _placed(said, home)


def _office(role: str) -> str:
    return f"{_one(role)} {role}" if role in phrases()["indefinite"] else f"the {role}"


def _one(noun: str) -> str:
    return "an" if noun[0] in "aeiouAEIOU" else "a"


def _kind(actor: str) -> str | None:
    """What a body's id says it is: `RUS.GOV.MFA` is a foreign ministry."""
    kinds: Mapping[str, str] = phrases()["bodies"]
    return next((kinds[part] for part in reversed(actor.split(".")[1:]) if part in kinds), None)


def _named(name: str, sector: str | None) -> str:
    """A name with its article: `the White House`, `the Kremlin`, but `Press TV`."""
    words = name.split()
    heads = phrases()["heads"]
    takes = words[-1] in heads or name in phrases()["seats"] or (len(words) > 1 and sector in STATE)
    return f"the {name}" if takes and words[0] not in ("The", "the") and name not in phrases()["bare"] else name


def _described(words: str, role: str | None) -> str:
    """A noun phrase with its article; plurals and what has another determiner stay."""
    first, last = words.split()[0], words.split()[-1]
    if first.casefold() in phrases()["determiners"] or first.endswith(("'s", "’s", "s'", "s’")) or first[0].isdigit():
        return words
    if role in phrases()["indefinite"]:
        return words if last.endswith("s") else f"{_one(words)} {words}"
    return f"the {words}"


def _placed(name: str, home: str) -> str:
    return name if _says(name, home) else f"{name} ({name_of(home)})"


def _says(name: str, home: str) -> bool:
    """Whether a name tells its country: by its name or its demonym."""
    return any(word in name for word in (name_of(home), *_demonyms().get(home, ())))


@per_lexicon
def _demonyms() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for each in actor_table().names:
        if each.kind == "demonym":
            found[each.entity] = (*found.get(each.entity, ()), each.name)
    return found


def capitalised(words: str) -> str:
    """The first letter as a capital."""
    return words[:1].upper() + words[1:]
