"""Who does what a predicate without a subject of its own tells of: joined verbs, control, participles, relatives.

"The army was ordered to leave", "Iran's plan to arm them", "a role in shelling villages", "troops entering Mali".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from legation.language.frame import Filler, Frame
from legation.language.joining import (
    SUBJECTS,
    before_gerund,
    infinitive,
    relative_without_pronoun,
    resumed,
    subject_as_root,
)
from legation.language.parse import Parse, Word
from legation.language.tables import frame_tables

# Prepositions of a noun that names what its verb's subject goes by: "under a plan to", "with a pledge to".
GOING_BY = frozenset({"under", "with", "through", "by", "in", "as"})
TOWARDS = ("on", "upon", "for", "to")
OBJECT_GERUND = frozenset({"of", "for", "from", "against", "into"})


class Heads(Protocol):
    """The frames of one parse, as `Frames` gives them."""

    parse: Parse

    def at(self, i: int) -> Frame:
        """The frame whose predicate is word `i`."""
        ...


def asked(frames: Heads, i: int, child: int) -> bool:
    """An infinitive after a verb of asking and whom it asks is what is asked, not its purpose."""
    parse = frames.parse
    if parse.words[child].dep != "advcl" or child < i or parse.words[i].lemma not in frame_tables().object_control:
        return False
    whom = parse.children(i, "obj", "nsubj:pass") or [
        c for c in parse.children(i, "obl") if any(parse.words[m].lower in TOWARDS for m in parse.children(c, "case"))
    ]
    return bool(whom) and infinitive(parse, child)


def inherited(frames: Heads, i: int, passive: bool) -> Iterator[Filler]:
    """Arguments that the sentence gives once: coordination, control, participles, relatives."""
    parse, word = frames.parse, frames.parse.words[i]
    if parse.children(i, *SUBJECTS):
        if relative_without_pronoun(parse, i) and parse.words[word.head].lemma not in frame_tables().manners:
            yield Filler("patient", word.head)
        return
    slot = "patient" if passive else "agent"
    yield from (Filler(slot, w) for w in _subjects(frames, word))


def _subjects(frames: Heads, word: Word) -> tuple[int, ...]:
    parse = frames.parse
    if subject_as_root(parse, word.i):
        return (word.head,)
    if word.dep == "conj" and parse.words[word.head].pos in ("VERB", "AUX", "ADJ"):
        return _subject(frames.at(word.head))
    if word.dep in ("xcomp", "advcl") and word.head >= 0:
        return _controller(frames, word.i)
    if word.dep in ("acl", "acl:relcl"):
        return _noun_controller(frames, word)
    return ()


def _subject(head: Frame) -> tuple[int, ...]:
    return head.slot("patient" if head.passive else "agent")


def _controller(frames: Heads, i: int) -> tuple[int, ...]:
    parse, word = frames.parse, frames.parse.words[i]
    head, to = frames.at(_comment_on(parse, word)), infinitive(parse, i)
    whom = () if head.passive else head.slot("patient")
    if _gerund_of_object(parse, i) and (whom := whom or _whom(parse, i, head)):
        return whom[:1]
    if to and (put_to := _put_to(parse, head)):
        return put_to[:1]
    open_ = word.dep == "xcomp" or asked(frames, word.head, i)
    if open_ and parse.words[word.head].lemma in frame_tables().object_control:
        more = () if head.passive else ("iobj", *TOWARDS)
        by = frame_tables().asked_behind.get(parse.words[word.head].lemma, ("patient", *more))
        return head.slot(*by)[:1] or head.slot("agent")
    if head.lemma in frame_tables().following and before_gerund(parse, i) == "in":
        told = parse.words[head.word].tag != "VB"  # "refused to join Chad in closing …": Chad did, they did not
        return (*_subject(head)[:1], *(whom[:1] if told else ()))
    if head.passive and to and head.lemma in frame_tables().using:  # "used by the army to bomb Mali"
        return head.slot("agent")[:1]
    return _subject(head)[:1] or head.slot("agent")[:1]


def _comment_on(parse: Parse, word: Word) -> int:
    """The verb that a participle behind a comma belongs to: "urged Mali to leave, warning it of a war"."""
    head = resumed(parse, word.i)
    bare = word.dep == "advcl" and word.lower.endswith("ing") and not parse.children(word.i, "mark", "case")
    if bare and parse.words[word.i - 1].text == ",":
        while parse.words[head].dep == "xcomp" and parse.words[parse.words[head].head].pos == "VERB":
            head = parse.words[head].head
    return head


def _put_to(parse: Parse, head: Frame) -> tuple[int, ...]:
    """ "step up pressure on Chad to leave": whom the words of asking are put to."""
    asking = any(parse.words[w].lemma in frame_tables().asking for w in head.slot("patient"))
    return head.slot(*TOWARDS) if asking and head.kind == "verb" else ()


def _whom(parse: Parse, i: int, head: Frame) -> tuple[int, ...]:
    """ "angry at Chad for arming them", "disappointed in Chad for …": whom the feeling is about does it."""
    return head.slot(*frame_tables().whom) if before_gerund(parse, i) == "for" else ()


def _gerund_of_object(parse: Parse, i: int) -> bool:
    """ "accused Chad of arming", "criticised the EU for imposing", "stopped Iran from …": the object does it."""
    mark, verb = before_gerund(parse, i), parse.words[parse.words[i].head].lemma
    return mark in OBJECT_GERUND or (mark == "in" and verb in frame_tables().object_control)


def _noun_controller(frames: Heads, word: Word) -> tuple[int, ...]:
    """ "the deal signed by" (its patient), "troops entering" (its agent), "the decision to expel" (the decider)."""
    parse = frames.parse
    if (of := _accused_by(frames, word)) is not None:
        return of
    if word.dep == "acl" and (infinitive(parse, word.i) or before_gerund(parse, word.i)):
        return _holder(frames, word.head)[:1]
    return (word.head,) if word.dep == "acl" or not parse.children(word.i, "obj", "nsubj") else ()


def _accused_by(frames: Heads, word: Word) -> tuple[int, ...] | None:
    """ "Troops were accused by officials of looting": the tree hangs the gerund on who accuses them."""
    parse, by = frames.parse, frames.parse.words[word.head]
    if word.dep != "acl" or by.dep != "obl:agent" or before_gerund(parse, word.i) not in OBJECT_GERUND:
        return None
    head = frames.at(by.head)
    return head.slot("patient")[:1] if head.passive else None


def _holder(frames: Heads, noun: int) -> tuple[int, ...]:
    """Whose plan, role or right a noun with an infinitive or a gerund speaks of."""
    parse, frame = frames.parse, frames.at(noun)
    asking = frame.lemma in frame_tables().asking
    if frame.lemma in frame_tables().impersonal:
        return ()
    asked_of = frame.slot(*TOWARDS) if asking else ()
    named_owner = tuple(w for w in frame.slot("poss") if parse.words[w].pos != "PRON")
    told = asked_of or named_owner or frame.slot("agent", "poss", *(() if asking else ("by",)), "of")
    named = tuple(w for w in frame.slot("mod") if any(parse.words[c].text[0].isupper() for c in parse.phrase(w)))
    return told or named or frame.slot("occasion", "subject") or _beside(frames, noun)


def _beside(frames: Heads, noun: int) -> tuple[int, ...]:
    """Whom the verb of a noun says to have it: "approved a plan to", "is accused of a role in"."""
    parse, word = frames.parse, frames.parse.words[noun]
    if word.head < 0 or parse.words[word.head].pos != "VERB":
        return ()
    head = frames.at(word.head)
    if word.dep == "obj":
        return head.slot("agent") if head.lemma in frame_tables().owning else ()
    case = next((f.slot for f in head.fillers if f.word == noun), None) if word.dep == "obl" else None
    if case in OBJECT_GERUND:
        return head.slot("patient") if head.slot("agent") or head.passive else ()
    return _subject(head) if case in GOING_BY else ()
