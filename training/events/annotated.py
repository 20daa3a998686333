"""Sentences with every act in them marked: the word that tells it, its type, its actors and its recipients.

Our own stand as text in `acts/*.txt`: a line `> sentence`, then a line for each act,
`TYPE word : actor & actor -> recipient`; `-` is a party that the sentence doesn't name, `its@2` the second "its".
A line `< text` before it holds what the text told just before; `^Iran` is a word of that.
Those of free sets (`acts/free.jsonl`) hold spans only; their text is in the data folder.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from legation.events.classifier import words_in
from legation.language.spacy_doc import blank
from legation.records import Span

ACTS = Path(__file__).parent / "acts"
LINE = re.compile(r"([A-Z]+) (\S+) : (.+?) -> (.+)")
NOBODY = "-"


@dataclass(frozen=True, slots=True)
class Act:
    """The words, by index, of an act and of its parties."""

    type: str
    word: int
    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotated:
    """A sentence's words and all its acts; it begins at word `first`, after what was told before."""

    words: tuple[str, ...]
    acts: tuple[Act, ...]
    first: int = 0


@dataclass(frozen=True, slots=True)
class Spans:
    """An act by spans of its sentence."""

    type: str
    word: Span
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()


def annotated(text: str, acts: Sequence[Spans], start: int = 0) -> Annotated:
    """The sentence from character `start` on, and what was told before, in the words that the language stage cuts.

    Of a party of several words the last counts.
    """
    tokens = [t for t in blank().tokenizer(text) if not t.is_space]
    bounds = [(t.idx, t.idx + len(t)) for t in tokens]

    def last(span: Span) -> int:
        return words_in(span, bounds)[1] - 1

    found = (Act(a.type, last(a.word), tuple(map(last, a.actors)), tuple(map(last, a.recipients))) for a in acts)
    first = sum(end <= start for _, end in bounds)
    return Annotated(tuple(t.text for t in tokens), tuple(a for a in found if a.word >= 0), first)


def ours(folder: Path = ACTS, names: str = "*") -> Iterator[Annotated]:
    """The sentences of the folder's text files with such names.

    Raises ValueError where a line names no word of its sentence.
    """
    for path in sorted(folder.glob(f"{names}.txt")):
        for block in re.split(r"\n\s*\n", path.read_text("utf8").strip()):
            yield passage(block.splitlines())


def passage(lines: Sequence[str]) -> Annotated:
    """A block of lines: what was told before, if anything, the sentence and its acts.

    Raises ValueError where a line names no word of its text.

    >>> passage(["< Mali helped.", "> Chad was grateful.", "SUPPORT grateful : Chad -> ^Mali"])  # doctest: +ELLIPSIS
    Annotated(words=('Mali', ... acts=(Act(type='SUPPORT', word=5, actors=(3,), recipients=(0,)),), first=3)
    """
    before, (head, *told) = ("", lines) if lines[0][:2] == "> " else (lines[0][2:] + " ", lines[1:])
    text = before + head.removeprefix("> ")
    return annotated(text, [spans(text, line, len(before)) for line in told], len(before))


def spans(text: str, line: str, start: int = 0) -> Spans:
    """
    >>> spans("Chad thanked Mali.", "SUPPORT thanked : Chad -> Mali")
    Spans(type='SUPPORT', word=(5, 12), actors=((0, 4),), recipients=((13, 17),))
    """
    parts = LINE.fullmatch(line)
    if parts is None:
        raise ValueError(f"not an act: {line!r} of {text!r}")
    kind, word, *sides = parts.groups()
    actors, recipients = (
        tuple(_at(text, w.strip(), start) for w in side.split("&")) if side != NOBODY else () for side in sides
    )
    return Spans(kind, _at(text, word, start), actors, recipients)


def _at(text: str, word: str, start: int) -> Span:
    before, word = word.startswith("^"), word.removeprefix("^")
    word, _, nth = word.partition("@")
    first, last = (0, start) if before else (start, len(text))
    hits = [m.span() for m in re.compile(rf"(?<!\w){re.escape(word)}(?!\w)").finditer(text, first, last)]
    if len(hits) < int(nth or 1):
        raise ValueError(f"no {word!r} in {text!r}")
    return hits[int(nth or 1) - 1]


def free(data: Path, path: Path = ACTS / "free.jsonl") -> Iterator[Annotated]:
    """The sentences of free sets, their text from the data folder."""
    yield from listed(path, dict(_texts(data)))


def listed(path: Path, texts: Mapping[str, str]) -> Iterator[Annotated]:
    """Rows of `acts`, each [type, word, actors, recipients] by spans, and of `text` or the `id` of one."""
    for row in map(json.loads, path.read_text("utf8").splitlines()):
        acts = [
            Spans(kind, tuple(word), tuple(map(tuple, actors)), tuple(map(tuple, recipients)))
            for kind, word, actors, recipients in row["acts"]
        ]
        yield annotated(row["text"] if "text" in row else texts[row["id"]], acts)


def _texts(data: Path) -> Iterator[tuple[str, str]]:
    """(id, text) of the sentences of FactAppeal, of EWT's and GUM's train parts and of Wikigold."""
    for name in ("factappeal_train", "factappeal_val"):
        with gzip.open(data / "attribution" / f"{name}.jsonl.gz", "rt", encoding="utf8") as file:
            yield from ((row["id"], _plain(row["text"])) for row in map(json.loads, file))
    for name in ("ewt-train", "gum-clean-train"):
        with gzip.open(data / "syntax" / f"{name}.conllu.gz", "rt", encoding="utf8") as file:
            told = [line.partition("=")[2].strip() for line in file if line.startswith(("# sent_id", "# text ="))]
            yield from ((id, _plain(text)) for id, text in zip(told[::2], told[1::2], strict=True))
    from spacy.tokens import DocBin

    for at, doc in enumerate(DocBin().from_disk(data / "names" / "ner-wikigold.spacy").get_docs(blank().vocab)):
        yield f"wikigold-{at}", _plain(doc.text)


def _plain(text: str) -> str:
    return " ".join(text.split())
