"""What is wrong in a lexicon, and where."""

from __future__ import annotations

import msgspec

from legation.errors import LexiconError


class Finding(msgspec.Struct, frozen=True):
    """One thing that is wrong: an error code, file and line (or the file alone), what, and what to do."""

    code: str
    at: str
    message: str
    hint: str | None = None

    def error(self, more: int = 0) -> LexiconError:
        """The finding as an error that tells how many more there are."""
        rest = f" (and {more} more: legation lexicon check names all)" if more else ""
        return LexiconError(self.code, f"{self.at}: {self.message}{rest}", self.hint)
