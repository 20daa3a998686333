"""Nouns that go back to an entity: appositions, predicates, "the minister", "the company", "the visit"."""

from __future__ import annotations

from legation.language.parse import Parse
from legation.language.reference.model import Mention
from legation.language.reference.register import Known, Register
from legation.language.reference.words import acts, table

DEFINITE = frozenset({"the", "this", "poss", "plural"})
CLOSE = 3  # "this plan" goes back no further.
FAR = 60
EVENT_FAR = 12  # "the attack" in a long text is mostly a new one.

Found = tuple[Known, str]


class Descriptions:
    """Finds what a noun phrase describes again."""

    def __init__(self, parse: Parse, register: Register) -> None:
        self.parse, self.register = parse, register

    # --- the tree says so

    def identified(self, mention: Mention) -> Found | None:
        """The entity that the sentence itself equates the phrase with: apposition or predicate."""
        word = self.parse.words[mention.head]
        if word.dep == "appos" and (known := self.register.of.get(word.head)) and self._one(known, mention):
            return known, "apposition"
        subject = next(iter(self.parse.children(mention.head, "nsubj")), None)
        copular = subject is not None and bool(self.parse.children(mention.head, "cop"))
        if not copular or subject is None or (mention.determiner == "poss" and mention.form == "name"):
            return None
        known = self.register.of.get(subject)
        if known is None or self._negated(mention.head) or (known.last.form == "pronoun" and known.kind is None):
            return None
        return (known, "predicate") if self._one(known, mention) and self._same_kind(known, mention) else None

    def _one(self, known: Known, mention: Mention) -> bool:
        """The same number, the same gender, and not an argument against it by kind."""
        number = None in (known.number, mention.number) or known.number == mention.number
        gender = None in (known.gender, mention.gender) or known.gender == mention.gender
        persons = (known.kind == "person") == (mention.kind == "person") or None in (known.kind, mention.kind)
        return number and gender and persons and not known.members

    def _same_kind(self, known: Known, mention: Mention) -> bool:
        return known.kind == mention.kind == "person" or (known.kind == "organisation" and mention.kind == "group")

    def _negated(self, i: int) -> bool:
        return any(self.parse.words[c].lower in table().negations for c in self.parse.children(i, "advmod"))

    # --- the words say so

    def described(self, mention: Mention) -> Found | None:
        """The entity last called by the same noun, with nothing said of one that doesn't hold of the other."""
        if mention.determiner not in DEFINITE:
            return None
        far = CLOSE if mention.determiner == "this" else EVENT_FAR if mention.kind == "event" else FAR
        for noun in mention.nouns:
            for known in self.register.sharing(noun):
                if mention.sentence - known.last.sentence <= far and self._described(known, mention):
                    return known, "same-noun"
        return self._act(mention) if mention.determiner != "poss" else None

    def _act(self, mention: Mention) -> Found | None:
        """ "the trip" after "visited", "the summit" after "the meeting": the same act by another noun or its verb."""
        nouns, _ = acts()
        named = {other for noun in mention.nouns & nouns.keys() for other in nouns[noun]}
        able = [k for noun in sorted(named) for k in self.register.sharing(noun) if self._again(k, mention)]
        best = max(able, key=lambda k: (k.last.sentence, k.last.form == "noun", k.last.i), default=None)
        return (best, "same-act") if best is not None else None

    def _again(self, known: Known, mention: Mention) -> bool:
        near = mention.sentence - known.last.sentence <= CLOSE
        return near and known.last.form in ("verb", "noun") and mention.modifiers <= known.modifiers

    def _described(self, known: Known, mention: Mention) -> bool:
        last = known.last
        if known.members or last.form == "verb" or not self._one(known, mention):
            return False
        if mention.determiner == "poss" and not self._same_owner(known, mention):
            return False
        said = known.modifiers | known.nouns | {n.lower() for name in known.names for n in name}
        return mention.modifiers <= said and not mention.first <= last.head <= mention.last

    def _same_owner(self, known: Known, mention: Mention) -> bool:
        of = self.register.of
        owner = of.get(mention.possessor) if mention.possessor is not None else None
        owners = [of.get(m.possessor) for m in known.mentions if m.possessor is not None]
        return owner is not None and (owner in owners or owner is known)
