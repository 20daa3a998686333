"""A Parse as a spaCy Doc, for users who bring spaCy's matchers."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import spacy
from spacy.tokens import Doc

from legation.language.tables import frame_tables

BEHIND_INITIALS = r"(?<=[A-Z]\.)-(?=[A-Za-z])"  # "U.S.-China talks", "U.N.-brokered"

if TYPE_CHECKING:
    from spacy.language import Language

    from legation.language.parse import Parse


@lru_cache(maxsize=1)
def blank() -> Language:
    """The English tokeniser and vocabulary; nothing is downloaded. Words such as "co-operation" stay whole."""
    nlp = spacy.blank("en")
    whole = re.compile(rf"(?i)(?:{'|'.join(frame_tables().unsplit)})-[a-z]{{3,}}$")
    tokenizer: Any = nlp.tokenizer
    tokenizer.token_match = whole.match
    infixes = (*(nlp.Defaults.infixes or ()), BEHIND_INITIALS)
    tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
    return nlp


def as_doc(parse: Parse) -> Doc:
    """Words, tags, lemmas, heads and sentence starts; token offsets are those of the text."""
    words, spaces, heads = [], [], []
    for word in parse.words:
        following = parse.words[word.i + 1].start if word.i + 1 < len(parse.words) else word.end
        words.append(word.text)
        spaces.append(following > word.end)
        heads.append(word.head if word.head >= 0 else word.i)
    starts = {s.first for s in parse.sentences}
    doc = Doc(
        blank().vocab,
        words=words,
        spaces=spaces,
        heads=heads,
        deps=[w.dep for w in parse.words],
        pos=[w.pos for w in parse.words],
        tags=[w.tag for w in parse.words],
        lemmas=[w.lemma for w in parse.words],
        sent_starts=[w.i in starts for w in parse.words] if not heads else None,
    )
    doc.user_data["offsets"] = [w.start for w in parse.words]
    return doc
