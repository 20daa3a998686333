"""What a write did, in numbers."""

from __future__ import annotations

import msgspec

from legation.records import Row


class Written(Row, frozen=True, kw_only=True):
    """Documents added, replaced, left out as already stored, and marked as duplicates; rows added per table."""

    documents: int = 0
    replaced: int = 0
    skipped: int = 0
    duplicates: int = 0
    actors: int = 0
    events: int = 0
    statements: int = 0
    claims: int = 0
    issues: int = 0

    def __add__(self, other: Written) -> Written:
        return Written(**{name: value + getattr(other, name) for name, value in msgspec.structs.asdict(self).items()})
