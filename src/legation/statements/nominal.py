"""Cues that are no verbs: "Macron's claim that", "is confident that", "in the words of", "for Moscow, …"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from legation.actors import Actors
from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.records import ActorRef
from legation.statements.addressee import addressees
from legation.statements.clauses import marked
from legation.statements.content import content_words
from legation.statements.cues import CueRule
from legation.statements.drafts import Draft, Refs
from legation.statements.inserted import root
from legation.statements.speaker import distinct, named

CARRIERS = ("agent",)


def noun(frames: Frames, actors: Actors, i: int, rule: CueRule) -> Draft | None:
    """ "Macron's claim that …", "the allegation by Kyiv that …", "gave assurances that …"; None without a clause."""
    words = _below(frames.parse, i, rule)
    if not words:
        return None
    frame = frames.at(i)
    draft = Draft(rule, i, frame, (i,), _holders(frames, actors, frame, rule), place="clause")
    draft.pieces = [words]
    if not draft.speakers and not _existing(frames, i):
        draft.reason = "nobody is named whose word it is"
    return draft


def _existing(frames: Frames, i: int) -> bool:
    """ "There are reports that …": said by nobody named."""
    head = frames.parse.words[i].head
    return head >= 0 and bool(frames.parse.children(head, "expl")) and frames.parse.words[i].dep == "nsubj"


def _below(parse: Parse, i: int, rule: CueRule) -> set[int]:
    """The clause that the noun takes: after "that" with a subject of its own, else after "to"."""
    holders = [h for h in parse.children(i, "nmod") if h > i]
    for c in (c for h in (i, *holders) for c in parse.children(h, "acl", "ccomp", "acl:relcl", "csubj", "appos")):
        if c > i and _that(parse, c) and parse.children(c, "nsubj", "expl", "csubj"):
            return set(parse.subtree(c))
    for c in parse.children(i, "acl"):
        if "infinitive" in rule.content and c > i and marked(parse, c, "to") and parse.words[c].tag == "VB":
            return set(parse.subtree(c))
    return set()


def _that(parse: Parse, clause: int) -> bool:
    """Whether "that" joins a clause rather than stands for the noun: it is a mark, or one object of two."""
    joins = [
        m for m in parse.children(clause, "mark") if parse.words[m].lower == "that" and parse.words[m].pos == "SCONJ"
    ]
    objects = parse.children(clause, "obj")
    return bool(joins) or (len(objects) > 1 and any(parse.words[o].lower == "that" for o in objects))


def _holders(frames: Frames, actors: Actors, frame: Frame, rule: CueRule) -> Refs:
    """Whose word it is: possessor, "by" or "from", the adjective of a state, else who gives, has or makes it."""
    parse, i = frames.parse, frame.word
    heads = [h for slot in rule.holder if slot != "mod" for h in frame.slot(slot)]
    found = distinct(r for h in heads for r in _own(frames, actors, i, h) or named(frames, actors, h))
    if not found and any(w in actors.by_word for c in parse.children(i, "amod", "compound") for w in [c]):
        found = tuple(r for r in actors.refs(i) if r.actor)
    if not found and frame.carrier is not None:
        found = distinct(r for h in frame.slot(*CARRIERS) for r in named(frames, actors, h))
    return found


def _own(frames: Frames, actors: Actors, i: int, holder: int) -> Refs:
    """ "Baku broke its promise to …": the possessive of an object stands for the subject of the noun's verb."""
    parse = frames.parse
    verb = parse.words[i].head
    if parse.words[holder].tag != "PRP$" or verb < 0 or parse.words[i].dep != "obj":
        return ()
    subject = [r for s in frames.at(verb).slot("agent") for r in named(frames, actors, s) if r.actor]
    word = parse.words[holder]
    return tuple(
        msgspec.structs.replace(r, text=word.text, span=(word.start, word.end), via="pronoun") for r in subject
    )


def adjective(frames: Frames, actors: Actors, i: int, rule: CueRule) -> Draft | None:
    """ "The minister is confident that …"; None where the adjective has no clause."""
    parse, frame = frames.parse, frames.at(i)
    if not parse.children(i, "cop") and parse.words[i].dep != "conj":
        return None
    words, place = content_words(frames, frame, rule)
    if not words:
        return None
    said = distinct(r for h in frame.slot("agent") for r in named(frames, actors, h))
    draft = Draft(rule, i, frame, (i,), said, addressees(frames, actors, frame, rule, words), place=place)
    own = {i} | {w for h in frame.slot("agent") for w in parse.phrase(h) if w < i} | set(parse.children(i, "cop"))
    draft.pieces = [words - own]
    if not said:
        draft.reason = "nobody is named who thinks so"
    return draft


def adverbial(frames: Frames, actors: Actors, i: int, rule: CueRule) -> Draft | None:
    """ "In the words of the ambassador, …", "by Tehran's account": the clause it hangs on is the content."""
    parse, word = frames.parse, frames.parse.words[i]
    if frames.case(i)[0] not in rule.under or not word.dep.startswith("obl") or word.head < 0:
        return None
    heads = [
        h
        for h in (*parse.children(i, "nmod:poss"), *(c for c in parse.children(i, "nmod") if frames.case(c)[0] == "of"))
    ]
    said = distinct(r for h in heads for r in named(frames, actors, h) if _human(parse, h, r))
    if not said:
        return None
    draft = Draft(rule, i, None, tuple(w for w in (frames.case(i)[1], i) if w is not None), said, place="inserted")
    draft.pieces = [beside(parse, i)]
    return draft


def _human(parse: Parse, head: int, ref: ActorRef) -> bool:
    return ref.actor is not None or parse.words[head].pos in ("NOUN", "PRON", "PROPN")


def opening(frames: Frames, actors: Actors, i: int, rule: CueRule) -> Draft | None:
    """ "For Moscow, the deal is dead.": a state, body or person before the comma that opens a copular clause."""
    parse, word = frames.parse, frames.parse.words[i]
    case = frames.case(i)[1]
    sentence = parse.sentences[word.sentence]
    end = max(parse.subtree(i)) + 1
    if (
        case != sentence.first
        or word.head < 0
        or end >= sentence.last
        or "," not in (parse.words[end].text, parse.words[end - 1].text)
    ):
        return None
    if not parse.children(word.head, "cop") or not parse.children(word.head, "nsubj"):
        return None
    refs = tuple(r for r in actors.resolve(i) if r.actor)
    if not refs:
        return None
    return Draft(rule, i, None, (case,), refs, pieces=[beside(parse, i)], place="inserted")


def beside(parse: Parse, i: int) -> set[int]:
    """The clause that a phrase hangs on, without it; the whole sentence where it opens or ends that."""
    own = set(parse.subtree(i))
    sentence = parse.sentences[parse.words[i].sentence]
    inner = [w for w in range(sentence.first, sentence.last) if parse.words[w].pos != "PUNCT"]
    edge = bool(inner) and (inner[0] in own or inner[-1] in own)
    top = root(parse, i) if edge else parse.words[i].head
    words = set(parse.subtree(top)) if not edge else set(range(sentence.first, sentence.last))
    return words - own


def predicates(frames: Frames, frame: Frame) -> Iterator[int]:
    """The verbs above a frame, nearest first."""
    yield from (a for a in frames.parse.ancestors(frame.word) if frames.parse.words[a].pos == "VERB")
