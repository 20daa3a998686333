"""Contexts: the PLOVER contexts that words speak of, and which words an act is told with."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

import msgspec

from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.parse import Parse, Word
from legation.lexicon import load, per_lexicon

# Clauses beside that of an act, where they are not its object: another act, its time or its cause.
BESIDE = frozenset({"conj", "advcl", "parataxis"})
ANY, NOUNS, VERBS = frozenset[str](), frozenset({"NOUN", "PROPN"}), frozenset({"VERB"})
CUT = re.compile(r"(?<=\w)(?:-(?=\w)|'s\b)|(?<=\d)(?=[a-z])")


class Context(msgspec.Struct, frozen=True):
    """Words that show a context; several words in a row are written with a space, capitals count where there are any.

    `nouns` and `verbs` show it as such only; `but` are phrases whose words show no context at all: "tear gas".
    """

    id: str
    context: str
    words: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    at: str = ""


class Phrase(NamedTuple):
    """The words of an entry, the context that they show – None: none –, and the part of speech that they must have."""

    words: tuple[str, ...]
    context: str | None
    pos: frozenset[str]


@per_lexicon
def _index() -> dict[str, tuple[Phrase, ...]]:
    """First word, lower case → the phrases that begin with it."""
    index: dict[str, list[Phrase]] = {}
    for phrase in (p for entry in load("en/contexts", tuple[Context, ...]) for p in _phrases(entry)):
        index.setdefault(phrase.words[0].lower(), []).append(phrase)
    return {first: tuple(found) for first, found in index.items()}


def _phrases(entry: Context) -> Iterator[Phrase]:
    """The phrases of an entry, as they are written and as the tokenizer cuts them: "al - Qaeda", "women 's", "5 g"."""
    kinds = (
        (entry.words, entry.context, ANY),
        (entry.nouns, entry.context, NOUNS),
        (entry.verbs, entry.context, VERBS),
    )
    for told, context, pos in (*kinds, (entry.but, None, ANY)):
        for phrase in told:
            for written in {phrase, CUT.sub(r" \g<0> ", phrase)}:
                yield Phrase(tuple(written.split()), context, pos)


def contexts(parse: Parse, sentence: int, within: Collection[int] | None = None) -> tuple[str, ...]:
    """The contexts of a sentence, or of those of its words that are `within`, in the order in which words show them."""
    part = parse.sentences[sentence]
    words, found, at = parse.words[part.first : part.last], dict[str, None](), 0
    while at < len(words):
        shown = _at(words, at)
        for phrase in shown:
            if phrase.context and (within is None or words[at].i in within):
                found.setdefault(phrase.context)
        at += len(shown[0].words) if shown else 1
    return tuple(found)


def of_act(frames: Frames, frame: Frame) -> tuple[str, ...]:
    """The contexts that an act's own clause speaks of; where it speaks of none, those of its sentence."""
    return contexts(frames.parse, frame.sentence, set(own_words(frames, frame))) or contexts(
        frames.parse, frame.sentence
    )


def own_words(frames: Frames, frame: Frame) -> Iterator[int]:
    """The words that tell of an act: its predicate with all below it, without clauses that tell of something else."""
    parse, top = frames.parse, frame.verb
    if frame.carrier is None and frame.kind == "noun" and parse.words[top].dep.startswith("nsubj"):
        top = parse.words[top].head  # "The talks focused on gas"
    stack = [top]
    while stack:
        at = stack.pop()
        yield at
        stack.extend(c for c in parse.children(at) if not _elsewhere(parse, top, c))


def _elsewhere(parse: Parse, top: int, child: int) -> bool:
    """Whether the part below `child` tells of another act than the clause of `top`."""
    word = parse.words[child]
    if word.dep in BESIDE and word.head == top:
        return word.dep != "advcl" or bool(parse.children(child, "nsubj"))
    subject = word.dep == "acl:relcl" and parse.words[word.head].dep.startswith("nsubj")
    return subject and parse.words[word.head].head == top  # "Chad, which closed its border, signed …"


def _at(words: tuple[Word, ...], at: int) -> tuple[Phrase, ...]:
    """The longest phrases that begin at a word; one word of a person's whole name is none: "Bill Clinton"."""
    index, word = _index(), words[at]
    if word.lower not in index and word.lemma.lower() not in index and word.pos != "PROPN":
        return ()
    known = [p for form in _forms(word) if form in index for p in index[form]]
    if not known:
        return ()
    named = "PER" in word.name and any(w.name == "I-PER" for w in words[at : at + 2])
    found = {p for p in known if _is(p, words[at : at + len(p.words)]) and not (named and len(p.words) == 1)}
    longest = max((len(p.words) for p in found), default=0)
    return tuple(sorted((p for p in found if len(p.words) == longest), key=str))


def _is(phrase: Phrase, words: tuple[Word, ...]) -> bool:
    if len(words) < len(phrase.words) or (phrase.pos and words[0 if phrase.pos is VERBS else -1].pos not in phrase.pos):
        return False
    return all(_word(p, w) for p, w in zip(phrase.words, words, strict=True))


def _word(told: str, word: Word) -> bool:
    return told == word.text if told != told.lower() else told in _forms(word)


def _forms(word: Word) -> set[str]:
    """What a word is looked up by; the tagger leaves names their plural: "Uyghurs"."""
    return {word.lower, word.lemma.lower(), word.lower.removesuffix("s") if word.pos == "PROPN" else word.lower}
