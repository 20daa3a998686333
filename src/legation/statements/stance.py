"""Stance: how friendly the content is toward each state it names, from words that show it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from legation.actors import Actors
from legation.language.parse import Parse
from legation.lexicon import load
from legation.records import ActorRef, Span, Stance

NEGATIONS = frozenset({"not", "n't", "never", "no", "without"})


class Tone(msgspec.Struct, frozen=True):
    """`lexicon/en/stance.yaml`: lemmas that show friendliness or hostility, each with its weight."""

    friendly: dict[str, float]
    hostile: dict[str, float]


@lru_cache(maxsize=1)
def tone() -> dict[str, float]:
    """Lemma → weight, −1 … 1."""
    table = load("en/stance", Tone)
    return {**table.friendly, **{w: -v for w, v in table.hostile.items()}}


def stance(parse: Parse, actors: Actors, speakers: Sequence[ActorRef], spans: Sequence[Span]) -> tuple[Stance, ...]:
    """One Stance per state named in the content that is not the speakers' own; none where no word shows a stance."""
    own = {r.country for r in speakers if r.country}
    words = [i for s in spans for i in parse.words_in(s)]
    if not words:
        return ()
    shown = [_weight(parse, i) for i in words]
    shown = [w for w in shown if w]
    if not shown:
        return ()
    value = round(max(-1.0, min(1.0, sum(shown) / max(1.0, len(shown) ** 0.5))), 2)
    toward = [c for c in actors.countries(min(words), max(words) + 1) if c not in own]
    return tuple(Stance(toward=c, value=value) for c in toward)


def _weight(parse: Parse, i: int) -> float:
    weight = tone().get(parse.words[i].lemma.lower(), 0.0)
    negated = any(parse.words[c].lower in NEGATIONS for c in parse.children(i)) if weight else False
    return -weight if negated else weight
