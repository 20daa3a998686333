"""Where a mention stands in its sentence: its role, its clause, what it can't refer to there."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.language.reference.model import Mention
from legation.language.reference.words import table

ROLES = {
    "nsubj": "subject", "csubj": "subject", "obj": "object", "iobj": "object", "obl": "oblique",
    "nmod": "modifier", "appos": "apposition", "compound": "modifier", "root": "root", "conj": "conjunct",
}  # fmt: skip
NOMINAL = frozenset({"nmod", "amod", "compound", "det", "appos", "nummod", "flat", "case", "conj", "acl"})
PREDICATES = frozenset({"VERB", "AUX", "ADJ"})


class Place(msgspec.Struct, frozen=True):
    """A pronoun's clause: the predicate that it hangs on, who may not be meant, the subjects around it."""

    predicate: int | None
    role: str
    barred: frozenset[int]
    own_subjects: frozenset[int]
    outer_subjects: frozenset[int]


class Places:
    """The places of one parse's mentions."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self._frames = Frames(parse)
        self._roles: dict[int, str] = {}

    def role(self, head: int) -> str:
        """subject, object, oblique, possessor, modifier, apposition, root or other; of a conjunct that of the first."""
        if head not in self._roles:
            self._roles[head] = self._role(head)
        return self._roles[head]

    def _role(self, head: int) -> str:
        word = self.parse.words[head]
        for _ in range(8):
            if word.dep != "conj" or word.head < 0:
                break
            word = self.parse.words[word.head]
        if word.dep == "nmod:poss":
            return "possessor"
        return ROLES.get(word.base, "other")

    def place(self, mention: Mention) -> Place:
        """The place of a pronoun."""
        predicate, direct = self._predicate(mention.head)
        role = self.role(mention.head)
        own = self._subjects(predicate) if predicate is not None else frozenset()
        barred = set(self._containing(mention.head))
        if mention.role != "reflexive" and direct and predicate is not None and role in ("subject", "object"):
            barred |= self._arguments(predicate, mention.head)
        if mention.role == "personal" and role == "oblique" and direct and predicate is not None:
            barred |= set(self._beside(mention.head))
            barred |= self._arguments(predicate, mention.head) if self._apart(mention.head) else set()
        outer = frozenset(s for s in self._outer(predicate) if s < mention.head)
        return Place(predicate, role, frozenset(barred), own - {mention.head}, outer - own)

    def _predicate(self, i: int) -> tuple[int | None, bool]:
        """The predicate above a word, and whether the word is an argument of it itself."""
        direct = True
        for _ in range(40):
            word = self.parse.words[i]
            if word.head < 0:
                return None, False
            base = word.base
            head = self.parse.words[word.head]
            if base in ("nsubj", "csubj", "obj", "iobj", "obl", "xcomp", "ccomp", "advcl", "parataxis"):
                return word.head, direct
            if base == "conj" and head.pos in PREDICATES and word.pos in PREDICATES:
                return word.i, direct
            direct = direct and base == "conj"
            i = word.head
        return None, False

    def _subjects(self, predicate: int) -> frozenset[int]:
        """The subject of a predicate, or the one that it shares with another."""
        subjects = self.parse.children(predicate, "nsubj", "nsubj:outer")
        if subjects:
            return frozenset(subjects)
        frame = self._frames.at(predicate)
        return frozenset(frame.slot("patient" if frame.passive else "agent")) if frame.kind != "noun" else frozenset()

    def _arguments(self, predicate: int, own: int) -> set[int]:
        """The other arguments of a predicate: "he" of "he praised him" is not "him"."""
        found = set(self._subjects(predicate)) | set(self.parse.children(predicate, "obj", "iobj"))
        if self.parse.words[predicate].dep == "acl:relcl":  # "the ship that it had seized": the ship did not seize
            found.add(self.parse.words[predicate].head)
        return {c for w in found if w != own for c in self.parse.conjuncts(w)}

    def _apart(self, i: int) -> bool:
        """ "proposed to her" is somebody else than the subject; "looked behind her" need not be."""
        return not any(self.parse.words[c].lower in table().beside for c in self.parse.children(i, "case"))

    def _beside(self, i: int) -> Iterator[int]:
        """What is coordinated with a word."""
        yield from (c for c in self.parse.conjuncts(i) if c != i)

    def _containing(self, i: int) -> Iterator[int]:
        """The nouns whose phrase a word stands in, relative clauses aside: "his brother" is not "him"."""
        for _ in range(40):
            word = self.parse.words[i]
            if word.head < 0 or word.base not in NOMINAL or word.dep == "acl:relcl":
                return
            yield word.head
            i = word.head

    def _outer(self, predicate: int | None) -> Iterator[int]:
        """The subjects of the clauses above."""
        at = predicate
        for _ in range(12):
            if at is None or at < 0:
                return
            at = self.parse.words[at].head
            if at >= 0:
                yield from self.parse.children(at, "nsubj", "nsubj:outer")
