"""The language stage: a dated text → sentences, words, tree, names, frames, times, status.

Public: `parse`, `names`, `parties`, `Frames`, `quantities`, `refer`, `status` and `statuses`, `times`, `quotes`,
`sentences`, `when`; each can be called alone: docs/language.md.
"""

from legation.language.cascade import parties
from legation.language.english import english
from legation.language.frame import Filler, Frame
from legation.language.frames import Frames
from legation.language.named import Name, names
from legation.language.parse import Parse, Sentence, Word
from legation.language.pipeline import parse
from legation.language.quantities import Quantity, quantities
from legation.language.quotes import quotes
from legation.language.reference import refer
from legation.language.sentences import sentences
from legation.language.status import Factuality, PredicateStatus, status, statuses
from legation.language.times import times
from legation.language.when import when

__all__ = [
    "Factuality",
    "Filler",
    "Frame",
    "Frames",
    "Name",
    "Parse",
    "PredicateStatus",
    "Quantity",
    "Sentence",
    "Word",
    "english",
    "names",
    "parse",
    "parties",
    "quantities",
    "quotes",
    "refer",
    "sentences",
    "status",
    "statuses",
    "times",
    "when",
]
