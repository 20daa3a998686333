"""The CAMEO code of an act: its rule's or its type's, refined by its words and contexts, and turned by its status.

The rule names a code, or the crosswalk has one for its type and mode. Where that code leaves open what the act was
about ("demand, not specified"), the first entry of `lexicon/en/codes/` whose words the act has says which it is;
where none does, the act's contexts may. A plan of an act has the code of the intent or of the threat, not of the deed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec

from legation.events.conditions import Conditions
from legation.events.match import Candidate
from legation.events.parties import Filling
from legation.language.contexts import own_words
from legation.language.frame import Frame
from legation.language.tables import frame_tables
from legation.lexicon import load, per_lexicon
from legation.ontology import cameo, code_about, code_meant, code_of, open_code
from legation.records import Status

ACT, HEAD = "act", "head"
"""As conditions: the words that tell of the act, or two or three of them in a row; its predicate and heads of slots."""
LONGEST = 3


class Refinement(msgspec.Struct, frozen=True):
    """An entry of `lexicon/en/codes/`: what an act is about, and its code by what is done about it.

    Of `codes` counts the one below the code that the act has so far; else, where that is open or named in `base`, the
    first of its root; else, where it is named in `base`, the first. `mode`: the act's, if not that of the code.
    """

    id: str
    codes: tuple[str, ...]
    at: str
    mode: str | None = None
    base: tuple[str, ...] = ()
    having: dict[str, tuple[str, ...]] = {}
    lacking: dict[str, tuple[str, ...]] = {}

    def of(self, base: str) -> str | None:
        """The code that it makes of another; None where it has none for that."""
        others = [c for c in self.codes if c != base]
        below = [c for c in others if c.startswith(base)]
        named = base in self.base
        same = [c for c in others if c[:2] == base[:2] and (named or open_code(base))]
        return next(iter((*below, *same, *(others if named else ()))), None)


@dataclass(frozen=True, slots=True)
class Coded:
    """The code of an act, the mode that it tells, and the ids of the entries that refined it."""

    code: str
    mode: str | None
    why: tuple[str, ...] = ()


@per_lexicon
def refinements() -> dict[str, tuple[Refinement, ...]]:
    """Root → the entries that have a code of it, in the order of the file."""
    index: dict[str, list[Refinement]] = {}
    for entry in load("en/codes", tuple[Refinement, ...]):
        for root in dict.fromkeys(code[:2] for code in (*entry.codes, *entry.base)):
            index.setdefault(root, []).append(entry)
    return {root: tuple(found) for root, found in index.items()}


def coded_as(conditions: Conditions, candidate: Candidate, contexts: tuple[str, ...], status: Status) -> Coded:
    """The code of a candidate of these contexts and this status; `conditions` read its parse."""
    rule = candidate.rule
    base = rule.cameo or code_of(rule.type, rule.mode)
    entry = None if rule.exact else next(_refining(conditions, candidate, base), None)
    if entry is None:
        return Coded(code_meant(code_about(base, contexts), status), rule.mode)
    code = entry.of(base) or base
    alike = rule.mode if cameo(code).mode == cameo(base).mode else None  # a walkout over a law is still a strike
    return Coded(code_meant(code, status), entry.mode or alike or cameo(code).mode or rule.mode, (entry.id,))


def _refining(conditions: Conditions, candidate: Candidate, base: str) -> Iterator[Refinement]:
    """The entries that hold for an act, and leave it its type."""
    known = [r for r in refinements().get(base[:2], ()) if (c := r.of(base)) and cameo(c).type == candidate.rule.type]
    if known:
        filling, frame = conditions.filling, candidate.frame
        told = {ACT: frozenset(_told(filling, frame)), HEAD: frozenset(_heads(filling, frame))}
        yield from (r for r in known if _holds(conditions, frame, told, r))


def _holds(conditions: Conditions, frame: Frame, told: Mapping[str, frozenset[str]], entry: Refinement) -> bool:
    def met(slot: str, words: tuple[str, ...]) -> bool:
        return not told[slot].isdisjoint(words) if slot in told else conditions.holds(frame, slot, words)

    return all(met(*each) for each in entry.having.items()) and not any(met(*each) for each in entry.lacking.items())


def _told(filling: Filling, frame: Frame) -> Iterator[str]:
    """The words of an act, as written and as lemmas, one by one and in a row."""
    words, before = filling.frames.parse.words, _answered(filling, frame)
    for at in own_words(filling.frames, frame):
        if at in before:
            continue
        row = [""]
        for word in words[at : at + LONGEST]:
            row = [f"{before} {form}".lstrip() for before in row for form in {word.lower, word.lemma.lower()}]
            yield from row


def _answered(filling: Filling, frame: Frame) -> set[int]:
    """ "Fired missiles in response to a gas attack", "after a test": the words of what went before the act."""
    parse, elapsed = filling.frames.parse, frame_tables().elapsed
    hung = (c for w in parse.subtree(frame.word) for c in parse.children(w, "obl", "nmod"))
    earlier = (*frame.slot(*elapsed), *(c for c in hung if filling.frames.case(c)[0] in elapsed))
    return {i for w in earlier if w not in frame.words for i in parse.subtree(w)}


def _heads(filling: Filling, frame: Frame) -> Iterator[str]:
    """The lemmas of the predicate and of what fills its slots, verbs with their particles."""
    yield frame.lemma
    for filler in frame.fillers:
        for word in filling.frames.parse.conjuncts(filler.word):
            yield from (filling.frames.parse.words[word].lower, filling.frames.lemma(word))
