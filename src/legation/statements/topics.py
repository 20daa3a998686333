"""Topics: PLOVER contexts of what is said, and the issues that its words name."""

from __future__ import annotations

from collections.abc import Sequence

from legation.actors import Actors
from legation.language.contexts import contexts
from legation.language.parse import Parse
from legation.records import Span
from legation.statements.near import matches_in


def topics(parse: Parse, actors: Actors, sentence: int, spans: Sequence[Span]) -> tuple[str, ...]:
    """Contexts of the sentences of the content, then the organisations and places that the content names."""
    words = [i for s in spans for i in parse.words_in(s)]
    found = [c for s in sorted({parse.words[i].sentence for i in words} | {sentence}) for c in contexts(parse, s)]
    names = (m for m in matches_in(actors, words) if m.name.kind == "place" or m.entity.kind == "organisation")
    named = dict.fromkeys(m.entity.name for m in names)
    return tuple(dict.fromkeys([*found, *named]))
