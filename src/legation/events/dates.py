"""The day of an act: what its clause states, what has elapsed since it, or publication."""

from __future__ import annotations

from legation.actors import Actors
from legation.events.match import Candidate
from legation.events.sides import state
from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.status.clause import Clause
from legation.language.tables import frame_tables
from legation.language.tense import Wordings
from legation.language.times import TimeExpression, times
from legation.language.when import dated, when
from legation.lexicon import load
from legation.records import Date, Status

# Where a noun stands that the sentence itself tells of: "The attack killed two".
REPORTED = frozenset({"nsubj", "nsubj:pass", "root", "parataxis"})


def date_of(frames: Frames, actors: Actors, candidate: Candidate, decided: Status) -> Date:
    """The time stated, else publication; an act of a state that has ended lies before its end."""
    parse, frame = frames.parse, candidate.frame
    time, published = when(parse, frame), parse.document.published
    if time is not None and time.end is None and frame.kind == "noun":
        time = None  # "the first visit since 2016": the year bounds the ordinal, not the visit
    time = time or elapsed(frames, frame)
    if time is None and (end := _end_of_a_state(actors, candidate, published)):
        return Date(start=None, end=end, basis="publication")
    if time is None and decided in ("occurred", "denied") and background(frames, frame):
        return Date(start=None, end=published, basis="publication")
    return dated(time, published, planned=decided in ("planned", "possible"))


def _end_of_a_state(actors: Actors, candidate: Candidate, published: str | None) -> str | None:
    """The first day on which a state that is a party had ended before publication."""
    entities = actors.gazetteer.entities
    parties = (*candidate.parties.actors, *candidate.parties.recipients)
    ends = [e.end for p in parties if (e := entities.get(state(p.ref))) and e.end and e.end < (published or "")]
    return min(ends, default=None)


def background(frames: Frames, frame: Frame) -> bool:
    """Whether the words put the act before what the text reports, without saying when: "had met", "the deal signed by",
    "who met", "after it invaded", "praised the visit". Its first day is unknown, its last that of publication.
    """
    parse, word, clause = frames.parse, frames.parse.words[frame.verb], Clause(frames.parse, frame.verb)
    if frame.kind == "noun" and frame.carrier is None:
        return not (word.dep in REPORTED or _occasion(frames, frame))
    if clause.form == "past-perfect" or (word.dep == "acl" and word.tag == "VBN"):
        return True
    earlier = {parse.words[m].lower for m in clause.marks()} & frame_tables().elapsed
    return clause.past and (word.dep == "acl:relcl" or bool(earlier))


def _occasion(frames: Frames, frame: Frame) -> bool:
    """ "said in talks with …": on the day of what was said."""
    return (
        frames.parse.words[frame.word].dep == "obl" and frames.case(frame.word)[0] in load("en/tense", Wordings).within
    )


def elapsed(frames: Frames, frame: Frame) -> TimeExpression | None:
    """ "Two decades after it invaded": the days that lie so long before what the clause above tells."""
    parse, tables = frames.parse, frame_tables()
    for mark in parse.children(frame.word, "mark", "case"):
        if parse.words[mark].lower not in tables.elapsed:
            continue
        before = parse.words[mark].start
        for duration in parse.times_in(parse.sentences[frame.sentence].span):
            if duration.kind == "duration" and not parse.text[duration.span[1] : before].strip(" \u00a0"):
                return _so_long_ago(frames, frame, duration)
    return None


def _so_long_ago(frames: Frames, frame: Frame, duration: TimeExpression) -> TimeExpression | None:
    """The duration, counted back from the day of the clause above or from publication, at its place in the text."""
    parse, head = frames.parse, frames.parse.words[frame.word].head
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
