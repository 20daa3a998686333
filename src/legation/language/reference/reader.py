"""Reads the mentions of a parse in order and says of each whom it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from legation.language.parse import Parse
from legation.language.reference.descriptions import Descriptions
from legation.language.reference.features import Candidate, Features
from legation.language.reference.mentions import Mentions
from legation.language.reference.model import Coreference, Link, Mention
from legation.language.reference.naming import another_person, named
from legation.language.reference.register import Known, Register
from legation.language.reference.scores import Weights, family, score, shares, weights
from legation.language.reference.speech import Speech
from legation.language.reference.words import table

# What a pronoun is given: the number of the candidate or None, its share, the reason, and the shares of all.
Choice = tuple[int | None, float, str, Sequence[float]]
Choose = Callable[[Mention, Sequence[Candidate], Sequence[str]], Choice]


CLOSE = 0.85  # A second candidate with so much of the best one's share makes a tie.


def choose(
    mention: Mention, candidates: Sequence[Candidate], nobody: Sequence[str], table: dict[str, Weights] | None = None
) -> Choice:
    """The candidate with the largest share, unless nobody is likelier or no one stands out.

    What goes back to a pronoun is as sure as both steps together.
    """
    model = (table or weights())[family(mention)]
    given = shares([score(model, c.features) for c in candidates] + [score(model, nobody)])
    if not candidates:
        return None, given[-1], "no-candidate", given
    best = max(range(len(candidates)), key=lambda i: given[i])
    if given[-1] > given[best]:
        return None, given[-1], "refers-to-nothing", given
    share = given[best] * candidates[best].known.trust
    second = max((i for i in range(len(candidates)) if i != best), key=lambda i: given[i], default=None)
    if share < model.least or (second is not None and given[second] > CLOSE * given[best]):
        return None, share, "tie", given
    against = candidates[second].features if second is not None else ()
    return best, share, _reason(model.features, candidates[best].features, against), given


def _reason(weights: dict[str, float], own: Sequence[str], against: Sequence[str]) -> str:
    """The three features that spoke most for a candidate and not for the next best."""
    telling = sorted({f for f in own if weights.get(f, 0.0) > 0 and f not in against}, key=lambda f: (-weights[f], f))
    return " ".join(telling[:3]) or "only-candidate"


class Reader:
    """Reads one parse once."""

    def __init__(self, parse: Parse, choose: Choose = choose) -> None:
        self.parse, self._choose = parse, choose
        self.register, self.speech = Register(), Speech(parse)
        self.mentions = Mentions(parse).find()
        self.features = Features(parse, self.register, self.speech, self.mentions)
        self.descriptions = Descriptions(parse, self.register)
        self.links: list[Link] = []
        self._firsts: list[Mention] = []

    def read(self) -> Coreference:
        """The mentions, entities and links."""
        for mention in self.mentions:
            if mention.form == "set":
                self._set(mention)
            elif mention.form == "pronoun":
                self._pronoun(mention)
            else:
                self._nominal(mention)
        self._first_persons()
        final = {known.i: i for i, known in enumerate(self.register)}
        members = {k.i: tuple(final[m] for m in k.members if m in final) for k in self.register}
        entities = tuple(k.final(final[k.i], members[k.i]) for k in self.register)
        return Coreference(self.mentions, entities, tuple(self.links))

    # --- names and nouns

    def _nominal(self, mention: Mention) -> None:
        told = self.descriptions.identified(mention)
        told = None if told and another_person(told[0], mention) else told
        by_name = named(self.register, mention) if mention.name else None
        if told and by_name and told[0] is not by_name[0]:
            self._join(self.register.merge(told[0], by_name[0], by_name[1]), mention, told[1])
            return
        found = told or by_name or (None if mention.name else self.descriptions.described(mention))
        if found:
            self._join(found[0], mention, found[1])
        else:
            self.register.new(mention)

    def _join(self, known: Known, mention: Mention, reason: str, share: float = 1.0) -> None:
        self.links.append(Link(mention.i, known.last.i, share, reason))
        self.register.add(known, mention, reason)

    def _set(self, mention: Mention) -> None:
        """What is coordinated, as one entity: the same members make the same set."""
        ids = tuple(sorted({self.register.of[h].i for h in mention.members if h in self.register.of}))
        known = self.register.members(ids)
        if known is not None:
            self._join(known, mention, "same-members")
        elif len(ids) > 1:
            self.register.new(mention, ids)

    # --- pronouns

    def _pronoun(self, mention: Mention) -> None:
        if mention.person == 3:
            self._third(mention)
        elif mention.person == 1:
            self._firsts.append(mention)

    def _first_persons(self) -> None:
        """ "I", "we" in a quotation: its speaker, or the speaker's side; the speaker may be named behind it."""
        for mention in self._firsts:
            speaker = self.speech.speaker(mention.head)
            known = self.register.of.get(speaker) if speaker is not None else None
            before = self.register.before(known, mention) if known else None
            if known is None:
                self.links.append(Link(mention.i, None, 0.0, "no-speaker"))
                continue
            one = mention.number == "singular"
            anchor = before or known.mentions[0]
            self.links.append(Link(mention.i, anchor.i, 1.0, "speaker" if one else "speaker-side"))
            if one:
                self.register.insert(known, mention, "speaker")

    def _third(self, mention: Mention) -> None:
        candidates = [] if self._weather(mention) else self.features.candidates(mention)
        best, share, reason, given = self._choose(mention, candidates, self.nobody(mention))
        rivals = tuple(
            (c.known.last.i, round(g, 3))
            for g, c in sorted(zip(given, candidates, strict=False), key=lambda x: -x[0])[:3]
        )
        if best is None:
            self.links.append(Link(mention.i, None, share, reason, rivals))
            if reason == "tie":
                top = max(range(len(candidates)), key=lambda i: given[i])
                self.register.add(candidates[top].known, mention, reason, share)
            return
        known = candidates[best].known
        self.links.append(Link(mention.i, known.last.i, share, reason, rivals))
        self.register.add(known, mention, reason, share)

    def _weather(self, mention: Mention) -> bool:
        word = self.parse.words[mention.head]
        return not mention.gender and word.head >= 0 and self.parse.words[word.head].lemma in table().weather

    def nobody(self, mention: Mention) -> list[str]:
        """The features of a pronoun that refers to nobody before."""
        word = self.parse.words[mention.head]
        found = ["nobody", f"nobody-{self.features.places.role(mention.head)}"]
        if word.dep in ("expl", "expl:impers"):
            found.append("nobody-expletive")
        head = self.parse.words[word.head] if word.head >= 0 else None
        if (
            head is not None
            and self.parse.children(head.i, "ccomp", "csubj", "xcomp", "advcl")
            and head.pos in ("ADJ", "NOUN")
        ):
            found.append("nobody-clause")
        if self.parse.children(mention.head, "acl:relcl", "acl"):
            found.append("nobody-relative")
        return found
