"""The day of an undated saying, by what its speaker said just before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from legation.language.parse import Parse
from legation.language.when import reported_since
from legation.records import Date, Statement

NEAR = 3
"""sentences over which a speaker goes on ("He added …")."""


def on_one_occasion(rows: Sequence[Statement], past: Sequence[bool], parse: Parse) -> Iterator[Statement]:
    """The rows, in their order; an undated one said in the `past` tense has the day of its speaker's last dated one.

    That must be at most three sentences before. Without one, it may be as old as the news in the lead.
    """
    since, found = reported_since(parse), list(rows)
    last: dict[str, tuple[int, Date]] = {}
    for i in sorted(range(len(found)), key=lambda i: found[i].span):
        row = found[i]
        who = row.speakers[0].actor or row.speakers[0].text if row.speakers else ""
        sentence, known = last.get(who, (-NEAR - 1, row.date))
        if row.date.text is None and past[i] and row.parent is None:
            near = row.sentence - sentence <= NEAR
            date = known if near else msgspec.structs.replace(row.date, start=since or row.date.start)
            found[i] = row = msgspec.structs.replace(row, date=date)
        if row.date.text is not None and row.date.start == row.date.end:
            last[who] = row.sentence, row.date
    yield from found
