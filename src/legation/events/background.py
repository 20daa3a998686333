"""Whether an act that states no time lies before the news, and what the text around it says of its day."""

from __future__ import annotations

from datetime import date, timedelta

from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.language.status.clause import Clause
from legation.language.tables import frame_tables
from legation.language.tense import Wordings
from legation.language.times import TimeExpression
from legation.language.when import LEAD, reported_since, when
from legation.lexicon import load
from legation.records import Date

REPORTED = frozenset({"nsubj", "nsubj:pass", "root", "parataxis"})
"""Where a noun stands that the sentence itself tells of: "The attack killed two"."""
OLD = timedelta(days=31)
BACK = 2
"""sentences before among which a pronoun's day is looked for."""
PERFECT = frozenset({"perfect", "perfect-progressive"})


def background(frames: Frames, frame: Frame) -> bool:
    """Whether the words put the act before what the text reports, without saying when.

    "had met", "the deal signed by", "who met", "after it invaded", "praised the visit", "his recent visit"; behind the
    lead also "has met" and what a speaker tells of the past. Its first day is unknown, its last that of the report.
    """
    if frame.kind == "noun" and frame.carrier is None:
        return _noun_before(frames, frame)
    parse, word, clause = frames.parse, frames.parse.words[frame.verb], Clause(frames.parse, frame.verb)
    if clause.form == "past-perfect" or (word.dep == "acl" and word.tag == "VBN") or _past_adjective(parse, frame):
        return True
    marks = {parse.words[m].lower for m in Clause(parse, first_of(parse, frame.verb)).marks()}
    if marks & frame_tables().elapsed and (clause.past or clause.form == "gerund"):
        return True
    if not clause.past:
        return False
    return word.dep == "acl:relcl" or _adverb(parse, frame) or (frame.sentence >= LEAD and _recounted(parse, clause))


def first_of(parse: Parse, i: int) -> int:
    """The first of coordinated predicates: what opens its clause opens theirs ("after it quit and imposed")."""
    while parse.words[i].dep == "conj" and parse.words[i].head >= 0:
        i = parse.words[i].head
    return i


def _noun_before(frames: Frames, frame: Frame) -> bool:
    """Of an act told by a noun: whether the sentence speaks of it as done before."""
    parse, word = frames.parse, frames.parse.words[frame.word]
    if _past_adjective(parse, frame):
        return True
    if word.dep not in REPORTED:
        return not _occasion(frames, frame)
    if word.base != "nsubj":
        return False
    above = Clause(parse, word.head)
    return above.form in PERFECT or (above.form == "present" and bool(parse.children(word.head, "cop")))


def _occasion(frames: Frames, frame: Frame) -> bool:
    """ "said in talks with …": on the day of what was said."""
    within = load("en/tense", Wordings).within
    return frames.parse.words[frame.word].dep == "obl" and frames.case(frame.word)[0] in within


def _past_adjective(parse: Parse, frame: Frame) -> bool:
    """ "his recent visit"."""
    past = load("en/tense", Wordings).past
    return frame.kind == "noun" and any(parse.words[c].lower in past for c in parse.children(frame.word, "amod"))


def _adverb(parse: Parse, frame: Frame) -> bool:
    """ "later placed", "has repeatedly verified", "so far"."""
    earlier = load("en/tense", Wordings).earlier
    return any(parse.words[c].lower in earlier for c in parse.children(frame.verb, "advmod"))


def _recounted(parse: Parse, clause: Clause) -> bool:
    """A perfect, and the past that somebody tells of."""
    at = parse.words[clause.i].start
    return (
        clause.form in PERFECT
        or parse.words[first_of(parse, clause.i)].dep == "ccomp"
        or any(q.span[0] <= at < q.span[1] for q in parse.quotes)
    )


def told_on(frames: Frames, frame: Frame) -> TimeExpression | None:
    """The time of the saying that tells of the act: "said on Wednesday that troops had killed two"."""
    parse = frames.parse
    i = first_of(parse, frame.verb)
    if parse.words[i].dep == "ccomp":
        return when(parse, frames.at(parse.words[i].head))
    if parse.words[i].dep == "advcl":
        marks = {parse.words[m].lower for m in Clause(parse, i).marks()} & frame_tables().elapsed
        return when(parse, frames.at(parse.words[i].head)) if marks else None
    beside = [v for v in parse.children(i, "parataxis") if parse.words[v].pos == "VERB" and parse.children(v, "nsubj")]
    return next((time for v in beside if (time := when(parse, frames.at(v)))), None)


def between(frames: Frames, frame: Frame, published: str) -> Date | None:
    """The day before or after which it was, by a clause beside: "sent planes before she landed on Tuesday"."""
    parse, before, after = frames.parse, load("en/tense", Wordings).preceding, frame_tables().elapsed
    for clause in parse.children(frame.verb, "advcl"):
        marks = {parse.words[m].lower for m in parse.children(clause, "mark")}
        time = when(parse, frames.at(clause)) if marks & (before | after) else None
        if time and time.start and time.end and time.end <= published:
            start, end = (None, time.end) if marks & before else (time.start, published)
            return Date(start=start, end=end, text=time.text, span=time.span, basis="stated")
    return None


def going_on(frames: Frames, frame: Frame) -> TimeExpression | None:
    """The day of the sentence before, of which a pronoun goes on to tell: "He arrived on Monday. He met the emir"."""
    parse = frames.parse
    root = first_of(parse, frame.verb)
    if parse.words[root].dep != "root" or Clause(parse, frame.verb).form != "past" or not _goes_on(parse, root):
        return None
    for n in range(frame.sentence - 1, max(-1, frame.sentence - 1 - BACK), -1):
        if time := _main(frames, n):
            return time
    return None


def _goes_on(parse: Parse, root: int) -> bool:
    """Whether a pronoun is the subject, or "also" stands with the verb."""
    also = load("en/tense", Wordings).also
    subjects = [parse.words[s].tag for s in parse.children(root, "nsubj")]
    return "PRP" in subjects or any(parse.words[c].lower in also for c in parse.children(root, "advmod"))


def _main(frames: Frames, n: int) -> TimeExpression | None:
    """The past time that the main clause of a sentence states."""
    parse, sentence = frames.parse, frames.parse.sentences[n]
    for i in parse.words_in(sentence.span):
        if parse.words[i].dep == "root":
            time = when(parse, frames.at(i)) if Clause(parse, i).form == "past" else None
            return time if time and time.start and time.end and time.end <= (parse.document.published or "") else None
    return None


def since(frames: Frames, frame: Frame, published: str) -> str | None:
    """The day from which an act may have been: that of a story told on from long ago, or of the news in the lead."""
    told = _main(frames, frame.sentence - 1) if frame.sentence > LEAD and _same_paragraph(frames, frame) else None
    old = told and told.start and date.fromisoformat(published) - date.fromisoformat(told.start) > OLD
    return (
        told.start if told and old and Clause(frames.parse, frame.verb).form == "past" else reported_since(frames.parse)
    )


def _same_paragraph(frames: Frames, frame: Frame) -> bool:
    before, own = frames.parse.sentences[frame.sentence - 1].span, frames.parse.sentences[frame.sentence].span
    return "\n" not in frames.parse.text[before[1] : own[0]]
