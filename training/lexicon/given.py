"""Given names and the gender they tell: python -m training.lexicon.given

Needs Faker (MIT) at the time of making only: it reads the given names of all locales written in Latin letters, adds
those of the office holders in `lexicon/actors/`, and leaves out what both genders bear. Writes `lexicon/en/given.yaml`.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from textwrap import fill

import faker.providers.person as persons
import msgspec

from legation.lexicon import load
from legation.settings import lexicon_source

# Where the family name stands first, the first part of a name tells no gender.
FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "MAC", "PRK", "KOR", "VNM", "KHM", "MMR", "MNG"})
NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž'’]+(?:-[A-ZÀ-ÖØ-Þ]?[a-zß-öø-ÿā-ž]+)?")
HEADER = """\
# Given names and the gender they tell (m, f), made by training/lexicon/given.py from the name lists of Faker (MIT) and
# from the office holders in lexicon/actors/; names of both genders are left out. What it lacks: coreference.yaml.
"""


class Holder(msgspec.Struct, frozen=True):
    """What is read of a listed person."""

    name: str
    kind: str
    gender: str | None = None
    country: str | None = None


class Holders(msgspec.Struct, frozen=True):
    """The compiled actors, as far as they are read here."""

    entities: dict[str, Holder]


def listed(locale: str, gender: str) -> set[str]:
    """The given names of a locale's provider."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    lists = [getattr(provider, f"first_names_{gender}", ()), getattr(provider, f"first_name_{gender}", ())]
    return {n for names in lists if not callable(names) for n in names if isinstance(n, str) and NAME.fullmatch(n)}


def held() -> Counter[tuple[str, str]]:
    """(First given name, gender) → listed persons with it; a name of one part tells none."""
    people = [
        e
        for e in load("actors", Holders).entities.values()
        if e.kind == "person" and e.gender and e.country not in FAMILY_FIRST
    ]
    parts = [(e.name.split(), e.gender or "") for e in people]
    return Counter((words[0], gender) for words, gender in parts if len(words) > 1 and NAME.fullmatch(words[0]))


def told() -> dict[str, str]:
    """Given name → gender, where the lists agree."""
    votes: Counter[tuple[str, str]] = Counter(held())
    for locale in (m.name for m in pkgutil.iter_modules(persons.__path__)):
        for gender in ("male", "female"):
            votes.update((name, gender[0]) for name in listed(locale, gender))
    names = {name for name, _ in votes}
    share = {n: votes[n, "m"] / (votes[n, "m"] + votes[n, "f"]) for n in names}
    return {n: "m" if share[n] > 0.5 else "f" for n in sorted(names) if share[n] >= 0.85 or share[n] <= 0.15}


def main() -> None:
    """Writes the table."""
    text, genders = HEADER, told()
    for gender in ("f", "m"):
        names = ", ".join(f'"{n}"' if "'" in n or "’" in n else n for n, g in genders.items() if g == gender)
        text += (
            f"{gender}:\n"
            + fill(f"[{names}]", 120, initial_indent="  ", subsequent_indent="   ", break_on_hyphens=False)
            + "\n"
        )
    (lexicon_source() / "en/given.yaml").write_text(text, "utf8")


if __name__ == "__main__":
    main()
