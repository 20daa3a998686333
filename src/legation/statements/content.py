"""What was said: the words of a cue's content."""

from __future__ import annotations

from collections.abc import Iterator

from legation.language.frames import Frame, Frames
from legation.language.parse import Parse
from legation.records import Content, Span
from legation.statements.cues import CueRule, verbs

LEADING = frozenset({"that", ",", ":", "-", "–", "—", "“", '"', "and", "but"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def content_words(frames: Frames, frame: Frame, rule: CueRule) -> set[int]:
    """The words of what a reporting verb reports; empty where it reports nothing."""
    return (
        set(_clauses(frames, frame))
        or _around(frames, frame)
        or _after_colon(frames, frame)
        or (_infinitive(frames, frame) if rule.infinitive else set())
        or (_as_phrase(frames, frame) if rule.as_ else set())
        or _object(frames, frame, rule)
    )


def _clauses(frames: Frames, frame: Frame) -> Iterator[int]:
    """The that-clause, what is coordinated with it, and clauses hung on the cue that its speaker does not begin."""
    parse = frames.parse
    clauses = [c for c in frame.slot("clause", "parataxis") if not _reports(frames, c) or parse.words[c].dep == "ccomp"]
    clauses += [c for c in frame.slot("open") if parse.words[c].tag in FINITE]
    clauses += _clauses_of_addressee(parse, frame)
    if not clauses:
        return
    yield from (w for c in clauses for w in parse.subtree(c))
    for other in parse.children(frame.word, "conj"):
        if other > min(clauses) and parse.children(other, "nsubj") and not _reports(frames, other):
            yield from parse.subtree(other)


def _clauses_of_addressee(parse: Parse, frame: Frame) -> list[int]:
    """A that-clause that the parser hung on the person told: "told the agencies that …"."""
    found = []
    for i in frame.slot("patient", "iobj", "in", "to", "bare", "at"):
        for c in parse.children(i, "acl", "acl:relcl", "ccomp", "appos"):
            if any(parse.words[m].lower == "that" and parse.words[m].pos == "SCONJ" for m in parse.children(c, "mark")):
                found.append(c)
    return found


def _reports(frames: Frames, i: int) -> bool:
    return frames.parse.words[i].pos == "VERB" and frames.lemma(i) in verbs()


def _around(frames: Frames, frame: Frame) -> set[int]:
    """The clause that an inserted cue stands in: "Norway, the minister added, will …"."""
    parse = frames.parse
    word = parse.words[frame.word]
    if word.head < 0 or not (word.dep == "parataxis" or _set_off(parse, frame)):
        return set()
    top = word.head if word.dep == "parataxis" else _top(parse, frame.word)
    return set(parse.subtree(top)) - set(parse.subtree(frame.word))


def _set_off(parse: Parse, frame: Frame) -> bool:
    """A cue with its own subject, between commas, whatever the parser hung it on."""
    if not parse.children(frame.word, "nsubj") or parse.words[frame.word].dep not in ("acl", "acl:relcl", "appos", "dep", "nmod", "list"):
        return False
    words = sorted(parse.subtree(frame.word))
    inner = [w for w in words if parse.words[w].pos != "PUNCT"]
    first, last = inner[0] - 1, inner[-1] + 1
    marks = (",", "-", "–", "—")
    return first >= 0 and last < len(parse.words) and parse.words[first].text in marks and parse.words[last].text in marks


def _top(parse: Parse, i: int) -> int:
    return max([i, *parse.ancestors(i)], key=lambda w: (parse.words[w].head < 0, w))


def _after_colon(frames: Frames, frame: Frame) -> set[int]:
    """All that follows a colon behind the cue, in its sentence."""
    parse = frames.parse
    sentence = parse.sentences[frame.sentence]
    colon = next((i for i in range(frame.word + 1, sentence.last) if parse.words[i].text == ":"), None)
    return set() if colon is None or colon + 2 >= sentence.last else set(range(colon + 1, sentence.last))


def _infinitive(frames: Frames, frame: Frame) -> set[int]:
    parse = frames.parse
    found = {w for c in frame.slot("open", "clause", "advcl") if _marked(parse, c) for w in parse.subtree(c)}
    below = {w for i in frame.slot("patient", "on") for c in parse.children(i, "acl") if _marked(parse, c) for w in parse.subtree(c)}
    return found or below


def _marked(parse: Parse, i: int) -> bool:
    return any(parse.words[m].lower == "to" for m in parse.children(i, "mark"))


def _as_phrase(frames: Frames, frame: Frame) -> set[int]:
    """From the thing described to the end of its description: "Russia as a friend", "Chad of arming rebels"."""
    parse = frames.parse
    slots = ("as", "of", "for", "open", "advcl")
    described = frame.slot("patient", "to")
    said = [w for i in frame.slot(*slots) for w in parse.subtree(i)]
    said += [w for d in described for c in parse.children(d, "nmod") if frames.case(c)[0] in ("as", "of", "for") for w in parse.subtree(c)]
    if not described or not said:
        return set()
    return {w for d in described for w in parse.phrase(d)} | set(said)


def _object(frames: Frames, frame: Frame, rule: CueRule) -> set[int]:
    parse = frames.parse
    objects = [i for i in frame.slot("patient", "open") if rule.object_may_be(parse.words[i].lemma)]
    return {w for i in objects for w in parse.subtree(i)}


def as_content(parse: Parse, pieces: list[set[int]]) -> Content:
    """The pieces as spans, each trimmed of its leading "that" and of marks at its ends."""
    spans = [s for piece in pieces for s in _runs(parse, sorted(piece))]
    merged = _merged(parse, sorted(set(spans)))
    return Content(text=" … ".join(parse.slice(s) for s in merged), spans=tuple(merged))


def _runs(parse: Parse, words: list[int]) -> list[Span]:
    """Stretches of neighbouring words (a missing comma or mark does not part them)."""
    runs: list[list[int]] = []
    for w in words:
        if runs and all(parse.words[x].pos == "PUNCT" for x in range(runs[-1][-1] + 1, w)):
            runs[-1].append(w)
        else:
            runs.append([w])
    return [span for run in runs if (span := _trimmed(parse, run))]


def _trimmed(parse: Parse, run: list[int]) -> Span | None:
    while run and (parse.words[run[0]].lower in LEADING or parse.words[run[0]].pos == "PUNCT"):
        run = run[1:]
    while run and parse.words[run[-1]].pos == "PUNCT":
        run = run[:-1]
    return parse.span(run) if run else None


def _merged(parse: Parse, spans: list[Span]) -> list[Span]:
    out: list[Span] = []
    for span in spans:
        if out and span[0] <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], span[1]))
        else:
            out.append(span)
    return out
