"""The rows of a pair as the tables of a page, and the same rows flat for CSV and whole for JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from legation.brief import wording
from legation.brief.dates import dated, day
from legation.brief.dossier import BESIDE
from legation.brief.notes import AnyFound
from legation.records import ActorRef, Claim, Event, Row, Statement
from legation.web.addresses import document_url
from legation.web.desk import Page

NAMES = ("events", "statements", "claims")
_AROUND = 140


class Line(Row, frozen=True, kw_only=True):
    """One row of a table as it is read: when, what, how sure, and the words that show it with those around them."""

    id: str
    when: str
    what: str
    detail: str | None = None
    label: str | None = None
    checked: str | None = None
    quote: tuple[str, str, str]
    outlet: str | None = None
    url: str
    confidence: float


class Table(Row, frozen=True, kw_only=True):
    """A page of a table: `total` rows there are, `lines` of them here."""

    name: str
    title: str
    empty: str
    lines: tuple[Line, ...]
    total: int


TITLES = {"events": "Events", "statements": "Statements", "claims": "Claims"}
EMPTY = {
    "events": "No event in this window and with these filters",
    "statements": "No statement in this window",
    "claims": "No checkable claim in this window",
}


def table(page: Page) -> Table:
    """One page of a table, in words."""
    lines = tuple(_line(found, page) for found in page.founds)
    return Table(name=page.name, title=TITLES[page.name], empty=EMPTY[page.name], lines=lines, total=page.total)


def _line(found: AnyFound, page: Page) -> Line:
    row = found.row
    when, what, detail, label = _said(found, page.reporters)
    check = page.checks.get(row.id)
    beside = "side by side" if found.direction == BESIDE else None
    sentence = page.sentences.get((found.document.id, row.sentence), "")
    return Line(
        id=row.id,
        when=when,
        what=what,
        detail=" · ".join(filter(None, (beside, detail))) or None,
        label=check.verdict if check else label,
        checked=check.note if check else None,
        quote=parted(sentence, row.text) if not isinstance(row, Statement) else ("", row.text, ""),
        outlet=found.document.outlet,
        url=document_url(found.document.id, row.id),
        confidence=row.confidence,
    )


def parted(sentence: str, words: str) -> tuple[str, str, str]:
    """A sentence as what stands before the words of a row, the words, and what stands behind; long ends are cut.

    >>> parted("On Monday Iran met Russia again.", "Iran met Russia")
    ('On Monday ', 'Iran met Russia', ' again.')
    """
    before, found, behind = sentence.partition(words)
    if not found:
        return "", words, ""
    head = before if len(before) <= _AROUND else f"… {before[-_AROUND:].partition(' ')[2]}"
    tail = behind if len(behind) <= _AROUND else f"{behind[:_AROUND].rpartition(' ')[0]} …"
    return head, words, tail


def _said(found: AnyFound, reporters: Mapping[str, Statement]) -> tuple[str, str, str | None, str | None]:
    match row := found.row:
        case Event():
            kind = "/".join(filter(None, (row.type, row.mode)))
            about = " · ".join((kind, *row.contexts))
            return dated(row.date), wording.act(row, reporters.get(row.statement or "")), about, row.status
        case Statement():
            return dated(row.date), wording.chain(row), " · ".join(row.topics) or None, row.mode
        case Claim():
            what = wording.claim(row, reporters.get(row.statement or ""))
            return f"reported {day(found.document.published)}", what, row.kind, None
    raise TypeError(type(row).__name__)


def whole(head: Mapping[str, Any], rows: Mapping[str, Iterable[AnyFound]]) -> Iterator[bytes]:
    """JSON in pieces: a head, then each table: the fields of its rows, and the document they stand in."""
    yield msgspec.json.encode(head).removesuffix(b"}")
    for name, founds in rows.items():
        yield b',"' + name.encode() + b'":['
        for place, found in enumerate(founds):
            row = {**msgspec.structs.asdict(found.row), "document": _document(found)}
            yield (b"," if place else b"") + msgspec.json.encode(row)
        yield b"]"
    yield b"}"


def _document(found: AnyFound) -> dict[str, str | None]:
    source = found.document
    return {name: getattr(source, name) for name in ("id", "published", "outlet", "title", "url")}


def lines_of_csv(name: str, founds: Iterable[AnyFound]) -> Iterator[bytes]:
    """A table as CSV, line by line, with a header; lists are joined by `; `."""
    columns = COLUMNS[name]
    yield _csv([*columns, *_SOURCE])
    for found in founds:
        source = found.document
        cells = [read(found.row) for read in columns.values()]
        yield _csv([*cells, source.id, source.published, source.outlet, source.url])


def _csv(cells: Iterable[Any]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(["" if cell is None else cell for cell in cells])
    return line.getvalue().encode()


def _ids(refs: Iterable[ActorRef]) -> str:
    return "; ".join(ref.actor or ref.text for ref in refs)


_SOURCE = ("document", "published", "outlet", "url")
Column = Callable[[Any], Any]
_SHOWN: dict[str, Column] = {
    "sentence": lambda row: row.sentence,
    "start_char": lambda row: row.span[0],
    "end_char": lambda row: row.span[1],
    "text": lambda row: row.text,
    "confidence": lambda row: row.confidence,
    "why": lambda row: "; ".join(row.why),
}
_DATED: dict[str, Column] = {
    "start": lambda row: row.date.start,
    "end": lambda row: row.date.end,
    "basis": lambda row: row.date.basis,
}
COLUMNS: dict[str, dict[str, Column]] = {
    "events": {
        "id": lambda row: row.id,
        **_DATED,
        "type": lambda row: row.type,
        "mode": lambda row: row.mode,
        "contexts": lambda row: "; ".join(row.contexts),
        "cameo": lambda row: row.cameo,
        "quad": lambda row: row.quad,
        "intensity": lambda row: row.intensity,
        "actors": lambda row: _ids(row.actors),
        "recipients": lambda row: _ids(row.recipients),
        "place": lambda row: row.place and row.place.name,
        "status": lambda row: row.status,
        "count": lambda row: row.count and row.count.value,
        "people": lambda row: row.people and row.people.value,
        "casualties": lambda row: "; ".join(f"{toll.kind} {toll.value:g}" for toll in row.casualties),
        "statement": lambda row: row.statement,
        **_SHOWN,
    },
    "statements": {
        "id": lambda row: row.id,
        **_DATED,
        "speakers": lambda row: _ids(row.speakers),
        "addressees": lambda row: _ids(row.addressees),
        "via": lambda row: _ids(row.via),
        "mode": lambda row: row.mode,
        "cue": lambda row: row.cue and row.cue.lemma,
        "content": lambda row: row.content.text,
        "stance": lambda row: "; ".join(f"{stance.toward} {stance.value:+g}" for stance in row.stance),
        "topics": lambda row: "; ".join(row.topics),
        "parent": lambda row: row.parent,
        **_SHOWN,
    },
    "claims": {
        "id": lambda row: row.id,
        "kind": lambda row: row.kind,
        "measure": lambda row: row.measure,
        "dyad": lambda row: "; ".join(row.dyad),
        "direction": lambda row: row.direction,
        "value": lambda row: row.value,
        "unit": lambda row: row.unit,
        "bound": lambda row: row.bound,
        "period_start": lambda row: row.period and row.period.start,
        "period_end": lambda row: row.period and row.period.end,
        "statement": lambda row: row.statement,
        "event": lambda row: row.event,
        **_SHOWN,
    },
}
