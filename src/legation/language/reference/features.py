"""What speaks for a candidate: features of a pronoun and an entity before it, by names that `why` can show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from legation.language.parse import Parse
from legation.language.reference.model import BODIES, Mention
from legation.language.reference.naming import fits, plain
from legation.language.reference.place import Place, Places
from legation.language.reference.register import Known, Register
from legation.language.reference.speech import Speech

NEAREST = 12  # Of what agrees, so many that were mentioned last; further back only what came up more than twice.
FAR = 7  # Sentences back beyond which only what the document keeps coming back to is looked at.


class Candidate(msgspec.Struct, frozen=True):
    """An entity that a pronoun may mean: its place in the order of recency and what speaks for or against it."""

    known: Known
    features: tuple[str, ...]


class Features:
    """Candidates and their features for the pronouns of one parse."""

    def __init__(self, parse: Parse, register: Register, speech: Speech, mentions: Iterable[Mention]) -> None:
        self.parse, self.register, self.speech = parse, register, speech
        self.mentions = {m.head: m for m in mentions if m.form != "set"}
        self.places = Places(parse)

    def candidates(self, mention: Mention) -> list[Candidate]:
        """The entities that agree with a pronoun and may stand there, the last mentioned first."""
        place = self.places.place(mention)
        able = [k for k in self.register.recent() if self._near(k, mention) and agrees(k, mention)]
        able = [k for n, k in enumerate(able) if n < NEAREST or len(k.mentions) > 2]
        able = [k for k in able if not self._barred(k, mention, place)]
        most = max((len(k.mentions) for k in able), default=0)
        return [
            Candidate(k, tuple(self._features(k, mention, place, rank, len(k.mentions) == most)))
            for rank, k in enumerate(able)
        ]

    def _near(self, known: Known, mention: Mention) -> bool:
        back = mention.sentence - known.last.sentence
        return back <= FAR or (back <= 3 * FAR and len(known.mentions) > 2)

    def _barred(self, known: Known, mention: Mention, place: Place) -> bool:
        """Whether grammar forbids it: an argument of the same verb, or a phrase around the pronoun."""
        if mention.role == "reflexive":
            return False
        inside = any(m.head in place.barred for m in known.mentions[-6:] if m.form != "set")
        sets = known.last.form == "set" and bool(place.barred & set(known.last.members))
        return inside or sets or (bool(known.members) and self._member_barred(known, place))

    def _member_barred(self, known: Known, place: Place) -> bool:
        of = self.register.of
        return any(of[h].i in known.members for h in place.barred if h in of)

    # --- features

    def _features(self, known: Known, mention: Mention, place: Place, rank: int, most: bool) -> Iterator[str]:
        last = known.last
        back = mention.sentence - last.sentence
        near = "here" if back == 0 else "before" if back == 1 else "far"
        role = self.places.role(last.head)
        yield f"back-{_bin(back, (0, 1, 2, 3, 5))}"
        yield f"rank-{_bin(rank, (0, 1, 2, 4))}"
        yield f"{role}-{near}"
        yield f"form-{_form(last)}"
        yield f"times-{_bin(len(known.mentions), (1, 2, 4, 9))}"
        yield from (name for name, holds in self._plain(known, mention, place, role, most, back).items() if holds)
        yield from self._topic(known, mention, rank)
        yield from self._kind(known, mention)
        yield from self._speech(known, mention, place)

    def _plain(self, known: Known, mention: Mention, place: Place, role: str, most: bool, back: int) -> dict[str, bool]:
        last, of, sentences = known.last, self.register.of, self.parse.sentences
        own = any(of.get(s) is known for s in place.own_subjects)
        return {
            "named": bool(known.names),
            "most": most,
            "gender-known": known.gender is not None,
            "same-pronoun": last.form == "pronoun" and back <= 2,
            "same-paragraph": self.speech.paragraph(last.head) == self.speech.paragraph(mention.head),
            "first-in-sentence": sentences[last.sentence].first >= last.first - 1,
            "parallel": back <= 1 and place.role == role,
            "parallel-subject": 0 <= back <= 1 and place.role == "subject" == role,
            f"own-subject-{mention.role}": own,
            "own-subject-oblique": own and mention.role == "personal",
            "outer-subject": any(of.get(s) is known for s in place.outer_subjects),
            "nested": role in ("modifier", "possessor") and back == 0,
            "heading": sentences[known.mentions[0].sentence].kind == "heading" and len(known.mentions) > 1,
        }

    def _topic(self, known: Known, mention: Mention, rank: int) -> Iterator[str]:
        """What the last sentences are about: subjects, and what they mention often."""
        recent = [m for m in known.mentions[-8:] if mention.sentence - m.sentence <= 2]
        subjects = {mention.sentence - m.sentence for m in recent if self.places.role(m.head) == "subject"}
        if subjects:
            yield f"topic-{min(subjects)}"
        yield f"dense-{_bin(len(recent), (0, 1, 2, 4))}"
        if rank == 0 and 0 in subjects:
            yield "nearest-subject"
        if any(m.form == "pronoun" and m.gender == mention.gender and m.number == mention.number for m in recent):
            yield "so-called"

    def _kind(self, known: Known, mention: Mention) -> Iterator[str]:
        kind, number = known.kind or "unknown", known.number or "unknown"
        if mention.gender:
            yield f"kind-{kind}"
            return
        yield f"kind-{kind}-{number}-{'set' if known.members else 'one'}"
        if known.last.form == "noun" and known.last.determiner in (None, "a"):
            yield f"bare-{number}"

    def _speech(self, known: Known, mention: Mention, place: Place) -> Iterator[str]:
        here, there = self.speech.quote(mention.head), self.speech.quote(known.last.head)
        of = self.register.of
        says = place.predicate is not None and place.role == "subject" and self.speech.said(place.predicate)
        before = self.speech.before(mention.head)
        spoke = before is not None and of.get(before.speaker) is known
        if spoke:
            yield "speaker-goes-on" if says and here is None else "spoke-before"
        if says and here is None:
            yield "says-person" if known.kind in ("person", None) else f"says-{known.kind}"
        if here is not None:
            speaker = self.speech.speakers[here]
            yield "own-speaker" if speaker is not None and self._speaks(speaker, known) else "other-speaker"
            yield "same-quote" if here == there else "into-quote"
        elif there is not None:
            yield "out-of-quote"

    def _speaks(self, speaker: int, known: Known) -> bool:
        """Whether an entity speaks, also where the speaker is named only behind the quotation."""
        of, mention = self.register.of, self.mentions.get(speaker)
        if speaker in of or mention is None or not mention.name:
            return of.get(speaker) is known
        return fits(known, mention, plain(mention.name)) is not None


def agrees(known: Known, mention: Mention) -> bool:
    """Whether an entity agrees with a pronoun in number, gender and kind; what is unknown agrees."""
    if known.last.form == "verb":
        return False
    if mention.gender:
        return _personal(known) and not (known.gender and known.gender != mention.gender)
    if mention.number == "singular":
        single = known.number != "plural" and not known.members
        return single and not (known.kind == "person" and (bool(known.names) or known.gender is not None))
    return _several(known)


def _personal(known: Known) -> bool:
    if known.number == "plural" or known.members:
        return False
    return known.kind in ("person", "animal", None) or (known.kind in BODIES and bool(known.names))


def _several(known: Known) -> bool:
    """Several, or a body of several; one person of whom the text tells no gender."""
    if known.members or known.number == "plural":
        return known.kind != "time"
    if known.kind in BODIES or known.kind == "animal":
        return True
    return known.kind in ("person", None) and known.gender is None


def _form(mention: Mention) -> str:
    return mention.form if mention.form != "noun" else mention.determiner or "plain"


def _bin(value: int, edges: Sequence[int]) -> str:
    for edge in edges:
        if value <= edge:
            return str(edge)
    return "more"
