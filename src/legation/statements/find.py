"""Every cue of a parse, kept or dropped with its reason, in the order of the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from legation.actors import Actors
from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.status import status
from legation.statements import nominal
from legation.statements.according import according
from legation.statements.addressee import addressees, faced
from legation.statements.aside import Aside, aside
from legation.statements.content import content_words
from legation.statements.cues import CueRule, cues, form, nominals
from legation.statements.drafts import Draft, own_words, ref_words
from legation.statements.headings import headed, introduced, signed
from legation.statements.inserted import around_all, contrasted
from legation.statements.pieces import as_content
from legation.statements.relays import channels, cited, outlet, passed_on, relayed, relays, rules_of, taken
from legation.statements.speaker import distinct, inverted, named, speakers, speaks

SURE = frozenset({"infinitive", "gerund", "as", "object", "phrase", "colon", "raised"})  # what no aside has
AGENTLESS = frozenset({"say", "claim", "think"})
Nominal = Callable[[Frames, Actors, int, CueRule], Draft | None]
NOMINAL: tuple[tuple[str, frozenset[str], Nominal], ...] = (
    ("noun", frozenset({"NOUN"}), nominal.noun),
    ("adjective", frozenset({"ADJ", "VERB"}), nominal.adjective),
    ("adverbial", frozenset({"NOUN"}), nominal.adverbial),
)


def find(frames: Frames, actors: Actors) -> list[Draft]:
    """All drafts; those with a `reason` are dropped."""
    found = [d for s in frames.parse.sentences if (d := headed(frames, actors, s))]
    passed = {
        i for w in frames.parse.words if w.pos == "VERB" and relays(frames, w.i) for i in taken(frames, frames.at(w.i))
    }
    for word in frames.parse.words:
        draft = verb(frames, actors, word.i) if word.pos == "VERB" and word.i not in passed else None
        if draft is not None:
            found.append(draft)
        if draft is None or draft.reason is not None:
            found.extend(_nominal(frames, actors, word.i))
    held = {w for d in found if d.reason is None for w in d.said}
    found += [
        d for s in frames.parse.sentences for d in (introduced(frames, actors, s, held), signed(frames, actors, s)) if d
    ]
    by_sentence: dict[int, list[Draft]] = defaultdict(list)
    for draft in found:
        by_sentence[frames.parse.words[draft.word].sentence].append(draft)
    for word in frames.parse.words:
        if word.dep == "case" and (draft := according(frames, actors, word.i, by_sentence[word.sentence])):
            found.append(draft)
    return sorted(found, key=lambda d: d.word)


def verb(frames: Frames, actors: Actors, i: int) -> Draft | None:
    """The draft of a reporting verb by the first of its cues that holds; else the first one's reason."""
    if not (rules := rules_of(frames, i)):
        return None
    frame, dropped = frames.at(i), None
    for rule in rules:
        draft = relayed(frames, actors, frame, rule) if rule.relays else _reported(frames, actors, frame, rule)
        if draft is not None:
            draft.reason = draft.reason or _reason(frames, draft)
            if draft.reason is None:
                return draft
            dropped = dropped or draft
    return dropped


def _reported(frames: Frames, actors: Actors, frame: Frame, rule: CueRule) -> Draft | None:
    """A verb's speakers, addressees, channels and content; None where the cue is another voice of the verb."""
    if (rule.passive == "experiencer") != (frame.passive and rule.passive == "experiencer"):
        return None
    words, place = content_words(frames, frame, rule)
    if _asked(frames, frame):
        return None
    if place not in SURE and (set_off := aside(frames.parse, frame.word, rule)):
        return _beside(frames, actors, frame, rule, set_off)
    if place in ("quote", "inserted") and any(c > frame.word for c in frames.parse.children(frame.word, "xcomp")):
        words, place = set(), ""
    said = speakers(frames, actors, frame, rule, place)
    if words and rule.kind != "think" and "quote" in rule.content and inverted(frames.parse, frame):
        words = words | around_all(frames.parse, frame.word)
    if rule.kind != "think":
        words = words - contrasted(frames.parse, frame.word)
    draft = Draft(rule, frame.word, frame, frame.words, said, place=place)
    if not said or not words:
        draft.pieces = [words - own_words(frames, frame, said, words, place)]
        return draft
    own = own_words(frames, frame, said, words, place)
    draft.addressees = addressees(frames, actors, frame, rule, words)
    citing = _through(frames, actors, draft, words - own)
    told = ref_words(frames.parse, draft.addressees) if place in ("clause", "infinitive") else set()
    draft.own = own | citing
    draft.pieces = [words - draft.own - told]
    return draft


def _beside(frames: Frames, actors: Actors, frame: Frame, rule: CueRule, found: Aside) -> Draft | None:
    """The draft of a cue set off by commas; the tree's speaker is kept where it stands between them."""
    words = set(found.words)
    said = speakers(frames, actors, frame, rule, "inserted")
    if not said or not all(ref_words(frames.parse, (r,)) <= set(found.subject) for r in said):
        said = named(frames, actors, found.head)
    draft = Draft(rule, frame.word, frame, frame.words, said, place="aside")
    draft.addressees = addressees(frames, actors, frame, rule, set(found.content))
    citing = _through(frames, actors, draft, set(found.content))
    draft.own = words | citing
    draft.pieces = [set(found.content) - draft.own]
    return draft


def _asked(frames: Frames, frame: Frame) -> bool:
    """ "Asked whether …, the minister said": a participle without a subject, not an act of its own."""
    word = frames.parse.words[frame.word]
    return (
        word.dep == "advcl"
        and word.tag in ("VBD", "VBN")
        and not frames.parse.children(frame.word, "nsubj", "nsubj:pass", "aux", "mark", "obl")
    )


def _through(frames: Frames, actors: Actors, draft: Draft, content: set[int]) -> set[int]:
    """Sets whom the occasion faces and the chain a statement came through; the words of a "citing" phrase come back."""
    frame = draft.frame
    if frame is None:
        return set()
    if faces := distinct(faced(frames, actors, frame, content)):
        told = {r.actor or r.text: r for r in (*draft.addressees, *faces)}
        draft.addressees, draft.also = (
            tuple(sorted(told.values(), key=lambda r: r.span)),
            (*draft.also, "en.report.occasion"),
        )
    carried = distinct((*passed_on(frames, actors, frame.slot("agent")), *channels(frames, actors, frame, content)))
    if carried:
        draft.via, draft.also = carried, (*draft.also, "en.report.channel")
    others, media, citing = cited(frames, actors, frame)
    if (others or media) and all(outlet(frames.parse, r) for r in draft.speakers):
        draft.via, draft.speakers = (*draft.via, *draft.speakers, *(media if others else ())), others or media
        draft.also = (*draft.also, "en.report.quote")
    else:
        draft.via = (*draft.via, *media)
    return citing


def _reason(frames: Frames, draft: Draft) -> str | None:
    """Why a verb's draft is no statement: no content, nobody speaks, or it is not said."""
    if not as_content(frames.parse, draft.pieces).text:
        return "no content"
    if draft.rule.human and not any(speaks(frames.parse, r) for r in draft.speakers):
        return "no speaker"
    if not draft.speakers and not _agentless(frames, draft):
        return "no speaker"
    frame = draft.frame
    if frame is None or draft.place == "aside":
        return None
    factuality = status(frames, frame)
    found = factuality.cues
    both = any(frames.parse.words[c.word].lower in form("neither") for c in found)
    if factuality.status == "denied" and (both or not draft.rule.unsaid):
        return "not said: " + ", ".join(frames.parse.words[c.word].text for c in found if c.rule.status == "denied")
    if (
        any(c.rule.status == "planned" and c.rule.scope in ("auxiliary", "open") for c in found)
        and not draft.rule.belief
    ):
        return "not yet said"
    return None


def _agentless(frames: Frames, draft: Draft) -> bool:
    """ "It is believed that …", "Iran is said to have …": a statement of nobody named."""
    frame = draft.frame
    if (
        frame is None
        or not frame.passive
        or draft.rule.kind not in AGENTLESS
        or draft.rule.passive == "experiencer"
        or draft.rule.relays
    ):
        return False
    impersonal = bool(frames.parse.children(frame.word, "expl")) or any(
        frames.parse.words[s].lower == "it" for s in frame.slot("patient")
    )
    return (
        (draft.place == "clause" and impersonal)
        or draft.place == "raised"
        or (draft.place == "as" and draft.rule.kind == "claim")
    )


def _nominal(frames: Frames, actors: Actors, i: int) -> Iterator[Draft]:
    word, listed = frames.parse.words[i], nominals()
    for kind, tags, build in NOMINAL if word.lemma in listed or word.lower in listed else ():
        if word.pos in tags:
            known = cues(kind)
            for rule in known.get(word.lemma, ()) or known.get(word.lower, ()):
                if draft := build(frames, actors, i, rule):
                    yield draft
                    break
    rules = cues("opening").get(frames.case(i)[0] or "") if word.dep.startswith("obl") else None
    if rules and (draft := nominal.opening(frames, actors, i, rules[0])):
        yield draft
