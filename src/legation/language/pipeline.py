"""Document → Parse: sentences, words, tree, lemmas, names, time expressions and quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from legation.language.cascade import worth_parsing
from legation.language.clauses import rehung
from legation.language.encoder import Analysis, Encoder
from legation.language.lemmas import lemma
from legation.language.names import NameSpan, tagged
from legation.language.parse import Parse, Sentence, Word
from legation.language.quotes import quotes
from legation.language.sentences import LONGEST, SentenceSpan, sentences
from legation.language.spacy_doc import blank
from legation.language.subjects import mended
from legation.language.tense import Tenses
from legation.language.times import times
from legation.records import Document, Issue

if TYPE_CHECKING:
    from spacy.tokens import Token


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """The shipped encoder, loaded when first used."""
    return Encoder()


def parse(source: Document | str, start: int = 0, *, whole: bool = True) -> Parse:
    """The parsed document, or an undated text; what stands before `start` (a date header) is left out.

    A sentence of more than 510 wordpieces is not parsed: an issue says so. Unless the `whole` is wanted, sentences that
    can hold no row are `skipped`: the cascade of the coder.

    >>> [(word.text, word.pos, word.dep) for word in parse("Iran met Russia.").words[:2]]
    [('Iran', 'PROPN', 'nsubj'), ('met', 'VERB', 'root')]
    """
    document = Document(id="text", text=source) if isinstance(source, str) else source
    spans = sentences(document.text, start)
    cut = tokens(document.text, spans)
    read = [[text for text, _ in row] for row in cut]
    worth = [whole or worth_parsing(row) for row in read]
    analyses = encoder().analyse([row if wanted else [] for row, wanted in zip(read, worth, strict=True)])
    words: list[Word] = []
    parts: list[Sentence] = []
    found: list[NameSpan] = []
    for each, row, wanted, analysis in zip(spans, cut, worth, analyses, strict=True):
        last = len(words) + len(row)
        parts.append(Sentence(len(parts), each.span, each.kind, len(words), last, analysis is not None, not wanted))
        own = tagged([text for text, _ in row], analysis.name_scores) if analysis else ()
        found.extend(name.moved(len(words)) for name in own)
        words.extend(_words(row, analysis, own, len(words), len(parts) - 1))
    unread = (s for s in parts if not s.parsed and not s.skipped and s.last > s.first)
    issues = (*(_too_long(s) for s in unread), *_cut(spans))
    marks = quotes(document.text)
    return Parse(
        document,
        rehung(mended(words, marks)),
        tuple(parts),
        times(document.text[start:], document.published, offset=start, tense=Tenses(words).at),
        marks,
        tuple(sorted(issues, key=lambda issue: issue.span or (0, 0))),
        tuple(found),
    )


def _too_long(sentence: Sentence) -> Issue:
    return Issue(
        code="LG407", message=f"sentence {sentence.i} is too long to parse and was not coded", span=sentence.span
    )


def _cut(spans: Sequence[SentenceSpan]) -> Iterator[Issue]:
    """One issue for each stretch without an end of a sentence that was cut for its length."""
    for i, each in enumerate(spans):
        if each.cut and not (i and spans[i - 1].cut):
            message = f"sentence {i} has no end within {LONGEST} characters and was cut"
            yield Issue(code="LG407", message=message, span=each.span)


def tokens(text: str, spans: Sequence[SentenceSpan]) -> list[list[tuple[str, int]]]:
    """Per sentence its words and their offsets in the text; white space, datelines and furniture are left out."""
    tokenise = blank().tokenizer
    rows = []
    for each in spans:
        a, b = each.span
        if each.dateline:  # "TEHRAN –" says where the report was written, not who acts
            a = each.dateline[1]
        if each.kind == "furniture":
            b = a
        found: list[Token] = [t for t in tokenise(text[a:b]) if not t.is_space]
        rows.append([(t.text, a + t.idx) for t in found])
    return rows


def _words(
    row: list[tuple[str, int]], analysis: Analysis | None, own: Sequence[NameSpan], base: int, sentence: int
) -> list[Word]:
    if analysis is None:
        return [
            Word(base + i, t, at, at + len(t), t.lower(), "X", "XX", "dep", -1, sentence, "O")
            for i, (t, at) in enumerate(row)
        ]
    names = ["O"] * len(row)
    for found in own:
        names[found.first : found.last] = [f"B-{found.label}", *[f"I-{found.label}"] * (found.last - found.first - 1)]
    return [
        Word(
            base + i,
            text,
            at,
            at + len(text),
            lemma(text, pos),
            pos,
            tag,
            dep,
            base + head - 1 if head else -1,
            sentence,
            name,
        )
        for i, ((text, at), head, dep, pos, tag, name) in enumerate(
            zip(row, analysis.heads, analysis.labels, analysis.upos, analysis.xpos, names, strict=True)
        )
    ]
