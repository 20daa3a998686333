"""The language stage: a dated text → sentences, words, tree, names, frames, times, status.

Public: `parse`, `Frames`, `status`, `times`, `quotes`, `sentences`, `when`; each can be called alone.
"""

from legation.language.english import english
from legation.language.frame import Filler, Frame
from legation.language.frames import Frames
from legation.language.parse import Parse, Sentence, Word
from legation.language.pipeline import parse
from legation.language.quotes import quotes
from legation.language.sentences import sentences
from legation.language.status import status
from legation.language.times import times
from legation.language.when import when

__all__ = [
    "Filler",
    "Frame",
    "Frames",
    "Parse",
    "Sentence",
    "Word",
    "english",
    "parse",
    "quotes",
    "sentences",
    "status",
    "times",
    "when",
]
