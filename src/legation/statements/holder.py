"""Whose an act or attitude in a statement is: the speaker's own, or another's."""

from __future__ import annotations

from typing import Literal

from legation.actors import Actors
from legation.language.frames import Frames
from legation.statements.cues import cues, form
from legation.statements.drafts import Draft
from legation.statements.judged import DOERS
from legation.statements.near import matches_in
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
        self._spoken = {w for r in draft.speakers for w in frames.parse.words_in(r.span)}

    def whose(self, i: int) -> Whose:
        """Whose an act or attitude is; "presumed" is a state's of which an official without a state speaks."""
        if i == self._draft.word:
            return "own"
        found = [self._who(h) for h in holders(self._frames, i)]
        return next((w for w in ("own", "presumed", "another") if w in found), "open")

    def _who(self, i: int) -> Whose:
        parse = self._frames.parse
        inside = [i, *parse.children(i, "nmod:poss")]
        words = {parse.words[w].lower for w in inside}
        if words & form("first_person") or words & form("third_person") or i in self._spoken:
            return "own"
        states = {o.id for m in matches_in(self._actors, self._phrase(i)) if (o := self._actors.owner(m))}
        if states & self.states:
            return "own"
        return "presumed" if states and self._official else "another"

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
