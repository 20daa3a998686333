"""Whether a rule's match meets the rule's conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.claims.rules import ClaimRule
from legation.claims.slots import Slots

# How many words before or behind a match count as beside it.
BESIDE = 4
ANY = "*"


class Conditions(Slots):
    """Judges matches in one parse."""

    def unmet(self, rule: ClaimRule, i: int, words: tuple[int, ...]) -> str | None:
        """The first condition of a rule that its match does not meet, in words."""
        for slot, lemmas in rule.having.items():
            if not self._holds(slot, lemmas, i, words):
                return f"needs {slot}: {', '.join(lemmas[:6])}"
        for slot, lemmas in rule.lacking.items():
            if self._holds(slot, lemmas, i, words):
                return f"must not have {slot}: {', '.join(lemmas[:6])}"
        return None

    def _holds(self, slot: str, lemmas: tuple[str, ...], i: int, words: tuple[int, ...]) -> bool:
        word = self.parse.words[i]
        match slot:
            case "rank":
                return self.placed(i) is not None
            case "above":
                return word.base in ("nsubj", "obj") and self._are((word.head,), lemmas)
            case "then":
                return self._party(self.parse.words[max(words)].head, max(words))
            case "dep":
                return word.dep in lemmas
            case "actor":
                return self._actor(word.head, lemmas)
            case _:
                return self._are(self._looked(slot, i, words), lemmas)

    def _are(self, looked: Iterable[int], lemmas: tuple[str, ...]) -> bool:
        """Whether one of the words is one of these, by form or lemma."""
        found = [self.parse.words[w] for w in looked]
        return bool(found) if ANY in lemmas else any(w.lower in lemmas or w.lemma.lower() in lemmas for w in found)

    def _party(self, behind: int, last: int) -> bool:
        """Whether a state or body stands behind a phrase, tied to it: "only with Iran"."""
        return behind > last and bool(self.actors.refs(behind))

    def _actor(self, above: int, deps: tuple[str, ...]) -> bool:
        """Whether a word hangs on the name of an actor in one of these places: "only Turkey has …"."""
        word = self.parse.words[above]
        named = above >= 0 and word.dep in deps and word.pos == "PROPN"
        return named and any(r.actor for r in self.actors.resolve(above))

    def _looked(self, slot: str, i: int, words: tuple[int, ...]) -> Iterator[int]:
        parse = self.parse
        sentence = parse.sentences[parse.words[i].sentence]
        match slot:
            case "adverb":
                yield from parse.children(i, "advmod", "det")
            case "sentence":
                yield from range(sentence.first, sentence.last)
            case "behind":
                yield from range(max(words) + 1, min(max(words) + 1 + BESIDE, sentence.last))
            case "ahead":
                yield from range(max(sentence.first, min(words) - BESIDE), min(words))
            case "phrase":
                yield from (c for w in words for c in parse.phrase(w))
            case _:
                fillers = self.fillers(slot, i, words)
                yield from (c for w in fillers for c in (w, *parse.children(w, "compound", "amod")))
