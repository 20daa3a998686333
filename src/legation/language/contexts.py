"""Contexts: the PLOVER contexts that the words of a sentence speak of."""

from __future__ import annotations

import msgspec

from legation.language.parse import Parse
from legation.lexicon import load, per_lexicon


class Context(msgspec.Struct, frozen=True):
    """Words that show a context; several words in a row are written with a space."""

    id: str
    context: str
    words: tuple[str, ...]
    at: str = ""


@per_lexicon
def _index() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word → (phrase, context)."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entry in load("en/contexts", tuple[Context, ...]):
        for phrase in entry.words:
            key = tuple(phrase.lower().split())
            index.setdefault(key[0], []).append((key, entry.context))
    return {first: tuple(found) for first, found in index.items()}


def contexts(parse: Parse, sentence: int) -> tuple[str, ...]:
    """The contexts of a sentence, in the order in which its words show them."""
    part = parse.sentences[sentence]
    words, index = parse.words[part.first : part.last], _index()
    found: dict[str, None] = {}
    for at, word in enumerate(words):
        for form in {word.lower, word.lemma.lower()}:
            for phrase, context in index.get(form, ()):
                rest = words[at + 1 : at + len(phrase)]
                if len(rest) == len(phrase) - 1 and all(
                    p in (w.lower, w.lemma.lower()) for p, w in zip(phrase[1:], rest, strict=True)
                ):
                    found.setdefault(context)
    return tuple(found)
