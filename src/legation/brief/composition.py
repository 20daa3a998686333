"""The brief on a pair: what happened, who said what, what is claimed, and what could not be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from legation.brief import wording
from legation.brief.dates import spoken
from legation.brief.dossier import Dossier, Found
from legation.brief.notes import AnyFound, Line, Note, Notebook
from legation.brief.rendering import html, markdown
from legation.charts import Month, caption, specification, spread, svg, twin
from legation.records import Claim, Event, Statement, Verdict


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines; `total` counts the rows there are, `shown` those that the lines tell of."""

    name: str
    title: str
    empty: str
    lines: tuple[Line, ...]
    total: int
    shown: int


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value, for the boxes that hold no sentences."""

    label: str
    value: str


@dataclass(frozen=True)
class Chart:
    """The timeline of a pair."""

    title: str
    months: tuple[Month, ...]

    @property
    def table(self) -> tuple[tuple[str, ...], tuple[tuple[str | int, ...], ...]]:
        """Its twin: a header, and a row per period."""
        return twin(self.months)

    @cached_property
    def drawing(self) -> str:
        """The timeline as SVG, or nothing where there is no month to draw."""
        if not self.months:
            return ""
        return svg(specification(self.months), title=self.title, description=caption(self.months))


def timed(names: tuple[str, str], months: tuple[Month, ...]) -> Chart:
    """The timeline of a pair with its title."""
    return Chart(f"{' and '.join(names)}: events by month", months)


@dataclass(frozen=True)
class Brief:
    """A finished brief; `html()` and `markdown()` each give one self-contained file."""

    dossier: Dossier
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    scope: tuple[Fact, ...]
    numbers: tuple[Fact, ...]
    unseen: tuple[Fact, ...]

    @property
    def title(self) -> str:
        """`Iran and Russia`."""
        return " and ".join(self.dossier.names)

    @cached_property
    def chart(self) -> Chart:
        """The timeline."""
        return timed(self.dossier.names, self.dossier.months)

    def html(self) -> str:
        """The brief as one HTML file, styles and drawing inside."""
        return html(self, "brief.html.jinja")

    def body(self) -> str:
        """The brief as a piece of a page, without its own head and styles."""
        return html(self, "_body.html.jinja")

    def markdown(self) -> str:
        """The brief as Markdown, the timeline as a table."""
        return markdown(self)


def written(dossier: Dossier, quotes: Mapping[tuple[str, int], str]) -> Brief:
    """The brief on what a dossier holds; every line of every section ends with the numbers of its notes.

    `quotes` are the sentences by (document, number), as `gathering.sentences` reads them.
    """
    notebook = Notebook(quotes)
    sections = tuple(_sections(dossier, notebook))
    return Brief(dossier, sections, notebook.notes(), _scope(dossier), _numbers(dossier), _unseen(dossier))


class _Plan(NamedTuple):
    """A section before it is written: its rows, how many there are, how a row is worded, what is said before it."""

    name: str
    title: str
    empty: str
    founds: Sequence[AnyFound]
    total: int
    words: Callable[..., str]
    label: Callable[..., str] = lambda found: ""


def _sections(dossier: Dossier, notebook: Notebook) -> Iterable[Section]:
    for plan in _plans(dossier):
        if plan.total or plan.empty:
            lines = _lines(plan, notebook)
            yield Section(plan.name, plan.title, plan.empty, lines, plan.total, len(plan.founds))


def _plans(dossier: Dossier) -> tuple[_Plan, ...]:
    total = dossier.totals

    def event(found: Found[Event]) -> str:
        return wording.event(found.row, dossier.reporters.get(found.row.statement or ""))

    def statement(found: Found[Statement]) -> str:
        return wording.statement(found.row)

    def claim(found: Found[Claim]) -> str:
        return wording.claim(found.row, dossier.reporters.get(found.row.statement or ""))

    def verdict(found: Found[Claim]) -> str:
        checked = dossier.checks.get(found.row.id)
        return checked.verdict if checked else "not checked"

    unreal = "Nothing is recorded as planned, possible or denied."
    return (
        _Plan(
            "happened", "What happened", "No event is recorded as having occurred.", dossier.facts, total.facts, event
        ),
        _Plan("beside", "Side by side, toward others", "", dossier.beside, total.beside, event),
        _Plan(
            "unreal", "Planned, possible or denied – not facts", unreal, dossier.others, total.unreal, event, _status
        ),
        _Plan("said", "Who said what", "No statement is recorded.", dossier.statements, total.statements, statement),
        _Plan(
            "claimed",
            "What is claimed",
            "No checkable claim is recorded.",
            dossier.claims,
            total.claims,
            claim,
            verdict,
        ),
    )


def _status(found: Found[Event]) -> str:
    return found.row.status


def _lines(plan: _Plan, notebook: Notebook) -> tuple[Line, ...]:
    """A line for each row; rows that say the same share one, with a note for each report."""
    notes: dict[tuple[str, str], list[int]] = {}
    for found in plan.founds:
        notes.setdefault((plan.words(found), plan.label(found)), []).append(notebook.cite(found))
    return tuple(Line(said, tuple(dict.fromkeys(of)), label or None) for (said, label), of in notes.items())


def _scope(dossier: Dossier) -> tuple[Fact, ...]:
    read = dossier.reading
    asked = spoken(dossier.frm, dossier.to) if dossier.frm or dossier.to else "all dates"
    days = spoken(read.first, read.last) if read.first else "on unknown days"
    facts = (
        Fact("Pair", f"{' – '.join(dossier.names)} ({dossier.a}–{dossier.b})"),
        Fact("Window", asked),
        Fact("Documents", f"{read.documents:,}, published {days}"),
        Fact("Outlets", ", ".join(read.outlets) or "not stated by the sources"),
        Fact("Counted as happened", "events that the text gives as occurred or ongoing, once per report"),
        Fact("Counted apart", "events planned, possible or denied; statements; claims"),
        Fact("Versions", ", ".join(f"{name} {version}" for name, version in dossier.versions.items())),
    )
    return tuple(fact for fact in facts if fact.value)


def _numbers(dossier: Dossier) -> tuple[Fact, ...]:
    of = dossier.totals
    verdicts = Counter(check.verdict for check in dossier.checks.values())
    return (
        Fact("Events occurred or ongoing", f"{of.acts:,}, in {_many(of.facts, 'report')}"),
        Fact(
            "– reports of cooperation in words / in deeds", f"{of.verbal_cooperation:,} / {of.material_cooperation:,}"
        ),
        Fact("– reports of conflict in words / in deeds", f"{of.verbal_conflict:,} / {of.material_conflict:,}"),
        Fact("Planned / possible / denied", f"{of.planned:,} / {of.possible:,} / {of.denied:,}"),
        Fact("Statements", f"{of.statements:,} by {_many(of.speakers, 'speaker')}"),
        Fact("Claims", f"{of.claims:,}"),
        Fact("– supported / contradicted / undecided", _verdicts(verdicts)),
    )


def _verdicts(verdicts: Counter[Verdict]) -> str:
    if not verdicts:
        return "not checked"
    return " / ".join(str(verdicts[verdict]) for verdict in ("supported", "contradicted", "undecided"))


def _unseen(dossier: Dossier) -> tuple[Fact, ...]:
    read = dossier.reading
    months = spread(dossier.months)
    silent = sum(month.seen == "none" for month in months)
    facts = (
        Fact("Months without any document", f"{silent} of {len(months)}" if silent else ""),
        Fact("Documents without an outlet", _some(read.nameless)),
        Fact("Documents without a date", _some(read.undated)),
        Fact("Documents that repeat another", _some(read.copies)),
        Fact("Rows with a confidence below one half", _some(dossier.totals.unsure)),
        *(Fact(f"{code}: {message}", f"{n} ×") for code, message, n in read.issues),
    )
    return tuple(fact for fact in facts if fact.value)


def _some(number: int) -> str:
    return f"{number:,}" if number else ""


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else noun + 's'}"
