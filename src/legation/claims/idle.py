"""Numbers that say nothing of a measure: parts of names, others' counts, figures that only compare or point back."""

from __future__ import annotations

from legation.claims.joins import joins
from legation.claims.named import HYPHENS
from legation.claims.roles import Roles
from legation.claims.rules import triggers
from legation.language.quantities import Quantity

# How far a number's word may stand from it.
PATH = 6
FEW = 4


class Idle(Roles):
    """Tells the idle quantities of one document."""

    def _idle(self, quantity: Quantity) -> bool:
        """ "One" counts nothing, "a three-page letter" counts its pages, and a length is no matter between states."""
        if quantity.unit is not None:
            return quantity.unit in joins().idle
        before = self.parse.words[max(0, quantity.words[0] - 2) : quantity.words[0]]
        if quantity.unit is None and (self._names(quantity) or self._numbers(quantity)):
            return True
        if len(before) == 2 and before[0].pos == "NOUN" and before[1].lower in joins().either:
            return True  # "a day or two of talks"
        behind = self.parse.words[quantity.words[-1] + 1 : quantity.words[-1] + 2]
        dashed = behind and behind[0].text in HYPHENS and behind[0].start == quantity.span[1]
        return bool(dashed) or quantity.value == 1

    def _names(self, quantity: Quantity) -> bool:
        """ "Nine Elms": a number that is part of a name."""
        word, behind = self.parse.words[quantity.words[0]], self.parse.words[quantity.words[-1] + 1 :][:1]
        opens = word.i == self.parse.sentences[word.sentence].first
        named = word.text.istitle() and bool(behind) and behind[0].pos == "PROPN" and behind[0].text.istitle()
        return named and not opens and not any(r.via == "demonym" for r in self.source.actors.refs(behind[0].i))

    def _numbers(self, quantity: Quantity) -> bool:
        """ "Paragraph 36 of the accord": a number that tells which."""
        first = self.parse.words[quantity.words[0]]
        before = self.parse.words[first.i - 1] if first.i else first
        if before.i < first.i and before.pos in ("NOUN", "PROPN") and first.head == before.i:
            return True
        return any(s.first < first.i < s.last for s in self.parse.names)  # "the Group of 20 summit"

    def _particle(self, i: int) -> bool:
        """ "Made up 8 percent": the particle belongs to a verb that is a trigger with it."""
        word = self.parse.words[i]
        return word.dep == "compound:prt" and ("verb", self.source.frames.lemma(word.head)) in triggers()

    def _pointing(self, quantity: Quantity) -> bool:
        """ "The two diplomats": who were named before."""
        lead = self.parse.words[quantity.lead].lower if quantity.lead is not None else ""
        return quantity.unit is None and quantity.value <= FEW and lead in joins().definite

    def _further(self, word: int, quantity: Quantity) -> bool:
        """ "Eleven more hostages" are others, no rise; "eleven more than in May" is one."""
        plain = quantity.unit is None and not quantity.relative
        behind = self.parse.words[word + 1 : word + 4]
        return plain and word > quantity.words[-1] and not any(w.lower in joins().than for w in behind)

    def _of_another(self, quantity: Quantity) -> bool:
        """ "Met on 6,000 lorries, down from 6,500": it counts what the number before does, which is no measure."""
        before = [q for q in self.source.quantities if q.words[-1] < quantity.words[0]][-1:]
        if quantity.unit or not before or before[0].unit or quantity.words[0] - before[0].words[-1] > PATH:
            return False
        noun = self.parse.words[before[0].head].head
        return noun >= 0 and self.parse.words[noun].pos == "NOUN" and self.source.measures.listed(noun) is None

    def _part(self, quantity: Quantity) -> bool:
        """ "21 people, including two women", "the envoy and three others"."""
        lead = self.parse.words[quantity.lead].lower if quantity.lead is not None else ""
        behind = self.parse.words[quantity.words[-1] + 1 : quantity.words[-1] + 2]
        joined = "conj" in (self.parse.words[quantity.head].dep, self.parse.words[self._noun(quantity)].dep)
        return lead in joins().within or (joined and any(w.lower in joins().further for w in behind))

    def _noun(self, quantity: Quantity) -> int:
        return max(self.parse.words[quantity.head].head, 0)

    def _compares(self, word: int) -> bool:
        """ "Higher than its imports" compares; "higher than in 2019" is a change."""
        behind = self.parse.words[word + 1 : word + 2]
        if not behind or behind[0].lower not in joins().than or behind[0].head < 0:
            return False
        return behind[0].head not in self.source.timed and self.parse.words[behind[0].head].pos in (
            "NOUN",
            "PROPN",
            "PRON",
        )
