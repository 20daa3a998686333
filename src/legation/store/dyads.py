"""Which pairs of countries a row belongs to.

- An event: every two of its parties. Actors together without recipients act mutually; two parties on the same side
  of an act toward a third stand *beside* each other ("Russia and Iran condemned …" is no conflict between the two).
- A statement: its speaker's country and each country it is addressed to, takes a stance toward, or mentions.
  News media as addressees are channels, not parties: "told Reuters" says nothing to Britain.
- A claim: the two of its dyad; a claim without one belongs where its event, its statement or its sentence does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from legation.records import ActorRef, Claim, Date, Event, Record, Statement
from legation.store.schema import Dyad

ORGANISATIONS = frozenset({"IGO", "NGO", "IMG", "MNC"})
Link = tuple[str, str, str]


def side(actor: str) -> str | None:
    """The country or the organisation an actor id stands for; None for an id of neither.

    >>> side("RUS.GOV.MFA"), side("IGO.EU.COMMISSION"), side("lavrov")
    ('RUS', 'IGO.EU', None)
    """
    head, *rest = actor.split(".")
    if head in ORGANISATIONS:
        return ".".join([head, *rest[:1]])
    return head if len(head) == 3 and head.isupper() else None


def party(ref: ActorRef) -> str | None:
    """The side of a mention: its country, or else the side of its actor id."""
    return ref.country or (side(ref.actor) if ref.actor else None)


def parties(refs: Iterable[ActorRef]) -> dict[str, None]:
    """The distinct sides of some mentions, in the order of mention."""
    return dict.fromkeys(found for found in map(party, refs) if found)


def dyads(record: Record) -> Iterator[Dyad]:
    """Every belonging of every row of a record, each pair once per row."""
    published = record.document.published
    sentences: dict[int, dict[tuple[str, str], str]] = {}
    rows: dict[str, dict[tuple[str, str], str]] = {}
    found: list[tuple[str, Event | Statement, dict[tuple[str, str], str]]] = [
        *(("event", event, ways(event_links(event))) for event in record.events),
        *(("statement", said, ways(statement_links(said, record.actors))) for said in record.statements),
    ]
    for kind, row, pairs in found:
        rows[row.id] = pairs
        sentences.setdefault(row.sentence, {}).update(pairs)
        since, until = days(row.date, published)
        for (a, b), way in pairs.items():
            yield Dyad(kind=kind, id=row.id, a=a, b=b, way=way, since=since, until=until)
    for claim in record.claims:
        for a, b in claim_pairs(claim, rows, sentences):
            yield Dyad(kind="claim", id=claim.id, a=a, b=b, way="mutual", since=published, until=published)


def days(date: Date, published: str | None) -> tuple[str | None, str | None]:
    """When a row is placed: its stated days, or the day of publication; an open end stays None."""
    if date.start or date.end:
        return date.start or date.end, date.end
    return published, published


def ways(links: Iterable[Link]) -> dict[tuple[str, str], str]:
    """Links `(from, to, kind)` folded to one way per alphabetical pair."""
    kinds: dict[tuple[str, str], set[str]] = {}
    for source, target, kind in links:
        if source != target:
            forth = source < target
            pair = (source, target) if forth else (target, source)
            kinds.setdefault(pair, set()).add(kind if kind != "toward" else "forth" if forth else "back")
    return {pair: fold(found) for pair, found in kinds.items()}


def fold(kinds: set[str]) -> str:
    """One way out of those found: both ways is mutual, and any act outweighs standing beside."""
    acts = kinds - {"beside"}
    return next(iter(acts)) if len(acts) == 1 else "mutual" if acts else "beside"


def event_links(event: Event) -> Iterator[Link]:
    """Actor → recipient, and actors or recipients among themselves."""
    actors, recipients = parties(event.actors), parties(event.recipients)
    yield from ((source, target, "toward") for source, target in product(actors, recipients))
    together = "beside" if recipients else "mutual"
    yield from ((one, other, together) for one, other in combinations(actors, 2))
    yield from ((one, other, "beside") for one, other in combinations(recipients, 2))


def statement_links(said: Statement, actors: Iterable[ActorRef]) -> Iterator[Link]:
    """Speaker → addressed, judged or mentioned; joint speakers mutually."""
    speakers = parties(said.speakers)
    toward = [side(each.toward) or each.toward for each in said.stance]
    addressed = parties(ref for ref in said.addressees if ref.sector != "MED")
    spans = said.content.spans
    mentioned = parties(ref for ref in actors for start, end in spans if ref.span[0] < end and start < ref.span[1])
    targets = dict.fromkeys([*toward, *addressed, *mentioned])
    joint = list(combinations(speakers, 2))
    yield from ((one, other, "mutual") for one, other in joint)
    yield from ((source, target, "toward") for source, target in product(speakers, targets))


def claim_pairs(
    claim: Claim,
    rows: dict[str, dict[tuple[str, str], str]],
    sentences: dict[int, dict[tuple[str, str], str]],
) -> list[tuple[str, str]]:
    """The pairs of a claim: its dyad's, else those of its event, its statement and its sentence."""
    named = list(dict.fromkeys(side(each) or each for each in claim.dyad))
    if len(named) > 1:
        return [(a, b) for a, b in combinations(sorted(named), 2)]
    around = [rows.get(claim.event or "", {}), rows.get(claim.statement or "", {}), sentences.get(claim.sentence, {})]
    pairs = dict.fromkeys(pair for each in around for pair in each)
    return [pair for pair in pairs if not named or named[0] in pair]
