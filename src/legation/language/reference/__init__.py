"""Reference within a document: which mentions stand for one entity, and what each pronoun refers back to.

`refer(parse)` reads the mentions in order. Names join by their parts, acronyms and titles; nouns by apposition,
predicate and repetition; pronouns by a small weighted model that abstains where no candidate stands out.
"""

from __future__ import annotations

from legation.language.parse import Parse
from legation.language.reference.model import Coreference, Entity, Link, Mention
from legation.language.reference.reader import Reader
from legation.language.reference.speech import Speech
from legation.language.reference.words import table

__all__ = ["Coreference", "Entity", "Link", "Mention", "Speech", "refer", "table"]


def refer(parse: Parse) -> Coreference:
    """The entities of a parse with their mentions, and the links from what refers back to what it refers to.

    >>> from legation.language import parse
    >>> found = refer(parse("Angela Merkel came. She spoke."))
    >>> [(link.reason != "tie", found.mentions[link.antecedent].name) for link in found.links]
    [(True, ('Angela', 'Merkel'))]
    """
    return Reader(parse).read()
