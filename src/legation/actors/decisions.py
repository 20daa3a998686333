"""Why a pronoun, or a name that only the register knows, was resolved, or why not: for `legation why`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.actors.gazetteer import Match, Torn
from legation.decisions import Decision, Slot
from legation.language.reference import Coreference, Link, Mention
from legation.language.reference.words import pronouns
from legation.records import Span

if TYPE_CHECKING:
    from legation.actors.resolver import Actors

REASONS = {
    "tie": "no candidate stands out",
    "no-candidate": "nobody before agrees with it",
    "refers-to-nothing": "it most likely refers to nobody named",
    "no-speaker": "no quotation whose speaker is known",
}
SHOWN = 3  # Rivals that are named.


def decisions(actors: Actors) -> Iterator[Decision]:
    """The decisions on the pronouns of a document, then on the names that the register knows."""
    yield from _pronouns(actors)
    yield from (_known(actors, match) for match in actors.matches if match.entity.id in actors.gazetteer.learned)
    yield from (_torn(actors, torn) for torn in actors.torn)


def _known(actors: Actors, match: Match) -> Decision:
    """A name that the register resolved: who it is, in which office on the day."""
    office = match.entity.office(actors.day)
    days = f", {office.role} of {office.actor} {office.start} to {office.end}" if office else ""
    return _named(actors, match.first, match.last, kept=True, reason="the register", detail=f"{match.entity.id}{days}")


def _torn(actors: Actors, torn: Torn) -> Decision:
    """A family name that several persons bear, left open."""
    who = ", ".join(entity.id for entity in torn.entities)
    return _named(actors, torn.first, torn.last, kept=False, reason="several persons bear that name", detail=who)


def _named(actors: Actors, first: int, last: int, *, kept: bool, reason: str, detail: str) -> Decision:
    span, sentence = actors.parse.span((first, last)), actors.parse.words[first].sentence
    text = actors.parse.slice(span)
    return Decision(kind="actor", kept=kept, reason=reason, span=span, text=text, sentence=sentence, detail=detail)


def _pronouns(actors: Actors) -> Iterator[Decision]:
    found = actors.references.antecedents.found
    for link in found.links:
        mention = found.mentions[link.mention]
        if mention.form == "pronoun":
            yield _decision(actors, found, mention, link)


def _decision(actors: Actors, found: Coreference, mention: Mention, link: Link) -> Decision:
    text = actors.parse.slice(mention.span)
    entry = pronouns()[text.lower()][0]
    open_ = link.antecedent is None
    voiced = open_ and bool(actors.resolve(mention.head))
    reason = REASONS.get(link.reason, "refers back") if open_ else "refers back"
    return Decision(
        kind="actor",
        kept=not open_ or voiced,
        reason="who speaks or issues the document" if voiced else reason,
        span=mention.span,
        text=text,
        sentence=mention.sentence,
        rule=entry.id,
        source=entry.at,
        slots=tuple(_slots(actors, found, mention, link)),
        detail=_detail(actors, found, link),
    )


def _slots(actors: Actors, found: Coreference, mention: Mention, link: Link) -> Iterator[Slot]:
    """What the pronoun goes back to: the nearest mention that is no pronoun, with the actor that this gives."""
    named = next((m for m in found.antecedents(mention.head) if m.form != "pronoun"), None)
    if named is None and link.antecedent is not None:
        named = found.mentions[link.antecedent]
    if named is not None:
        refs = actors.resolve(mention.head)
        ids = ", ".join(dict.fromkeys(r.actor for r in refs if r.actor)) or None
        yield Slot(name="antecedent", text=actors.parse.slice(named.span), span=named.span, value=ids)


def _detail(actors: Actors, found: Coreference, link: Link) -> str:
    """The share and what spoke for the choice; of what was not chosen the likeliest with their shares."""
    if link.antecedent is not None:
        return f"{link.score:.2f} for {link.reason}" if link.reason else f"{link.score:.2f}"
    spans: list[tuple[Span, float]] = [(found.mentions[m].span, share) for m, share in link.rivals[:SHOWN]]
    return ", ".join(f'"{actors.parse.slice(span)}" {share:.2f}' for span, share in spans)
