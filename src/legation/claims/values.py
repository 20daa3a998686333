"""Claims with a number: each quantity finds the word that says whether it is a change, a level or a count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from legation.claims.draft import Draft
from legation.claims.gaps import gapped, trailing, with_units, worth
from legation.claims.idle import PATH, Idle
from legation.claims.joins import joins
from legation.claims.measures import TOLL, TRADED, Found
from legation.claims.roles import BESIDE
from legation.claims.rules import ClaimRule, Trigger, said_by, sorted_rules, triggers
from legation.language.quantities import Quantity
from legation.records import Direction

ANYWHERE = "*"
POS: dict[str, Trigger] = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "ADJ": "adjective",
    "ADV": "adverb",
    "ADP": "adverb",
}


class Values(Idle):
    """Reads the claims of one document's quantities."""

    def drafts(self) -> Iterator[Draft]:
        """One draft per quantity that a rule takes; a range gives two, its lower and its upper bound."""
        yield from with_units(self._read())

    def _read(self) -> Iterator[Draft]:
        last: Draft | None = None
        for quantity in self.source.quantities:
            found = self._draft(quantity)
            if found is None or found.reason or (last is not None and found.anchor == last.anchor):
                found = gapped(self.source, quantity, last) or found
            found = trailing(found, last, self.source)
            if found is None:
                continue
            last = found if found.kind in ("change", "level") and found.reason is None else last
            if quantity.high is None:
                yield found
            else:
                yield replace(found, bound="at_least")
                yield replace(found, bound="at_most", value=worth(found, quantity.high))

    # --- which rule takes a quantity

    def _draft(self, quantity: Quantity) -> Draft | None:
        if quantity.duration or self._idle(quantity):
            return None
        found: list[tuple[int, int, Draft]] = []
        for trigger, word in self._triggers(quantity):
            role = self.role(quantity, word)
            for rule in self._rules(trigger, word, quantity):
                draft = self._taken(rule, trigger, word, quantity, role)
                if draft is not None:
                    found.append((self._weight(draft), -len(found), draft))
        if not found:
            return None
        return max(found, key=lambda f: f[:2])[2]

    def _weight(self, draft: Draft) -> int:
        """Who has a quantity: a change, then money that modifies its noun, then a verb of trade, then any other."""
        if draft.reason:
            return 0
        if draft.rule.sorts:
            return 4 if draft.measure and draft.measure.sort == "flow" else 1
        if draft.measure and draft.measure.entry is None:
            return 1
        if draft.rule.kind == "change":
            return 5
        return 3 if draft.rule.below or draft.rule.name in TRADED else 2

    def _rules(self, trigger: Trigger, word: int, quantity: Quantity) -> Iterator[ClaimRule]:
        lemma = self.source.frames.lemma(word) if trigger == "verb" else self.parse.words[word].lemma.lower()
        yield from triggers().get((trigger, lemma)) or triggers().get((trigger, self.parse.words[word].lower), ())
        if trigger == "noun":
            found = self.source.measures.at(word) or self.source.people(word)
            yield from sorted_rules().get(found.sort, ()) if found else ()

    def _triggers(self, quantity: Quantity) -> Iterator[tuple[Trigger, int]]:
        """The words that may say what a quantity means, the nearest first."""
        parse = self.parse
        beside = [quantity.lead, quantity.words[-1] + 1]
        if quantity.lead and parse.words[quantity.lead].lower == "by":
            beside.append(quantity.lead - 1)  # "up by 18 percent"
        yield from (
            ("adverb", w)
            for w in beside
            if w is not None and w < len(parse.words) and parse.words[w].pos in BESIDE and not self._particle(w)
        )
        subjects = parse.children(quantity.head, "nsubj")
        yield from (("noun", w) for w in subjects if ("noun", parse.words[w].lemma) in triggers())
        yield from (("verb", w) for w in parse.children(quantity.head, "cop"))
        if headed := self._headed(quantity):
            yield "noun", headed.word
        yield from (("noun", w) for w in self.source.of(quantity))
        at, steps, described = parse.words[quantity.head], 0, False
        while at.head >= 0 and steps < PATH:
            above = parse.words[at.head]
            if at.dep.startswith("nsubj") and described and said_by(self.source.frames.lemma(above.i)) is None:
                return  # "trade, once worth $9 bn, had fallen to …"
            if at.dep == "nsubj" and quantity.relative:
                yield from (("verb", c) for c in parse.children(above.i, "cop"))  # "half of the students are Finns"
            if above.i not in quantity.words:
                yield from (
                    ("adverb", c)
                    for c in parse.children(above.i, "advmod", "compound:prt")
                    if abs(c - quantity.words[0]) <= 2 and c not in beside and not self._particle(c)
                )
                if above.pos in POS:
                    yield POS[above.pos], above.i
            described = described or (above.pos == "ADJ" and ("adjective", above.lower) in triggers())
            if above.pos == "VERB":
                yield from (("noun", w) for w in parse.children(above.i, "nsubj") if self._grown(w))
                return
            at, steps = above, steps + 1

    def _grown(self, i: int) -> bool:
        """A noun of change: "growth in trade reached 22 percent"."""
        found = triggers().get(("noun", self.parse.words[i].lemma.lower()), ())
        return any(rule.kind == "change" for rule in found)

    def _place(self, rule: ClaimRule, role: str, word: int, quantity: Quantity) -> str | None:
        """Whether a rule takes what stands in a role as its value, its level or its base."""
        places = ("value", "level", "base")
        place = next((name for name in places if {role, ANYWHERE} & set(getattr(rule, name))), None)
        if place is None or not self._fits(rule, quantity, place):
            return None
        beside = rule.kind == "change" and role != "by" and self._measured_by(word, quantity)
        return "level" if beside else place

    def _measured_by(self, word: int, quantity: Quantity) -> bool:
        """ "grew by 40 percent, $2 billion in all": a sum beside the share by which something changed is its level."""
        by = set(self.source.frames.at(word).slot("by", "agent"))
        return not quantity.relative and any(q.relative and q.head in by for q in self.source.quantities)

    def _taken(self, rule: ClaimRule, trigger: Trigger, word: int, quantity: Quantity, role: str) -> Draft | None:
        """The rule's draft for a quantity in one of the rule's places; None where it stands in none."""
        if word in quantity.words:
            return None
        if trigger == "noun" and rule.kind == "change" and role == "mod" and quantity.unit is None and not rule.sorts:
            return None  # "the last two increases"
        if trigger == "noun" and rule.kind == "change" and self.parse.words[word].dep == "nsubj" and quantity.relative:
            role = "of"  # "growth came to 22 percent"
        place = self._place(rule, role, word, quantity)
        if place is None:
            return None
        words = self._words(word, quantity)
        missing = self.source.unmet(rule, word, words)
        if missing:
            return Draft(rule, rule.kind, word, words, quantity=quantity, reason="condition", detail=missing)
        if trigger == "adverb" and (self._compares(word) or self._further(word, quantity)):
            return None
        if (trigger == "adverb" and self._of_another(quantity)) or (rule.name == TOLL and self._part(quantity)):
            return None
        if rule.sorts:
            measure = self._counted(rule, quantity)
            if measure is None or (measure.sort in ("stock", "contact") and self._pointing(quantity)):
                return None
        else:
            measure = self._inner(rule, quantity) or self.source.measure(rule, trigger, word, words)
        made = self._made(rule, place, word, words, measure, quantity)
        return replace(made, reason="no measure") if measure is None and rule.measured else made

    def _fits(self, rule: ClaimRule, quantity: Quantity, place: str) -> bool:
        if quantity.unit in ("fold", "times") and rule.kind != "change":
            return False
        if place != "value" and rule.kind == "change":
            return quantity.unit not in ("fold", "times", "fraction")
        plain = not quantity.relative and quantity.unit is None
        return {
            "any": True,
            "relative": quantity.relative if rule.kind == "change" else quantity.unit in ("percent", "fraction"),
            "absolute": not quantity.relative,
            "money": quantity.money or (not quantity.relative and not plain),
            "count": plain,
        }[rule.takes]

    def _words(self, word: int, quantity: Quantity) -> tuple[int, ...]:
        return tuple(sorted({word, *self.parse.children(word, "compound:prt"), *quantity.shown}))

    def _counted(self, rule: ClaimRule, quantity: Quantity) -> Found | None:
        """For rules that a counted noun sets off: that noun."""
        parse = self.parse
        nouns = [parse.words[quantity.head].head, *self.source.of(quantity), *parse.children(quantity.head, "nsubj")]
        nouns = [w for w in nouns if w >= 0 and parse.words[w].pos in ("NOUN", "PROPN")]
        found = [self.source.measures.at(w) or self.source.people(w) for w in nouns if not self._scale(rule, w)]
        return next((f for f in (*found, self._headed(quantity)) if f and f.sort in rule.sorts), None)

    def _scale(self, rule: ClaimRule, noun: int) -> bool:
        """ "15 levels of the agreement": it is the levels that are counted, and no agreements."""
        listed = self.source.measures.listed(noun)
        carries = listed is not None and listed.sort == "container"
        return carries and rule.kind == "count" and self.parse.words[noun].lemma.lower() not in joins().rounds

    def _headed(self, quantity: Quantity) -> Found | None:
        """ "Trade between Chad and Niger: $2 million in 2018": the measure before the colon."""
        lead = quantity.lead
        return self.source.measures.before(lead, ("flow",)) if lead and self.parse.words[lead].text == ":" else None

    def _inner(self, rule: ClaimRule, quantity: Quantity) -> Found | None:
        """What the number is of: "2 million tonnes of grain", "$3bn in aid", "half of its oil"."""
        if rule.name is not None or (quantity.relative and rule.kind == "change"):
            return None
        found = (self.source.measures.listed(w) for w in self.source.of(quantity))
        return next((f for f in found if f and f.sort not in ("container", "anaphor", "inner")), None)

    # --- what comes out

    def _made(
        self, rule: ClaimRule, place: str, word: int, words: tuple[int, ...], measure: Found | None, quantity: Quantity
    ) -> Draft:
        level = place != "value" and rule.kind == "change"
        draft = Draft(
            rule,
            "level" if level else rule.kind,
            word,
            words,
            measure,
            direction=None if level else self._direction(rule, quantity),
            unit=self._unit(quantity, "level" if level else rule.kind),
            bound=quantity.bound if quantity.bound != "exact" else rule.bound or "exact",
            quantity=quantity,
            base=place == "base" or (rule.kind == "level" and self.source.begins(quantity)),
        )
        return replace(draft, value=worth(draft, quantity.value))

    def _direction(self, rule: ClaimRule, quantity: Quantity) -> Direction | None:
        if quantity.value < 0 and rule.direction in ("up", "down"):
            return "down" if rule.direction == "up" else "up"
        return rule.direction

    def _unit(self, quantity: Quantity, kind: str) -> str:
        if quantity.unit == "fraction" or (kind == "change" and quantity.unit in ("fold", "times")):
            return "percent"
        return quantity.unit or "count"
