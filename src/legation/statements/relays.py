"""Channels: who passes on what another says – "TASS quoted Lavrov as saying", "carried by IRNA"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.actors import Actors
from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.records import ActorRef
from legation.statements.addressee import addressees, own_clause
from legation.statements.clauses import FINITE
from legation.statements.content import content_words
from legation.statements.cues import CueRule, cues, form
from legation.statements.drafts import Draft, Refs, own_words
from legation.statements.inserted import after_colon, around
from legation.statements.quotation import quoted_part
from legation.statements.speaker import MEDIA, distinct, lasting, named

AIRED = ("on", "by", "in")


def rules_of(frames: Frames, i: int) -> tuple[CueRule, ...]:
    """The cues of a verb with its particle or its "it", else of the bare verb."""
    verbs = cues("verb")
    if any(frames.parse.words[o].lower == "it" for o in frames.parse.children(i, "obj")) and (
        found := verbs.get(f"{frames.lemma(i)} it")
    ):
        return found
    return verbs.get(frames.lemma(i)) or (
        verbs.get(frames.parse.words[i].lemma, ()) if not frames.parse.children(i, "compound:prt") else ()
    )


def relays(frames: Frames, i: int) -> bool:
    """Whether a verb passes on what its object says."""
    return any(r.relays for r in rules_of(frames, i))


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
                    *(r for w in _by(frames, inner) for r in named(frames, actors, w)),
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


def _by(frames: Frames, i: int) -> list[int]:
    """Who quotes, where that stands below the verb of saying: "was quoted as saying by Reuters"."""
    return [c for c in frames.parse.children(i, "obl") if frames.case(c)[0] == "by"]


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
        at = frames.at(i)
        heads = at.slot("patient") or at.slot("from")
        refs.append(distinct(r for p in heads for r in named(frames, actors, p)))
        words |= set(parse.subtree(i))
    found = distinct(lasting(r for part in refs for r in part))
    return tuple(r for r in found if r.sector != MEDIA), tuple(r for r in found if r.sector == MEDIA), words


def passed_on(frames: Frames, actors: Actors, heads: Iterable[int]) -> Refs:
    """Who passes on what speakers say, where a participle behind them tells so: "officials quoted by Kommersant"."""
    parse = frames.parse
    below = [c for h in heads for c in parse.children(h, "acl") if not parse.children(c, "nsubj", "obj")]
    quoting = [c for c in below if any(r.relays for r in cues("verb").get(parse.words[c].lemma, ()))]
    return distinct(r for c in quoting for h in frames.at(c).slot("agent") for r in named(frames, actors, h))


def outlet(parse: Parse, ref: ActorRef) -> bool:
    """Whether a speaker who cites another is a medium: a known one, or a name that is no known actor's or person's."""
    words = [parse.words[w] for w in parse.words_in(ref.span)]
    unknown = ref.actor is None and any(w.pos == "PROPN" for w in words)
    return medial(parse, ref) or (unknown and not any(w.name.endswith("PER") for w in words))


def _citing(frames: Frames, frame: Frame) -> Iterator[int]:
    """The "citing" of a cue: set off by a comma or opening the sentence; or "which cited" of its speaker."""
    parse = frames.parse
    sentence = parse.sentences[frame.sentence]
    speaking, below = set(frame.slot("agent")), set(parse.subtree(frame.word))
    for i in range(sentence.first, sentence.last):
        word = parse.words[i]
        cited = word.dep == "acl:relcl" and word.head in speaking
        if i == frame.word or not (cited or word.tag == "VBG"):
            continue
        if not any(r.relays for r in cues("verb").get(word.lemma, ())):
            continue
        if cited or (not parse.children(i, "nsubj") and _beside_cue(parse, i, frame.word, below)):
            yield i


def _beside_cue(parse: Parse, i: int, cue: int, below: set[int]) -> bool:
    """Whether a participle opens its sentence or stands behind a comma, below the cue or with no verb up to it."""
    first = parse.sentences[parse.words[i].sentence].first
    if i > first and parse.words[i - 1].text != ",":
        return False
    between = range(min(i, cue) + 1, max(i, cue))
    return i in below or not any(parse.words[w].tag in FINITE for w in between)


def channels(frames: Frames, actors: Actors, frame: Frame, content: set[int]) -> Refs:
    """Media that the cue's own clause names as its channel: "in remarks carried by IRNA", "on RT"."""
    parse = frames.parse
    found: list[Refs] = []
    for i in own_clause(frames, frame, content):
        word = parse.words[i]
        if word.pos == "VERB" and word.lemma in form("channel") and i != frame.word and word.tag in ("VBN", "VBD"):
            at = frames.at(i)
            heads = (*at.slot("agent"), *(h for slot in AIRED for h in at.slot(slot)))
            found += [r for h in heads if (r := named(frames, actors, h)) and (h in at.slot("agent") or i < h)]
        elif word.dep == "obl" and word.head == frame.word and frames.case(i)[0] in ("on", "via", "through", "over"):
            found.append(actors.refs(i))
    return distinct(r for refs in found for r in refs if medial(parse, r))


def medial(parse: Parse, ref: ActorRef) -> bool:
    """Whether a speaker is a medium, named or not ("state media")."""
    if ref.actor is not None:
        return ref.sector == MEDIA
    return any(parse.words[w].lemma in form("medium") for w in parse.words_in(ref.span))
