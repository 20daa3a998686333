"""Whose an act or attitude in a statement is: the speaker's own, or another's."""

from __future__ import annotations

from typing import Literal

from legation.actors import Actors
from legation.language.frames import Frames
from legation.statements.cues import cues, form
from legation.statements.drafts import Draft
from legation.statements.judged import DOERS
from legation.statements.near import matches_in
from legation.statements.relays import medial
from legation.statements.tone import tone

Whose = Literal["own", "presumed", "another", "open"]


def holders(frames: Frames, i: int) -> list[int]:
    """Who does or feels what a word says: its agent or owner, else the agent of the verb that governs it."""
    frame = frames.at(i)
    found = [h for slot in DOERS[:4] for h in frame.slot(slot)]
    if not found and frames.parse.words[i].lemma in tone().of_doer:
        found = list(frame.slot("of"))
    if found or frame.kind == "verb":
        return found
    above = frames.parse.words[i].head
    governed = above >= 0 and frames.parse.words[above].pos == "VERB"
    return [h for h in frames.at(above).slot("agent") if h != i] if governed else []


class Own:
    """The speaker's side of one statement: who counts as himself, as his state, as an official of a state not named."""

    def __init__(self, frames: Frames, actors: Actors, draft: Draft) -> None:
        self._frames, self._actors, self._draft = frames, actors, draft
        self.states = {r.country or r.actor for r in draft.speakers if r.country or r.actor}
        self._official = bool(draft.speakers) and all(r.country is None and r.role for r in draft.speakers)
        self._medial = bool(draft.speakers) and all(medial(frames.parse, r) for r in draft.speakers)
        self._official = self._official and not self._medial
        self._spoken = {w for r in draft.speakers for w in frames.parse.words_in(r.span)}

    def whose(self, i: int) -> Whose:
        """Whose an act or attitude is; "presumed" is a state's of which an official without a state speaks."""
        if i == self._draft.word:
            return "own"
        found = [self._who(h) for h in holders(self._frames, i)]
        return next((w for w in ("own", "presumed", "another") if w in found), "open")

    def counts(self, head: int, presumed: bool) -> bool:
        """Whether a phrase names the speaker or his side, or may do so where that is to be `presumed`."""
        return self._who(head) in (("own", "presumed") if presumed else ("own",))

    def _who(self, i: int) -> Whose:
        parse = self._frames.parse
        inside = [i, *parse.children(i, "nmod:poss")]
        words = {parse.words[w].lower for w in inside}
        if words & form("first_person") or i in self._spoken:
            return "own"
        if words & form("third_person"):
            return self._back(i)
        states = {o.id for m in matches_in(self._actors, self._phrase(i)) if (o := self._actors.owner(m))}
        if states & self.states:
            return "own"
        return "presumed" if states and self._official else "another"

    def _back(self, i: int) -> Whose:
        """Whose "he", "it", "their" is: the speaker's unless it goes back to another state."""
        meant = [
            w for w in (i, *self._frames.parse.children(i, "nmod:poss")) if self._frames.parse.words[w].pos == "PRON"
        ]
        states = {r.country for w in meant for r in self._actors.resolve(w) if r.country}
        if not states or states & self.states:
            return "own"
        return "presumed" if self._official else "another" if self._medial or self.states else "own"

    def _phrase(self, i: int) -> list[int]:
        return sorted({i, *self._frames.parse.phrase(i)})

    def others(self, words: set[int]) -> set[int]:
        """The words that another says within what is said: below a verb of speech with a subject not the speaker's."""
        parse, out = self._frames.parse, set[int]()
        for i in words:
            if parse.words[i].pos != "VERB" or i == self._draft.word or parse.words[i].lemma not in cues("verb"):
                continue
            agents = self._frames.at(i).slot("agent")
            whose = self.whose(i)
            told = whose == "another" or (whose == "presumed" and not _believes(parse.words[i].lemma))
            if agents and told and parse.children(i, "ccomp", "obj", "advcl", "obl"):
                out |= set(parse.subtree(i)) - {i} - {w for a in agents for w in parse.subtree(a)}
        return out


def _believes(lemma: str) -> bool:
    return all(rule.belief for rule in cues("verb").get(lemma, ()))
