"""Headings: "Lavrov: Russia is ready for talks", and the headline's "No talks with Japan: Lavrov"."""

from __future__ import annotations

from legation.actors import Actors
from legation.language.frames import Frames
from legation.language.parse import Parse, Sentence
from legation.statements.cues import heading
from legation.statements.drafts import Draft, Refs
from legation.statements.near import quoted, quotes_in
from legation.statements.quotation import spoken
from legation.statements.speaker import named, speaks

LONGEST = 9
DASHES = frozenset({"―", "—", "–", "-", "--"})


def headed(frames: Frames, actors: Actors, sentence: Sentence) -> Draft | None:
    """The statement of a sentence that is "name: content" or "content: name"; None where neither side is a name."""
    parse = frames.parse
    colon = next((i for i in range(sentence.first, sentence.last) if parse.words[i].text == ":"), None)
    if colon is None or quoted(parse, parse.words[colon].start):
        return None
    before, behind = range(sentence.first, colon), range(colon + 1, sentence.last)
    if _name(parse, before):
        if not behind:
            behind = _next(parse, sentence)
        if said := _speakers(frames, actors, before, _quoted(parse, behind)):
            return _draft(colon, said, set(behind))
    elif _name(parse, behind) and _finite(parse, before) and parse.words[behind[-1]].pos != "PUNCT":
        said = _speakers(frames, actors, behind, False)
        return _draft(colon, said, set(before)) if said else None
    return None


def introduced(frames: Frames, actors: Actors, sentence: Sentence, held: set[int]) -> Draft | None:
    """The statement of a clause without a word of speech before a colon: "The chancellor was blunt: “…”."."""
    parse = frames.parse
    colon = next((i for i in range(sentence.first, sentence.last) if parse.words[i].text == ":"), None)
    if colon is None or colon - 1 <= sentence.first or not _quoted(parse, range(colon + 1, sentence.last)):
        return None
    quote = quotes_in(parse, (parse.words[colon + 1].start, parse.words[colon + 1].end))[0]
    inside = set(parse.words_in(quote.span))
    subjects = [i for i in range(sentence.first, colon) if parse.words[i].dep == "nsubj"]
    if not subjects or inside & held or not spoken(parse, quote) or quoted(parse, parse.words[colon].start):
        return None
    said = tuple(r for r in named(frames, actors, subjects[0]) if speaks(parse, r))
    return _draft(colon, said, inside) if said else None


def signed(frames: Frames, actors: Actors, sentence: Sentence) -> Draft | None:
    """The statement of a quotation with a name behind a dash: "“…” ― Esther Tapia"."""
    parse = frames.parse
    dash = next((i for i in range(sentence.first, sentence.last) if parse.words[i].text in DASHES), None)
    if dash is None or not dash or not _name(parse, range(dash + 1, sentence.last)):
        return None
    last = parse.words[dash - 1]
    quote = next((q for q in quotes_in(parse, (last.start, last.end)) if q.span[1] == last.end and not q.level), None)
    if quote is None or not spoken(parse, quote):
        return None
    said = _speakers(frames, actors, range(dash + 1, sentence.last), True)
    return _draft(dash, said, set(parse.words_in(quote.span))) if said else None


def _draft(colon: int, said: Refs, words: set[int]) -> Draft | None:
    return Draft(heading(), colon, None, (colon,), said, pieces=[words], place="colon") if len(words) > 2 else None


def _next(parse: Parse, sentence: Sentence) -> range:
    """The sentence behind a colon that ends its own."""
    if sentence.i + 1 >= len(parse.sentences):
        return range(0)
    following = parse.sentences[sentence.i + 1]
    return (
        range(following.first, following.last) if _quoted(parse, range(following.first, following.last)) else range(0)
    )


def _name(parse: Parse, words: range) -> bool:
    """A short noun phrase: no verb, no comma list, at least one noun."""
    tags = [parse.words[i].pos for i in words]
    return 0 < len(tags) <= LONGEST and not {"VERB", "AUX", "SCONJ"} & set(tags) and ("PROPN" in tags or "NOUN" in tags)


def _finite(parse: Parse, words: range) -> bool:
    return len(words) > 2 and any(parse.words[i].pos in ("VERB", "AUX") for i in words)


def _quoted(parse: Parse, words: range) -> bool:
    return bool(words) and quoted(parse, parse.words[words[0]].start)


def _speakers(frames: Frames, actors: Actors, words: range, in_marks: bool) -> Refs:
    """The actors named, or before a quotation any name; a place in capitals is a dateline."""
    parse = frames.parse
    if all(parse.words[i].text.isupper() for i in words if parse.words[i].text.isalpha()) and not in_marks:
        return ()
    heads = [i for i in words if parse.words[i].head not in words and parse.words[i].pos in ("PROPN", "NOUN")]
    refs = tuple(r for i in heads[:1] for r in actors.refs(i) if r.actor)
    if refs or not heads:
        return refs
    person = any(parse.words[i].name.endswith("PER") for i in words)
    unknown = len(words) == 1 and parse.words[heads[0]].name != "O" and heads[0] not in actors.by_word
    return (
        (actors.unnamed(heads[0]),)
        if person or unknown or (in_marks and any(parse.words[i].pos == "PROPN" for i in words))
        else ()
    )
