"""The gold of claims: dated sentences with each claim they make, in the notation that `eval/claims.txt` explains."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from legation.records import Claim, Period
from legation.settings import of_checkout

GOLD = of_checkout("eval") / "claims.txt"
ANY = "*"
EVERY = 3
FIELDS = ("kind", "measure", "dyad", "direction", "value", "period", "baseline")
Days = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One claim of the gold; fields are as written, "-" for null and "*" for what isn't compared."""

    kind: str
    measure: str
    dyad: str
    direction: str
    value: str
    period: str
    baseline: str

    def wrong(self, claim: Claim) -> tuple[str, ...]:
        """The fields in which a claim differs."""
        have = written(claim)
        return tuple(f for f in FIELDS if getattr(self, f) != ANY and normal(f, getattr(self, f)) != getattr(have, f))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its date of publication and the claims that it makes; `held` where it is kept back."""

    published: str
    text: str
    claims: tuple[Wanted, ...]
    held: bool


def sentences(path: Path = GOLD) -> Iterator[Sentence]:
    """The sentences of a gold file, every third of them held back.

    Raises FileNotFoundError without the file, TypeError for a claim that lacks a field.
    """
    blocks: list[tuple[str, list[Wanted]]] = []
    for line in path.read_text("utf8").splitlines():
        if line.startswith(" "):
            blocks[-1][1].append(Wanted(*(part.strip() for part in line.split("|"))))
        elif line and not line.startswith("#"):
            blocks.append((line, []))
    for number, (line, claims) in enumerate(blocks, 1):
        published, text = line.split(maxsplit=1)
        yield Sentence(published, text, tuple(claims), held=number % EVERY == 0)


def written(claim: Claim) -> Wanted:
    """A claim in the notation of the gold, periods as start/end."""
    value = "-" if claim.value is None else f"{claim.value:.2f} {claim.unit} {claim.bound}"
    return Wanted(
        claim.kind,
        claim.measure or "-",
        " ".join(claim.dyad) or "-",
        claim.direction or "-",
        value,
        _period(claim.period),
        _period(claim.baseline),
    )


def normal(field: str, text: str) -> str:
    """A field of the gold as `written` writes it.

    >>> normal("value", "8 percent exact"), normal("period", "2020-02"), normal("baseline", "2010-01-01/")
    ('8.00 percent exact', '2020-02-01/2020-02-29', '2010-01-01/')
    """
    if text == "-":
        return text
    if field == "value":
        number, rest = text.split(maxsplit=1)
        return f"{float(number):.2f} {rest}"
    return "/".join(day or "" for day in interval(text)) if field in ("period", "baseline") else text


def interval(text: str) -> Days:
    """A period of the gold as its first and last day.

    >>> interval("2021"), interval("2021-05-01/2021-08-31")
    (('2021-01-01', '2021-12-31'), ('2021-05-01', '2021-08-31'))
    """
    if "/" in text:
        start, end = text.split("/")
        return start or None, end or None
    if len(text) == len("2021"):
        return f"{text}-01-01", f"{text}-12-31"
    if len(text) == len("2021-05"):
        return f"{text}-01", f"{text}-{monthrange(int(text[:4]), int(text[5:]))[1]:02d}"
    return text, text


def _period(period: Period | None) -> str:
    return f"{period.start or ''}/{period.end or ''}" if period else "-"
