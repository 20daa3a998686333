"""Channels: who passes on what another says – "TASS quoted Lavrov as saying", "carried by IRNA"."""

from __future__ import annotations

from collections.abc import Iterator

from legation.actors import Actors
from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.records import ActorRef
from legation.statements.addressee import addressees, own_clause
from legation.statements.content import content_words
from legation.statements.cues import CueRule, cues, form
from legation.statements.drafts import Draft, Refs, own_words
from legation.statements.inserted import after_colon, around
from legation.statements.quotation import quoted_part
from legation.statements.speaker import distinct, named

MEDIA = "MED"


def relayed(frames: Frames, actors: Actors, frame: Frame, rule: CueRule) -> Draft | None:
    """ "TASS quoted Lavrov as saying that …": Lavrov speaks, TASS is the channel; None for "citing"."""
    parse = frames.parse
    if parse.words[frame.word].tag == "VBG" and parse.words[frame.word].dep == "advcl":
        return None
    via = distinct(
        r for i in frame.slot("agent") if parse.words[i].lower not in ("who", "which") for r in named(frames, actors, i)
    )
    said = distinct(r for i in frame.slot("patient") for r in named(frames, actors, i))
    _, media, _ = cited(frames, actors, frame)
    draft = Draft(rule, frame.word, frame, frame.words, said, (), (*via, *media))
    for inner in _saying(frames, frame):
        for below in cues("verb")[_lemma(frames, inner)]:
            if below.relays or not below.content:
                continue
            words, draft.place = content_words(frames, frames.at(inner), below)
            if words:
                draft.cue = (frame.word, inner) if inner - frame.word < 3 else (frame.word,)
                draft.addressees = addressees(frames, actors, frames.at(inner), below, words)
                draft.pieces = [words - own_words(frames, frame, (*said, *draft.via), words) - {inner}]
                draft.via = (
                    *draft.via,
                    *(r for w in frames.at(inner).slot("by") for r in actors.refs(w) if r.sector == MEDIA),
                )
                draft.also = (below.id,)
                return draft
    words = (
        after_colon(frames, frame)
        or quoted_part(parse, frame)
        or (around(frames, frame, rule) if frame.passive else set())
    )
    draft.pieces = [words - own_words(frames, frame, (*said, *draft.via), words)]
    return draft


def _saying(frames: Frames, frame: Frame) -> Iterator[int]:
    """The "as saying" below a verb of quoting."""
    parse = frames.parse
    for i in sorted(parse.subtree(frame.word)):
        perfect = any(parse.words[a].lower == "having" for a in parse.children(i, "aux"))
        if (
            i > frame.word
            and (parse.words[i].tag == "VBG" or perfect)
            and _lemma(frames, i) in cues("verb")
            and i - frame.word < 15
        ):
            yield i


def _lemma(frames: Frames, i: int) -> str:
    lemma = frames.lemma(i)
    return lemma if lemma in cues("verb") else frames.parse.words[i].lemma


def taken(frames: Frames, frame: Frame) -> set[int]:
    """The "saying" of "quoted as saying": not a cue of its own."""
    return (
        set(list(_saying(frames, frame))[:1])
        if frames.parse.words[frame.word].dep != "advcl" or frames.parse.words[frame.word].tag != "VBG"
        else set()
    )


def cited(frames: Frames, actors: Actors, frame: Frame) -> tuple[Refs, Refs, set[int]]:
    """ "…, citing TASS, …" below a cue or before it: people and media cited, and the words of the phrase."""
    parse = frames.parse
    refs: list[Refs] = []
    words: set[int] = set()
    for i in _citing(frames, frame):
        refs.append(distinct(r for p in frames.at(i).slot("patient") for r in named(frames, actors, p)))
        words |= set(parse.subtree(i))
    found = distinct(r for part in refs for r in part)
    return tuple(r for r in found if r.sector != MEDIA), tuple(r for r in found if r.sector == MEDIA), words


def _citing(frames: Frames, frame: Frame) -> Iterator[int]:
    parse = frames.parse
    for i in parse.subtree(frame.word):
        word = parse.words[i]
        cites = word.tag == "VBG" and any(r.relays for r in cues("verb").get(word.lemma, ()))
        if cites and i != frame.word and i and parse.words[i - 1].text == "," and not parse.children(i, "nsubj"):
            yield i


def channels(frames: Frames, actors: Actors, frame: Frame, content: set[int]) -> Refs:
    """Media that the cue's own clause names as its channel: "in remarks carried by IRNA", "on RT"."""
    parse = frames.parse
    found: list[Refs] = []
    for i in own_clause(frames, frame, content):
        word = parse.words[i]
        if word.pos == "VERB" and word.lemma in form("channel") and i != frame.word and word.tag in ("VBN", "VBD"):
            found += [actors.refs(a) for a in frames.at(i).slot("agent")]
        elif word.dep == "obl" and word.head == frame.word and frames.case(i)[0] in ("on", "via", "through", "over"):
            found.append(actors.refs(i))
    return distinct(r for refs in found for r in refs if r.sector == MEDIA)


def medial(parse: Parse, ref: ActorRef) -> bool:
    """Whether a speaker is a medium, named or not ("state media")."""
    if ref.actor is not None:
        return ref.sector == MEDIA
    return any(parse.words[w].lemma in form("medium") for w in parse.words_in(ref.span))
