"""The real trade claims of Russian and Iranian officials, typed into the normal form from their English quotations.

The set quotes a few words of each claim and gives its flow, which the article's heading named; so a quotation is read
behind a heading of our own that names flow and parties, and one that begins in lower case goes on with what the same
speaker said before. A figure or a period that the quotation doesn't state is not asked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import isclose
from pathlib import Path

import msgspec

from legation.evaluation.claims.gold import coded
from legation.evaluation.claims.sentences import Days, interval
from legation.evaluation.figure import Figure
from legation.records import Claim, ClaimKind

HEADINGS = {
    "turnover": "Trade between Russia and Iran",
    "RUS->IRN": "Russian exports to Iran",
    "IRN->RUS": "Iranian exports to Russia",
    "EAEU-IRN turnover": "Trade between the Eurasian Economic Union and Iran",
}
# A flow is the exports of one side and the imports of the other.
FORMS = {
    "turnover": {("trade", ("IRN", "RUS"))},
    "RUS->IRN": {("exports", ("RUS", "IRN")), ("imports", ("IRN", "RUS"))},
    "IRN->RUS": {("exports", ("IRN", "RUS")), ("imports", ("RUS", "IRN"))},
    "EAEU-IRN turnover": {("trade", ("IGO.EAEU", "IRN"))},
}
HALVES = {"H1": ("01-01", "06-30"), "H2": ("07-01", "12-31")}
FIGURES: tuple[tuple[ClaimKind, str, float], ...] = (("change", "pct", 1.0), ("level", "value_usd_m", 1e6))


class Quoted(msgspec.Struct, frozen=True):
    """A row of `claims_rus_irn/claims.jsonl`; values in millions of dollars."""

    id: str
    url: str
    published: str
    flow: str
    period: str
    quote: str
    speaker: str
    value_usd_m: float | None = None
    pct: float | None = None

    @property
    def source(self) -> tuple[str, str]:
        """The article and who speaks in it, without office."""
        return self.url, self.speaker.partition(",")[0]

    @property
    def words(self) -> str:
        """The quotation, its gaps as commas."""
        return self.quote.replace(" (translated)", "").replace(" ...", ",").rstrip(".")


@dataclass(frozen=True, slots=True)
class Figured:
    """One figure of a quotation: a change in percent or a level in dollars."""

    row: Quoted
    text: str
    kind: ClaimKind
    value: float

    def right(self, claim: Claim) -> bool:
        """Whether a claim says this figure of this flow, in the period that the quotation states."""
        same = claim.kind == self.kind and claim.value is not None and isclose(claim.value, self.value, rel_tol=1e-6)
        unit = "percent" if self.kind == "change" else "USD"
        return same and claim.unit == unit and self._named(claim) and self._dated(claim)

    def _named(self, claim: Claim) -> bool:
        return (claim.measure, claim.dyad) in FORMS[self.row.flow]

    def _dated(self, claim: Claim) -> bool:
        if claim.period is None:
            return not re.search(self.row.period[:4], self.row.quote)
        return (claim.period.start, claim.period.end) == days(self.row.period)


def measure(data: Path) -> Iterator[Figure]:
    """The share of the quoted figures that one of our claims states, in percent."""
    figures = list(figured(data / "samples/claims_rus_irn/claims.jsonl"))
    right = sum(any(f.right(c) for c in coded(f.text, published(f.row))) for f in figures)
    note = f"{right} of {len(figures)} figures of {len({f.row.id for f in figures})} quotations"
    yield Figure("trade", "Russia–Iran", "figures in the normal form", 100 * right / len(figures), 94.0, note)


def figured(path: Path) -> Iterator[Figured]:
    """The figures that English quotations state, each with the text it is read from."""
    rows = [msgspec.convert(json.loads(line), Quoted) for line in path.read_text("utf8").splitlines()]
    for together in texts(row for row in rows if row.quote.replace("–", "").isascii()):
        text = f"{HEADINGS[together[0].flow]}: {', '.join(row.words for row in together)}."
        for row in together:
            for kind, value, scale in FIGURES:
                if (figure := getattr(row, value)) is not None and _stated(figure, row.quote):
                    yield Figured(row, text, kind, figure * scale)


def texts(rows: Iterable[Quoted]) -> Iterator[list[Quoted]]:
    """The quotations that make one sentence: one that begins in lower case goes on with that before it."""
    together: list[Quoted] = []
    for row in rows:
        if together and not (row.source == together[0].source and row.words[0].islower()):
            yield together
            together = []
        together.append(row)
    if together:
        yield together


def _stated(value: float, quote: str) -> bool:
    """Whether a figure stands in the quotation, in millions or in billions."""
    forms = {f"{value:g}", f"{value / 1000:g}"}
    return bool(forms & set(re.findall(r"\d+(?:\.\d+)?", quote)))


def published(row: Quoted) -> str:
    return row.published if len(row.published) > len("2022-01") else f"{row.published}-28"


def days(period: str) -> Days:
    """A period of the set as its first and last day.

    >>> days("2021H1"), days("2019-01..2019-09")
    (('2021-01-01', '2021-06-30'), ('2019-01-01', '2019-09-30'))
    """
    if period[4:] in HALVES:
        start, end = HALVES[period[4:]]
        return f"{period[:4]}-{start}", f"{period[:4]}-{end}"
    first, _, last = period.partition("..")
    return interval(first)[0], interval(last or first)[1]
