"""Topics: PLOVER contexts of what is said, and the issues that its words name."""

from __future__ import annotations

from collections.abc import Sequence

from legation.actors import Actors
from legation.language.contexts import contexts
from legation.language.parse import Parse
from legation.records import Span


def topics(parse: Parse, actors: Actors, sentence: int, spans: Sequence[Span]) -> tuple[str, ...]:
    """Contexts of the sentences of the content, then the organisations and places that the content names."""
    words = [i for s in spans for i in parse.words_in(s)]
    found = [c for s in sorted({parse.words[i].sentence for i in words} | {sentence}) for c in contexts(parse, s)]
    named = {
        m.entity.name: None
        for m in actors.matches
        if m.first in set(words) and (m.name.kind == "place" or m.entity.kind == "organisation")
    }
    return tuple(dict.fromkeys([*found, *named]))
