"""Sources named by a preposition: "According to TASS, …", "in the view of the Vatican, …"."""

from __future__ import annotations

from legation.actors import Actors
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.statements import nominal
from legation.statements.cues import cues
from legation.statements.drafts import Draft, Refs
from legation.statements.inserted import root
from legation.statements.near import quotes_in
from legation.statements.relays import medial, passed_on, relays
from legation.statements.speaker import distinct, named


def according(frames: Frames, actors: Actors, case: int, found: list[Draft]) -> Draft | None:
    """ "According to TASS, …": the clause it hangs on is the content; of what is reported, a medium is the channel."""
    parse = frames.parse
    noun = parse.words[case].head
    name, first = frames.case(noun) if noun >= 0 else (None, None)
    rules = cues("preposition").get(name or "")
    if not rules or first != case or parse.words[noun].head < 0 or _thing(frames, noun):
        return None
    said = named(frames, actors, noun)
    own = {w for w in parse.subtree(noun) if w >= case}
    above = _above(frames, noun, found)
    if said and all(medial(parse, r) for r in said) and above is not None:
        above.via = (*said, *_cited_below(frames, actors, noun), *above.via)
        above.pieces = [p - own for p in above.pieces]
        return Draft(rules[0], noun, None, (case,), said, reason="the channel of another statement")
    draft = Draft(
        rules[0],
        noun,
        None,
        tuple(w for w in range(case, noun) if parse.words[w].dep in ("case", "fixed")),
        said,
        place="inserted",
    )
    draft.pieces = [_same_quotation(parse, case, nominal.beside(parse, noun)) - own]
    draft.via = passed_on(frames, actors, (noun,))
    draft.reason = None if said else "no speaker"
    if not draft.via and (within := _cited_below(frames, actors, noun)):
        draft.via, draft.speakers = said, within
    _cut(draft, own, found)
    return draft


def _same_quotation(parse: Parse, i: int, words: set[int]) -> set[int]:
    """Of a source named within a quotation only what that quotation says."""
    outer = next((q for q in quotes_in(parse, (parse.words[i].start, parse.words[i].end)) if not q.level), None)
    return words & set(parse.words_in(outer.span)) if outer else words


def _cited_below(frames: Frames, actors: Actors, noun: int) -> Refs:
    """ "According to TV2, which cited the minister": whom the source cites in its turn."""
    below = (c for c in frames.parse.children(noun, "acl:relcl", "acl") if relays(frames, c))
    return distinct(r for c in below for p in frames.at(c).slot("patient") for r in named(frames, actors, p))


def _thing(frames: Frames, noun: int) -> bool:
    """ "per day", "according to plan": a bare singular noun is no source."""
    word = frames.parse.words[noun]
    bare = not frames.parse.children(noun, "det", "nmod:poss", "compound", "amod", "nmod")
    return (word.tag == "NN" and bare) or word.lemma in ("plan", "schedule")


def _above(frames: Frames, noun: int, found: list[Draft]) -> Draft | None:
    """The statement whose cue a source hangs on: the outermost where the source opens or ends the sentence."""
    parse = frames.parse
    kept = {
        d.word: d for d in found if d.reason is None and d.frame is not None and d.frame.kind == "verb" and d.speakers
    }
    chain = [a for a in parse.ancestors(noun) if a in kept]
    sentence = parse.sentences[parse.words[noun].sentence]
    own = set(parse.subtree(noun))
    inner = [w for w in range(sentence.first, sentence.last) if parse.words[w].pos != "PUNCT"]
    if inner and (inner[0] in own or inner[-1] in own):
        return kept[chain[-1]] if chain and chain[-1] == root(parse, noun) else None
    return kept[chain[0]] if chain and chain[0] == parse.words[noun].head else None


def _cut(draft: Draft, own: set[int], found: list[Draft]) -> None:
    """A source at the edge of a sentence is no part of what others in it say."""
    for other in found:
        if other.frame is not None and other.word in draft.said and own & other.said:
            other.pieces = [p - own for p in other.pieces]
