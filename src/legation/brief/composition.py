"""The brief on a pair: what happened, who said what, what is claimed, and what could not be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from legation.brief.dates import spoken
from legation.brief.dossier import Dossier
from legation.brief.notes import Note, Notebook
from legation.brief.rendering import html, markdown
from legation.brief.sections import Section, sections
from legation.charts import Month, caption, specification, spread, svg, twin
from legation.records import Verdict


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
    method: tuple[Fact, ...]

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


def compose(dossier: Dossier, quotes: Mapping[tuple[str, int], str]) -> Brief:
    """The brief on what a dossier holds; every line of every section ends with the numbers of its notes.

    `quotes` are the sentences by (document, number), as `gathering.sentences` reads them.
    """
    notebook = Notebook(quotes)
    written = tuple(sections(dossier, notebook))
    return Brief(
        dossier,
        written,
        notebook.notes(),
        scope=_scope(dossier),
        numbers=_numbers(dossier),
        unseen=_unseen(dossier),
        method=_method(dossier),
    )


def _scope(dossier: Dossier) -> tuple[Fact, ...]:
    read = dossier.reading
    days = spoken(read.first, read.last) if read.first else "on unknown days"
    return (
        Fact("Window", spoken(dossier.frm, dossier.to) if dossier.frm or dossier.to else "all dates"),
        Fact("Documents", f"{read.documents:,}, published {days}"),
        Fact("Outlets", ", ".join(read.outlets) or "not stated by the sources"),
    )


def _method(dossier: Dossier) -> tuple[Fact, ...]:
    return (
        Fact("Pair", f"{' – '.join(dossier.names)} ({dossier.a}–{dossier.b})"),
        Fact("Counted as happened", "events that the text gives as occurred or ongoing; reports of one event once"),
        Fact("Counted apart", "events planned, possible or denied; statements; claims"),
        Fact("Versions", ", ".join(f"{name} {version}" for name, version in dossier.versions.items())),
    )


def _numbers(dossier: Dossier) -> tuple[Fact, ...]:
    of = dossier.totals
    verdicts = Counter(check.verdict for check in dossier.checks.values())
    return (
        Fact("Events occurred or ongoing", f"{of.acts:,}, in {_many(of.facts, 'report')}"),
        Fact("– cooperation in words / in deeds", f"{of.verbal_cooperation:,} / {of.material_cooperation:,}"),
        Fact("– conflict in words / in deeds", f"{of.verbal_conflict:,} / {of.material_conflict:,}"),
        Fact("Planned / possible / denied", f"{of.planned:,} / {of.possible:,} / {of.denied:,}"),
        Fact("Statements", f"{of.statements:,} by {_many(of.speakers, 'speaker')}"),
        Fact("Claims", f"{of.claims:,}"),
        *(Fact("– supported / contradicted / undecided", _verdicts(verdicts)) for _ in [0] if verdicts),
    )


def _verdicts(verdicts: Counter[Verdict]) -> str:
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
