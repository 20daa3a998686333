"""The sections of a brief: rows that tell of one thing share a line, with a note for each of them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from textwrap import shorten
from typing import Any, NamedTuple

from legation.brief import wording
from legation.brief.dates import day
from legation.brief.dossier import Dossier, Found
from legation.brief.notes import Line, Notebook
from legation.brief.parties import capitalised, listed
from legation.brief.phrases import phrases
from legation.records import Claim, Event, Statement

_FEW, _QUOTE = 8, 220
_NEAR = 12
"""Characters by which the words of a statement may begin before the statement inside them: "that the"."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines; `total` counts the rows there are, `shown` those that the lines tell of."""

    name: str
    title: str
    empty: str
    lines: tuple[Line, ...]
    total: int
    shown: int
    remark: str = ""

    @property
    def years(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """The lines by year, in their order; no heading where they are few."""
        groups = [(year, tuple(lines)) for year, lines in groupby(self.lines, key=lambda line: line.year)]
        return tuple(groups) if len(self.lines) > _FEW and len(groups) > 1 else (("", self.lines),)


class Plan(NamedTuple):
    """A section before it is written: its rows, how many there are, and how they become lines."""

    name: str
    title: str
    empty: str
    founds: Sequence[Found[Any]]
    total: int
    write: Callable[[Sequence[Found[Any]], Dossier], Iterable[Draft]]
    remark: str = ""


class Draft(NamedTuple):
    """A line before its rows are numbered."""

    text: str
    founds: tuple[Found[Any], ...]
    label: str | None = None
    quoted: bool = False


def sections(dossier: Dossier, notebook: Notebook) -> Iterable[Section]:
    """The sections in their order; those that nothing need be said of are left out."""
    for plan in _plans(dossier):
        if plan.total or plan.empty:
            lines = tuple(_line(draft, notebook) for draft in plan.write(plan.founds, dossier))
            yield Section(plan.name, plan.title, plan.empty, lines, plan.total, len(plan.founds), plan.remark)


def _plans(dossier: Dossier) -> Iterable[Plan]:
    total, none = dossier.totals, "No event is recorded as having occurred."
    yield Plan("happened", "What happened", none, dossier.facts, total.facts, acts)
    yield Plan("beside", "Side by side, toward others", "", dossier.beside, total.beside, acts)
    none = "Nothing is recorded as planned, possible or denied."
    yield Plan("unreal", "Planned, possible or denied – not facts", none, dossier.others, total.unreal, acts)
    none, remark = "No statement is recorded.", "In quotation marks: the words of the reports."
    yield Plan("said", "Who said what", none, dossier.statements, total.statements, statements, remark)
    none, remark = "No checkable claim is recorded.", "" if dossier.checks else "None of them has been checked."
    yield Plan("claimed", "What is claimed", none, dossier.claims, total.claims, claims, remark)
    differing, known = tuple(each.sides[0] for each in dossier.disputes), len(dossier.disputes)
    yield Plan("disputed", "Where accounts differ", "", differing, known, disputed)


def _line(draft: Draft, notebook: Notebook) -> Line:
    numbers = tuple(dict.fromkeys(notebook.cite(found) for found in draft.founds))
    quote = shorten(notebook.quote(draft.founds[0]), _QUOTE, placeholder=" …") if draft.quoted else ""
    return Line(draft.text, numbers, draft.label, (draft.founds[0].since or "")[:4], quote)


def acts(founds: Sequence[Found[Event]], dossier: Dossier) -> Iterable[Draft]:
    """A line for each act; reports of one between the same parties on the same day share it, best told by one."""
    for told in grouped(founds, lambda found: _act(found, dossier.reporters)):
        best = max(told, key=lambda found: (found.row.date.basis == "stated", found.row.place is not None))
        reporter = dossier.reporters.get(best.row.statement or "")
        status = best.row.status if best.row.status in phrases()["labelled"] else None
        rest = (found for found in told if found is not best)
        yield Draft(wording.event(best.row, reporter), (best, *rest), status, quoted=True)


def _act(found: Found[Event], reporters: Mapping[str, Statement]) -> Hashable:
    row = found.row
    reporter = reporters.get(row.statement or "")
    parties = tuple(frozenset(ref.actor or ref.text for ref in side) for side in (row.actors, row.recipients))
    return (row.type, row.mode, row.status, found.since, parties, listed(reporter.speakers) if reporter else None)


def statements(founds: Sequence[Found[Statement]], dossier: Dossier) -> Iterable[Draft]:
    """A line for each statement; one that only reports another is told with it: "…, according to …"."""
    shown = {found.row.id: found for found in founds}
    above = {found.row.id: reporter for found in founds if (reporter := _reporter(found.row, shown))}
    reporting = {found.row.id for found in above.values()}
    kept = [found for found in founds if found.row.id not in reporting]

    def text(found: Found[Statement]) -> str:
        reporter = above.get(found.row.id)
        return wording.statement(found.row, reporter.row if reporter else None)

    for told in grouped(kept, text):
        rows = [each for found in told for each in (found, above.get(found.row.id)) if each]
        yield Draft(text(told[0]), tuple(rows))


def _reporter(row: Statement, shown: Mapping[str, Found[Statement]]) -> Found[Statement] | None:
    """The statement above, where it says nothing else, and that with a plain verb."""
    above = shown.get(row.parent or "")
    if above is None or not above.row.content.spans or above.row.cue is None:
        return None
    spans = above.row.content.spans
    same = row.span[0] <= spans[0][0] + _NEAR and row.span[1] >= spans[-1][1]
    return above if same and above.row.cue.lemma in phrases()["plain"] else None


def claims(founds: Sequence[Found[Claim]], dossier: Dossier) -> Iterable[Draft]:
    """A line for each sentence with claims: who, the words, and what they were read as."""
    for told in grouped(founds, lambda found: (found.document.id, found.row.sentence, found.row.statement)):
        source = dossier.reporters.get(told[0].row.statement or "")
        who = listed(source.speakers) if source and source.speakers else told[0].document.outlet or "the report"
        words = max((found.row.text for found in told), key=len)
        readings = dict.fromkeys(wording.claimed(found.row) for found in told)
        verdicts = dict.fromkeys(check.verdict for found in told if (check := dossier.checks.get(found.row.id)))
        text = f"{day(told[0].document.published)}: {capitalised(who)}: {wording.quoted(words)} – {'; '.join(readings)}"
        text += "".join(f". Checked: {reason}" for found in told if (reason := _reason(found, dossier)))
        yield Draft(capitalised(text), told, ", ".join(verdicts) or None)


def _reason(found: Found[Claim], dossier: Dossier) -> str:
    """Why a claim holds, does not, or can't be decided: the sentence of its check, without what stands before."""
    check = dossier.checks.get(found.row.id)
    return (check.note or "").rpartition(" – ")[2].rstrip(".") if check else ""


def disputed(_: Sequence[Found[Any]], dossier: Dossier) -> Iterable[Draft]:
    """A line for each dispute, with the words of all its sides."""
    for each in dossier.disputes:
        yield Draft(each.note.rstrip("."), each.sides, each.kind)


def grouped(founds: Iterable[Found[Any]], key: Callable[[Found[Any]], Hashable]) -> Iterable[tuple[Found[Any], ...]]:
    """Rows of one key together, in the order of the first of each."""
    groups: dict[Hashable, list[Found[Any]]] = {}
    for found in founds:
        groups.setdefault(key(found), []).append(found)
    return map(tuple, groups.values())
