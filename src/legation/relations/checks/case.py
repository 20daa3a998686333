"""What a claim is checked against: the claims, events and statements of its pair, and the figures of their trade."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from legation.lexicon.entities import actor_table
from legation.observations import Observation
from legation.records import ActorRef, Claim, Event, Statement
from legation.relations.acts import Happening, happenings, reports
from legation.relations.checks.book import Record, records
from legation.relations.checks.consistency import Finding, findings
from legation.relations.checks.figures import Figure, newest, of_claim, of_observation
from legation.relations.names import name_of
from legation.statistics.offices import office_of
from legation.store import Found, Store


@dataclass(frozen=True)
class Case:
    """The rows of one pair; statements by id. `countries` are the states that either side has events with."""

    a: str
    b: str
    claims: tuple[Found[Claim], ...] = ()
    events: tuple[Found[Event], ...] = ()
    statements: Mapping[str, Statement] = field(default_factory=dict)
    observations: tuple[Observation, ...] = ()
    happenings: tuple[Happening, ...] = ()
    partners: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @cached_property
    def series(self) -> list[Figure]:
        """The figures of the series, the newest vintage of each."""
        return newest(figure for row in self.observations if (figure := of_observation(row)))

    @cached_property
    def records(self) -> list[Record]:
        """The records that the series are of."""
        return records(self.series)

    @cached_property
    def findings(self) -> list[Finding]:
        """What the figures of claims and of series say of each other."""
        said = [figure for found in self.claims if (figure := self.figure(found))]
        return findings([*said, *self.series])

    def figure(self, found: Found[Claim]) -> Figure | None:
        """The figure that a claim states."""
        speaker, record = self.speaker(found.row), self.record(found.row)
        source = speaker or found.outlet or found.document
        return of_claim(found.row, speaker=source, record=record, text=found.document, said=found.published)

    def speaker(self, claim: Claim) -> str | None:
        """Who says it: a name, or the words that stand for one."""
        said = self.statements.get(claim.statement or "")
        return next(map(called, said.speakers), None) if said else None

    def record(self, claim: Claim) -> str | None:
        """Whose record a claim is quoted from, where its words name a statistical office."""
        said = self.statements.get(claim.statement or "")
        return office_of(f"{said.text if said else ''} {claim.text}")


def called(ref: ActorRef) -> str:
    """A speaker by name, or by role and country, or in the words of the text."""
    if ref.name:
        return ref.name
    entity = actor_table().entities.get(ref.actor or "")
    if entity is not None and entity.kind == "person":
        return entity.name
    if ref.via in ("pronoun", "definite") and ref.country:
        return f"the {ref.role} of {name_of(ref.country)}" if ref.role else name_of(ref.country)
    return ref.text


def case(store: Store, a: str, b: str, *, most: int | None = None) -> Case:
    """All that a store holds of a pair; with `most`, the newest rows only, and nothing that is counted over all."""
    pair = store.pair(a, b)
    claims = pair.claim_rows(newest=most is not None, limit=most)
    events = pair.event_rows(newest=most is not None, limit=most)
    rows: list[Claim | Event] = [*(each.row for each in claims), *(each.row for each in events)]
    wanted = sorted({row.statement for row in rows if row.statement})
    said = store.rows(Statement, "SELECT * FROM statements WHERE id IN (SELECT unnest($1))", [wanted]) if wanted else ()
    query = "SELECT * FROM series WHERE (reporter = $1 AND partner = $2) OR (reporter = $2 AND partner = $1)"
    return Case(
        a=pair.a,
        b=pair.b,
        claims=claims,
        events=events,
        statements={each.id: each for each in said},
        observations=store.rows(Observation, query, [pair.a, pair.b]),
        happenings=tuple(happenings(reports(pair))) if most is None else (),
        partners={side: _partners(store, side) for side in (pair.a, pair.b)} if most is None else {},
    )


def _partners(store: Store, side: str) -> dict[str, int]:
    """How many distinct acts of cooperation a side has with each partner."""
    query = (
        "SELECT CASE WHEN a = $1 THEN b ELSE a END AS partner, count(DISTINCT (type, since)) AS n FROM event_pairs "
        "WHERE (a = $1 OR b = $1) AND quad IN (1, 2) AND status IN ('occurred', 'ongoing') AND way <> 'beside' "
        "GROUP BY partner ORDER BY n DESC, partner"
    )
    return dict(store.sql(query, [side]).fetchall())
