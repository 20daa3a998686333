"""Words of content → spans of the text, each trimmed of its leading "that" and of marks at its ends."""

from __future__ import annotations

from legation.language.parse import Parse
from legation.records import Content, Span

LEADING = frozenset({"that", "and", "but"})


def as_content(parse: Parse, pieces: list[set[int]]) -> Content:
    """The pieces as spans in the order of the text; `text` joins them by " … "."""
    spans = [s for piece in pieces for s in _runs(parse, sorted(piece))]
    merged = _merged(sorted(set(spans)))
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
    while run and (parse.words[run[0]].pos == "PUNCT" or _joins(parse, run[0])):
        run = run[1:]
    while run and (parse.words[run[-1]].pos == "PUNCT" or parse.words[run[-1]].dep == "cc"):
        run = run[:-1]
    return parse.span(run) if run else None


def _joins(parse: Parse, i: int) -> bool:
    word = parse.words[i]
    within = i > 0 and parse.words[i - 1].tag == "``"  # "…," he said, "and we will stay": "and" is his
    return word.lower in LEADING and word.pos in ("SCONJ", "CCONJ") and not within


def _merged(spans: list[Span]) -> list[Span]:
    out: list[Span] = []
    for span in spans:
        if out and span[0] <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], span[1]))
        else:
            out.append(span)
    return out
