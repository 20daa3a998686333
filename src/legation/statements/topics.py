"""Topics: PLOVER contexts of what is said, and the issues, organisations and places that its words name."""

from __future__ import annotations

from collections.abc import Sequence

from legation.actors import Actors
from legation.language.contexts import contexts
from legation.language.parse import Parse
from legation.records import Span
from legation.statements.issues import Issues
from legation.statements.near import matches_in


class Topics:
    """The topics of the statements of one parse; what they share is read once."""

    def __init__(self, parse: Parse, actors: Actors) -> None:
        self._parse, self._actors, self._issues = parse, actors, Issues(parse)
        self._contexts: dict[int, tuple[str, ...]] = {}

    def of(self, sentence: int, spans: Sequence[Span]) -> tuple[str, ...]:
        """Contexts of the content's sentences, the issues that it names, then organisations and places beside them."""
        words = [i for s in spans for i in self._parse.words_in(s)]
        found = [c for s in sorted({self._parse.words[i].sentence for i in words} | {sentence}) for c in self._about(s)]
        issues = self._issues.within(words)
        taken = {w for issue in issues for w in range(issue.first, issue.last + 1)}
        matches = (m for m in matches_in(self._actors, words) if m.first not in taken)
        named = [m.entity.name for m in matches if m.name.kind == "place" or m.entity.kind == "organisation"]
        return tuple(dict.fromkeys([*found, *(issue.name for issue in issues), *named]))

    def _about(self, sentence: int) -> tuple[str, ...]:
        if sentence not in self._contexts:
            self._contexts[sentence] = contexts(self._parse, sentence)
        return self._contexts[sentence]
