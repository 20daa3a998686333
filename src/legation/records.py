"""The record: what Legation writes for one document.

Spans are `[start, end)` code points into `Document.text`, the stored text, which is never altered.
Unknown is None, never "". Ids derive from content (`content_id`): the same input gives the same ids.
The fields are those of the published schema `legation.record/1`; fields are added, never renamed.
"""

from __future__ import annotations

import hashlib
from inspect import cleandoc
from typing import Any, Literal

import msgspec

SCHEMA = "legation.record/1"

Span = tuple[int, int]
Status = Literal["occurred", "ongoing", "planned", "possible", "denied"]
Via = Literal["name", "demonym", "capital", "role", "pronoun", "definite", "registry"]
StatementMode = Literal["direct", "indirect", "mixed", "belief"]
ClaimKind = Literal["change", "level", "count", "trend", "rank", "comparison", "exclusive", "dated"]
Direction = Literal["up", "down", "flat"]
Bound = Literal["exact", "about", "at_least", "at_most"]
Harm = Literal["killed", "wounded", "missing", "captured"]
Verdict = Literal["supported", "contradicted", "undecided"]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen row of a record; encodes to JSON and back without loss."""


class Document(Row, frozen=True, kw_only=True):
    """A dated text as it was read."""

    id: str
    text: str
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None
    duplicate_of: str | None = None


class Date(Row, frozen=True, kw_only=True):
    """An interval of days, inclusive; `basis` says whether the text states it or publication gives it."""

    start: str | None = None
    end: str | None = None
    text: str | None = None
    span: Span | None = None
    basis: Literal["stated", "publication"] = "publication"


class Period(Row, frozen=True, kw_only=True):
    """The period, or the base period, that a claim speaks of."""

    start: str | None = None
    end: str | None = None
    text: str | None = None


class Place(Row, frozen=True, kw_only=True):
    """Where an event took place."""

    name: str
    country: str | None = None
    span: Span | None = None


class Count(Row, frozen=True, kw_only=True):
    """How many, where the text counts the event."""

    value: float
    bound: Bound = "exact"


class Casualties(Row, frozen=True, kw_only=True):
    """People whom an act harmed or took: how many, in a range up to `high`, and the words that say so."""

    kind: Harm
    value: float
    high: float | None = None
    bound: Bound = "exact"
    text: str
    span: Span


class Stance(Row, frozen=True, kw_only=True):
    """A speaker's stance toward a country, −1 (hostile) … 1 (friendly), and the `spans` of the words that show it."""

    toward: str
    value: float
    spans: tuple[Span, ...] = ()


class ActorRef(Row, frozen=True, kw_only=True):
    """A mention and whom it was resolved to; an unnamed speaker has `actor` None."""

    text: str
    span: Span
    actor: str | None = None
    country: str | None = None
    sector: str | None = None
    name: str | None = None
    role: str | None = None
    via: Via | None = None


class Event(Row, frozen=True, kw_only=True):
    """Who did what to whom; a reciprocal event lists all parties in `actors`.

    `count` counts the act ("four phone talks"), `people` those whom it takes or touches ("ten diplomats").
    """

    id: str
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    quad: int | None = None
    intensity: float | None = None
    actors: tuple[ActorRef, ...] = ()
    recipients: tuple[ActorRef, ...] = ()
    date: Date
    place: Place | None = None
    status: Status
    count: Count | None = None
    people: Count | None = None
    casualties: tuple[Casualties, ...] = ()
    statement: str | None = None
    span: Span
    sentence: int
    text: str
    confidence: float
    why: tuple[str, ...] = ()


class Cue(Row, frozen=True, kw_only=True):
    """The word that reports."""

    text: str
    lemma: str
    span: Span


class Content(Row, frozen=True, kw_only=True):
    """What was said; `text` joins the pieces of `spans` by " … "."""

    text: str
    spans: tuple[Span, ...]


class Statement(Row, frozen=True, kw_only=True):
    """Who says what to whom, through whom; `via` runs from the outermost outlet inwards."""

    id: str
    speakers: tuple[ActorRef, ...] = ()
    addressees: tuple[ActorRef, ...] = ()
    via: tuple[ActorRef, ...] = ()
    mode: StatementMode
    cue: Cue | None = None
    content: Content
    date: Date
    stance: tuple[Stance, ...] = ()
    topics: tuple[str, ...] = ()
    parent: str | None = None
    span: Span
    sentence: int
    text: str
    confidence: float
    why: tuple[str, ...] = ()


class Claim(Row, frozen=True, kw_only=True):
    """A checkable assertion with a number, an order or a direction."""

    id: str
    kind: ClaimKind
    measure: str | None = None
    dyad: tuple[str, ...] = ()
    direction: Direction | None = None
    value: float | None = None
    unit: str | None = None
    bound: Bound | None = None
    period: Period | None = None
    baseline: Period | None = None
    statement: str | None = None
    event: str | None = None
    span: Span
    sentence: int
    text: str
    confidence: float
    why: tuple[str, ...] = ()


class Test(Row, frozen=True, kw_only=True):
    """One reading that a claim was tested under: by which method, defined how, with what value and verdict.

    `gap` says that two records differ by more than their valuations can, where neither refutes the other.
    """

    method: str
    reading: str
    verdict: Verdict
    computed: float | None = None
    unit: str | None = None
    evidence: tuple[str, ...] = ()
    gap: bool = False


class Check(Row, frozen=True, kw_only=True):
    """Whether a claim holds against the record and the statistics.

    `note` is a sentence that can be printed; `tests` are all readings tried, the deciding one first; `missing` says
    what an undecided claim lacks. `form` is the claim's normal form in words.
    """

    claim: str
    verdict: Verdict
    computed: float | None = None
    unit: str | None = None
    evidence: tuple[str, ...] = ()
    method: str
    note: str | None = None
    missing: str | None = None
    form: str | None = None
    tests: tuple[Test, ...] = ()


class Issue(Row, frozen=True, kw_only=True):
    """What could not be read or coded, and why; `code` is an error code of `legation.errors`."""

    code: str
    message: str
    span: Span | None = None


class Record(Row, frozen=True, kw_only=True):
    """All that was read out of one document; `skipped` counts the sentences that the cascade did not parse."""

    schema: str = SCHEMA
    document: Document
    sentences: tuple[Span, ...] = ()
    actors: tuple[ActorRef, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()
    skipped: int = 0


def content_id(kind: str, *parts: object) -> str:
    """An id from content: the kind's first letter and 16 hex digits of a BLAKE2 hash of the parts.

    >>> content_id("event", "doc-1", "CONSULT", (0, 7)) == content_id("event", "doc-1", "CONSULT", (0, 7))
    True
    """
    digest = hashlib.blake2b(msgspec.json.encode([kind, *parts]), digest_size=8)
    return f"{kind[0]}{digest.hexdigest()}"


def encode(row: Row) -> bytes:
    """One row as UTF-8 JSON, fields in the order of the schema."""
    return msgspec.json.encode(row)


def decode(data: bytes | str) -> Record:
    """A record from JSON; raises `msgspec.ValidationError` where a field has the wrong type."""
    return msgspec.json.decode(data, type=Record)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a record, as published in `docs/record.schema.json`."""
    schema = msgspec.json.schema(Record)
    for each in schema["$defs"].values():
        if "description" in each:  # as Python 3.13 and msgspec 0.23 leave them
            each["description"] = cleandoc(each["description"])
    return schema


if __name__ == "__main__":
    print(msgspec.json.format(msgspec.json.encode(json_schema()), indent=2).decode())
