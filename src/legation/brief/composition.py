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
from legation.charts import caption, spread, svg, timeline, twin
from legation.records import Claim, Event, Statement, Verdict

MOST = 200
"""A section shows at most so many rows, the newest; the tables hold the rest."""

_UNSURE = 0.5


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

    @property
    def months_table(self) -> tuple[tuple[str, ...], tuple[tuple[str | int, ...], ...]]:
        """The table beside the timeline."""
        return twin(self.dossier.months)

    @cached_property
    def drawing(self) -> str:
        """The timeline as SVG, or nothing where there is no month to draw."""
        if not self.dossier.months:
            return ""
        months = self.dossier.months
        return svg(timeline(months), title=f"{self.title}: events by month", description=caption(months))

    def html(self) -> str:
        """The brief as one HTML file, styles and drawing inside."""
        return html(self, "brief.html.jinja")

    def body(self) -> str:
        """The brief as a piece of a page, without its own head and styles."""
        return html(self, "_body.html.jinja")

    def markdown(self) -> str:
        """The brief as Markdown, the timeline as a table."""
        return markdown(self)


def written(dossier: Dossier, quotes: Mapping[tuple[str, int], str], *, most: int = MOST) -> Brief:
    """The brief on what a dossier holds; every line of every section ends with the numbers of its notes.

    `quotes` are the sentences by (document, number), as `gathering.sentences` reads them.
    """
    notebook = Notebook(quotes)
    sections = tuple(_sections(dossier, notebook, most))
    return Brief(dossier, sections, notebook.notes(), _scope(dossier), _numbers(dossier), _unseen(dossier))


class _Plan(NamedTuple):
    """A section before it is written: its rows, how a row is worded, and what is said before it."""

    name: str
    title: str
    empty: str
    founds: Sequence[AnyFound]
    words: Callable[..., str]
    label: Callable[..., str] = lambda found: ""


def _sections(dossier: Dossier, notebook: Notebook, most: int) -> Iterable[Section]:
    for plan in _plans(dossier):
        if plan.founds or plan.empty:
            lines = _lines(plan, notebook, most)
            shown = min(len(plan.founds), most)
            yield Section(plan.name, plan.title, plan.empty, lines, len(plan.founds), shown)


def _plans(dossier: Dossier) -> tuple[_Plan, ...]:
    sources = {found.row.id: found.row for found in dossier.statements}

    def event(found: Found[Event]) -> str:
        return wording.event(found.row, sources.get(found.row.statement or ""))

    def statement(found: Found[Statement]) -> str:
        return wording.statement(found.row)

    def claim(found: Found[Claim]) -> str:
        return wording.claim(found.row, sources.get(found.row.statement or ""))

    def verdict(found: Found[Claim]) -> str:
        checked = dossier.checks.get(found.row.id)
        return checked.verdict if checked else "not checked"

    unreal = "Nothing is recorded as planned, possible or denied."
    return (
        _Plan("happened", "What happened", "No event is recorded as having occurred.", dossier.facts, event),
        _Plan("beside", "Side by side, toward others", "", dossier.beside, event),
        _Plan("unreal", "Planned, possible or denied – not facts", unreal, dossier.others, event, _status),
        _Plan("said", "Who said what", "No statement is recorded.", dossier.statements, statement),
        _Plan("claimed", "What is claimed", "No checkable claim is recorded.", dossier.claims, claim, verdict),
    )


def _status(found: Found[Event]) -> str:
    return found.row.status


def _lines(plan: _Plan, notebook: Notebook, most: int) -> tuple[Line, ...]:
    """A line for each row; rows that say the same share one, with a note for each report."""
    notes: dict[tuple[str, str], list[int]] = {}
    for found in plan.founds[:most]:
        notes.setdefault((plan.words(found), plan.label(found)), []).append(notebook.cite(found))
    return tuple(Line(said, tuple(dict.fromkeys(of)), label or None) for (said, label), of in notes.items())


def _scope(dossier: Dossier) -> tuple[Fact, ...]:
    days = sorted(document.published for document in dossier.documents if document.published)
    asked = spoken(dossier.frm, dossier.to) if dossier.frm or dossier.to else "all dates"
    versions = ", ".join(f"{name} {version}" for name, version in dossier.versions.items())
    facts = (
        Fact("Pair", f"{' – '.join(dossier.names)} ({dossier.a}–{dossier.b})"),
        Fact("Window", asked),
        Fact("Documents", f"{len(dossier.documents):,}, published {_range(days)}"),
        Fact("Outlets", ", ".join(dossier.outlets) or "not stated by the sources"),
        Fact("Counted as happened", "events that the text gives as occurred or ongoing, once per report"),
        Fact("Counted apart", "events planned, possible or denied; statements; claims"),
        Fact("Versions", versions),
    )
    return tuple(fact for fact in facts if fact.value)


def _range(days: Sequence[str]) -> str:
    return spoken(days[0], days[-1]) if days else "on unknown days"


def _numbers(dossier: Dossier) -> tuple[Fact, ...]:
    quads = Counter(found.row.quad for found in dossier.facts)
    statuses = Counter(found.row.status for found in dossier.others)
    speakers = {wording.who(ref) for found in dossier.statements for ref in found.row.speakers}
    verdicts = Counter(check.verdict for check in dossier.checks.values())
    return (
        Fact("Events occurred or ongoing", f"{dossier.acts:,}, in {_many(len(dossier.facts), 'report')}"),
        Fact("– reports of cooperation in words / in deeds", f"{quads[1]} / {quads[2]}"),
        Fact("– reports of conflict in words / in deeds", f"{quads[3]} / {quads[4]}"),
        Fact("Planned / possible / denied", " / ".join(str(statuses[s]) for s in ("planned", "possible", "denied"))),
        Fact("Statements", f"{len(dossier.statements):,} by {_many(len(speakers), 'speaker')}"),
        Fact("Claims", f"{len(dossier.claims):,}"),
        Fact("– supported / contradicted / undecided", _verdicts(verdicts)),
    )


def _verdicts(verdicts: Counter[Verdict]) -> str:
    if not verdicts:
        return "not checked"
    return " / ".join(str(verdicts[verdict]) for verdict in ("supported", "contradicted", "undecided"))


def _unseen(dossier: Dossier) -> tuple[Fact, ...]:
    months = spread(dossier.months)
    silent = sum(month.seen == "none" for month in months)
    founds: tuple[AnyFound, ...] = (*dossier.events, *dossier.statements, *dossier.claims)
    copies = sum(document.duplicate_of is not None for document in dossier.documents)
    facts = (
        Fact("Months without any document", f"{silent} of {len(months)}" if silent else ""),
        Fact("Documents without an outlet", _some(sum(not document.outlet for document in dossier.documents))),
        Fact("Documents without a date", _some(sum(not document.published for document in dossier.documents))),
        Fact("Documents that repeat another", _some(copies)),
        Fact("Rows with a confidence below one half", _some(sum(found.row.confidence < _UNSURE for found in founds))),
    )
    return (*(fact for fact in facts if fact.value), *_issues(dossier))


def _issues(dossier: Dossier) -> Iterable[Fact]:
    counts = Counter((issue.code, issue.message) for _, issue in dossier.issues)
    return (Fact(f"{code}: {message}", f"{n} ×") for (code, message), n in counts.most_common())


def _some(number: int) -> str:
    return str(number) if number else ""


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else noun + 's'}"
