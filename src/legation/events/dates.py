"""The day of an act: what its clause states, what has elapsed since it, or publication."""

from __future__ import annotations

import msgspec

from legation.actors import Actors
from legation.events.background import background, between, first_of, going_on, since, told_on
from legation.events.match import Candidate
from legation.events.sides import state
from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.status.clause import Clause
from legation.language.tables import frame_tables
from legation.language.times import TimeExpression, times
from legation.language.when import dated, when
from legation.records import Date, Status


def date_of(frames: Frames, actors: Actors, candidate: Candidate, decided: Status) -> Date:
    """The time stated, else publication; an act of a state that has ended lies before its end."""
    parse, frame = frames.parse, candidate.frame
    time, published, ahead = when(parse, frame), parse.document.published, decided in ("planned", "possible")
    if time is not None and time.end is None and frame.kind == "noun":
        time = None  # "the first visit since 2016": the year bounds the ordinal, not the visit
    time = time or elapsed(frames, frame)
    if time is None and (end := _end_of_a_state(actors, candidate, published)):
        return Date(start=None, end=end, basis="publication")
    if time is not None or ahead or not published:
        return _bounded(dated(time, published, planned=ahead), published, ahead=ahead)
    return _told(frames, frame, published)


def _bounded(found: Date, published: str | None, *, ahead: bool) -> Date:
    """What is done ends by publication ("has arrested 43 since Friday"), what is ahead begins then ("by May")."""
    if not published or found.basis != "stated":
        return found
    if ahead:
        open_start = found.start is None and found.end is not None and found.end >= published
        return msgspec.structs.replace(found, start=published) if open_start else found
    open_end = found.end is None or found.end > published
    return msgspec.structs.replace(found, end=published) if open_end and (found.start or "") <= published else found


def _told(frames: Frames, frame: Frame, published: str) -> Date:
    """Of an act that states no time: until when the text tells it, and since when where that is known."""
    said, before = told_on(frames, frame), background(frames, frame)
    if said and said.end and said.end < published:
        if before or Clause(frames.parse, frame.verb).past:
            return Date(start=None, end=said.end, text=said.text, span=said.span, basis="stated")
        return dated(said, published)
    if beside := between(frames, frame, published):
        return beside
    if before:
        return Date(start=None, end=published)
    if time := going_on(frames, frame):
        return dated(time, published)
    return Date(start=since(frames, frame, published) or published, end=published)


def _end_of_a_state(actors: Actors, candidate: Candidate, published: str | None) -> str | None:
    """The first day on which a state that is a party had ended before publication."""
    entities = actors.gazetteer.entities
    parties = (*candidate.parties.actors, *candidate.parties.recipients)
    ends = [e.end for p in parties if (e := entities.get(state(p.ref))) and e.end and e.end < (published or "")]
    return min(ends, default=None)


def elapsed(frames: Frames, frame: Frame) -> TimeExpression | None:
    """ "Two decades after it invaded": the days that lie so long before what the clause above tells."""
    parse, tables = frames.parse, frame_tables()
    opened = first_of(parse, frame.word)
    for mark in parse.children(opened, "mark", "case"):
        if parse.words[mark].lower not in tables.elapsed:
            continue
        before = parse.words[mark].start
        for duration in parse.times_in(parse.sentences[frame.sentence].span):
            if duration.kind == "duration" and not parse.text[duration.span[1] : before].strip(" \u00a0"):
                return _so_long_ago(frames, parse.words[opened].head, duration)
    return None


def _so_long_ago(frames: Frames, head: int, duration: TimeExpression) -> TimeExpression | None:
    """The duration, counted back from the day of the clause above or from publication, at its place in the text."""
    parse = frames.parse
    above = when(parse, frames.at(head)) if head >= 0 else None
    found = times(f"{duration.text} {frame_tables().ago}", (above and above.start) or parse.document.published)
    if len(found) != 1 or not found[0].start:
        return None
    return TimeExpression(
        span=duration.span,
        text=duration.text,
        start=found[0].start,
        end=found[0].end,
        precision=found[0].precision,
        kind="point",
        anchor="previous" if above else "publication",
        calendar=found[0].calendar,
        rule=found[0].rule,
        approximate=True,
    )
