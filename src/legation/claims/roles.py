"""How a number stands to a word: behind which preposition, right before it, as its subject or its object."""

from __future__ import annotations

from legation.claims.joins import joins
from legation.claims.source import Source
from legation.language.quantities import Quantity

BESIDE = frozenset({"ADV", "ADP", "ADJ"})
MODIFIER = frozenset({"compound", "nummod", "amod", "nmod:unmarked", "nmod:desc"})


class Roles:
    """Reads the roles of the quantities of one document."""

    def __init__(self, source: Source) -> None:
        self.source, self.parse = source, source.parse

    def role(self, quantity: Quantity, trigger: int) -> str:
        """How a quantity stands to a trigger: its preposition, "mod" right before it, "subject", else "bare"."""
        parse = self.parse
        head = parse.words[quantity.head]
        other = self._coordinated(quantity)
        if other is not None:
            return self.role(other, trigger)
        lead = parse.words[quantity.lead] if quantity.lead is not None else None
        if lead is not None and lead.lower in joins().of and head.head != trigger and self._carrier(head.head):
            return "worth" if self._put_at(head.head) else self._of_noun(head.head)
        if self._passed(quantity, trigger):
            return "to"
        if lead is not None and (lead.tag in ("IN", "TO") or (lead.i == trigger and lead.pos in BESIDE)):
            return lead.lower
        before = quantity.words[0] - quantity.bounded
        cases = [c for c in parse.children(quantity.head, "case") if c < before]
        if cases:
            return parse.words[cases[0]].lower
        if head.dep in MODIFIER and head.head >= 0:
            return "mod" if head.head == trigger else self._of_noun(head.head)
        return "subject" if head.dep == "nsubj" else "bare"

    def _put_at(self, noun: int) -> bool:
        """ "Goods to the value of $3 m"."""
        return self.parse.words[noun].lemma in joins().worth and self.source.frames.case(noun)[0] == "to"

    def _passed(self, quantity: Quantity, trigger: int) -> bool:
        """ "The toll rose above 200": what bounds the number says that it was reached."""
        before = self.parse.words[quantity.words[0] - 1] if quantity.bounded else None
        return before is not None and before.lower in joins().passed and before.i - trigger == 1

    def _carrier(self, noun: int) -> bool:
        """ "A rate of 12 percent": the noun only carries the number."""
        found = self.source.measures.listed(noun) if noun >= 0 else None
        return found is not None and found.sort == "container"

    def _coordinated(self, quantity: Quantity) -> Quantity | None:
        """The number that this one goes on with: "from 20 tonnes in 2019 and 30 tonnes in 2020"."""
        if quantity.lead is None or self.parse.words[quantity.lead].pos != "CCONJ":
            return None
        before = [q for q in self.source.quantities if q.words[-1] < quantity.lead and quantity.lead - q.words[-1] < 8]
        return before[-1] if before and before[-1].unit == quantity.unit else None

    def _of_noun(self, noun: int) -> str:
        """How the noun that a number counts stands: its preposition, "subject" or "bare"."""
        name = self.source.frames.case(noun)[0]
        if name:
            return name.split()[0]
        return "subject" if self.parse.words[noun].dep == "nsubj" else "bare"
