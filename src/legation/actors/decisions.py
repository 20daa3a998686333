"""Why a pronoun was resolved, or why not: one decision per pronoun, for `legation why`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

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
    """The decisions on the pronouns of a document, in the order of the text."""
    found = actors.references.antecedents.found
    for link in found.links:
        mention = found.mentions[link.mention]
        if mention.form == "pronoun":
            yield _decision(actors, found, mention, link)


def _decision(actors: Actors, found: Coreference, mention: Mention, link: Link) -> Decision:
    text = actors.parse.slice(mention.span)
    entry = pronouns()[text.lower()][0]
    return Decision(
        kind="actor",
        kept=link.antecedent is not None,
        reason=REASONS.get(link.reason, "refers back") if link.antecedent is None else "refers back",
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
