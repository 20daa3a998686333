"""A statement in the making, and the words that belong to its cue rather than to what is said."""

from __future__ import annotations

from dataclasses import dataclass, field

from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.records import ActorRef
from legation.statements.cues import CueRule
from legation.statements.near import quoted

Refs = tuple[ActorRef, ...]
BREAKS = frozenset({",", ";", ":", "—", "–", "-", "--", "(", ")"})


@dataclass(slots=True)
class Draft:
    """Where a cue is, who speaks to whom through whom, and the words of each piece of content.

    `place` tells where the content stood (`clause`, `quote`, …); `reason` why the draft is dropped.
    """

    rule: CueRule
    word: int
    frame: Frame | None
    cue: tuple[int, ...]
    speakers: Refs = ()
    addressees: Refs = ()
    via: Refs = ()
    pieces: list[set[int]] = field(default_factory=list)
    place: str = ""
    reason: str | None = None
    also: tuple[str, ...] = ()
    own: set[int] = field(default_factory=set)

    @property
    def said(self) -> set[int]:
        """All words of the content."""
        return set().union(*self.pieces)


def names(refs: Refs) -> set[str]:
    """What tells speakers apart."""
    return {r.actor or r.name or r.text.lower() for r in refs}


def ref_words(parse: Parse, refs: Refs) -> set[int]:
    """The words of some mentions."""
    return {w for r in refs for w in parse.words_in(r.span)}


def own_words(frames: Frames, frame: Frame, speakers: Refs, content: set[int], place: str = "") -> set[int]:
    """The cue, its auxiliaries, its speaker and what runs on behind it up to the next comma or quotation mark."""
    parse = frames.parse
    own = set(frame.words) | set(parse.children(frame.word, "aux", "aux:pass"))
    spoken = {
        w for w in ref_words(parse, speakers) if parse.words[w].sentence == frame.sentence and abs(w - frame.word) < 15
    }
    for i in _speaking(frames, frame):
        if spoken and not spoken & {w for c in parse.conjuncts(i) for w in parse.phrase(c)}:
            continue
        phrase = {w for c in parse.conjuncts(i) for w in parse.phrase(c)}
        own |= {i} | {w for w in phrase if w == i or _between(w, frame.word, i)}
    own |= spoken | {c for w in spoken for c in parse.phrase(w) if _between(c, frame.word, w)}
    if place != "raised" and content and min(content) < min(own):
        own |= _running_on(parse, max(own | {frame.word}), frame)
    return own


def _speaking(frames: Frames, frame: Frame) -> list[int]:
    return [
        i for i in frame.slot("agent") if abs(i - frame.word) < 15 and frames.parse.words[i].sentence == frame.sentence
    ]


def _between(word: int, cue: int, head: int) -> bool:
    """On the speaker's side of the cue: what is behind the cue is not the speaker unless its head is."""
    return (word < cue) == (head < cue)


def _running_on(parse: Parse, last: int, frame: Frame) -> set[int]:
    """Words behind a cue that follows its content, up to a break: "he said on Monday"."""
    out: set[int] = set()
    stop = parse.sentences[frame.sentence].last
    for i in range(last + 1, stop):
        word = parse.words[i]
        if word.text in BREAKS or quoted(parse, word.start) or (word.pos == "SCONJ" and word.dep == "mark"):
            break
        out.add(i)
    return out
