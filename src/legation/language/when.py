"""Which time expression dates a frame: the nearest one in the predicate's own clause."""

from __future__ import annotations

from datetime import date, timedelta

from legation.language.frame import Frame
from legation.language.joining import preposition
from legation.language.parse import Parse
from legation.language.tense import Wordings
from legation.language.times import TimeExpression
from legation.lexicon import load
from legation.records import Date

DATE = 8
"""words before a "when" among which a date ends."""
LEAD = 2
"""sentences that tell the news itself: a perfect there is fresh ("has condemned")."""
DAY, FRESH = timedelta(days=1), timedelta(days=3)
CLAUSES = frozenset({"ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj"})


def when(parse: Parse, frame: Frame) -> TimeExpression | None:
    """The time expression that hangs on the predicate or its verb with no clause between; None if there is none.

    A clause that goes on at the same time ("…, killing two", "to sign …", "when Iraq invaded") takes that of its verb,
    one with "where" or "when" that of the noun before it ("last year, when …", "at the summit, where …").
    """
    above = _at_the_same_time(parse, frame.verb)
    own = {frame.word: 0, frame.verb: 1} | ({v: 2} if (v := _verb_above(parse, frame)) is not None else {})
    return _nearest(parse, frame, own) or _opened(parse, frame) or (_nearest(parse, frame, above) if above else None)


def _nearest(parse: Parse, frame: Frame, targets: dict[int, int]) -> TimeExpression | None:
    sentence = parse.sentences[frame.sentence].span
    best: tuple[int, TimeExpression] | None = None
    for time in parse.times_in(sentence):
        if time.comparison or not (time.start or time.end):
            continue
        distance = _distance(parse, time, targets)
        if distance is not None and (best is None or distance < best[0]):
            best = distance, time
    return best[1] if best else None


def _opened(parse: Parse, frame: Frame) -> TimeExpression | None:
    """The time right before the "when" that opens the clause: "the treaty of 1787, when Morocco recognised …"."""
    lists, verb = load("en/tense", Wordings), frame.verb
    for mark in parse.children(verb, "mark", "advmod"):
        if mark < verb and parse.words[mark].lower in lists.when:
            before = parse.times_in((parse.words[max(0, mark - DATE)].start, parse.words[mark].start))
            near = [t for t in before if not parse.text[t.span[1] : parse.words[mark].start].strip(" ,\u00a0")]
            return next((t for t in near if (t.start or t.end) and not t.comparison), None)
    return None


def _at_the_same_time(parse: Parse, verb: int) -> dict[int, int]:
    """The verb above a participle, an infinitive of purpose, a clause with "when"; the noun and verb above "where"."""
    word = parse.words[verb]
    if word.dep == "acl" and word.tag == "VBG" and parse.words[word.head].dep == "obj":
        return {word.head: 0, parse.words[word.head].head: 1}  # "issued a statement on Monday accusing"
    if word.head < 0 or word.dep not in ("advcl", "acl:relcl"):
        return {}
    marks = {parse.words[c].lower for c in parse.children(verb, "mark", "advmod") if c < verb}
    same = marks & load("en/tense", Wordings).same
    if word.dep == "acl:relcl":
        beyond = next((a for a in parse.ancestors(word.head) if parse.words[a].pos in ("VERB", "AUX")), word.head)
        return {word.head: 0, beyond: 1} if same else {}
    bare = word.tag == "VBG" and not parse.children(verb, "mark", "case")
    return {word.head: 0} if same or bare or marks == {"to"} else {}


def _distance(parse: Parse, time: TimeExpression, targets: dict[int, int]) -> int | None:
    """Arcs from the time expression up to the predicate, its carrier or its verb; None if a clause lies between."""
    words = parse.words_in(time.span)
    if not words:
        return None
    at = next((w for w in words if parse.words[w].head not in words), words[0])
    if parse.words[at].head > at and parse.words[parse.words[at].head].lower in load("en/tense", Wordings).hours:
        at = parse.words[at].head  # "on Friday evening"
    if _before_a_noun(parse, at) and not (
        parse.words[at].head in targets or _within(parse, parse.words[at].head, targets)
    ):
        return None
    steps = 0
    while at >= 0:
        if at in targets:
            return steps + targets[at]
        if parse.words[at].dep in CLAUSES and steps and not _held(parse, at, targets):
            return None
        steps, at = steps + 1, parse.words[at].head
    return None


def _before_a_noun(parse: Parse, i: int) -> bool:
    """ "the 2015 deal", "last year's summit": the time dates that noun and nothing above it."""
    word = parse.words[i]
    return word.head > i and parse.words[word.head].pos in ("NOUN", "PROPN") and word.dep not in ("nsubj", "conj")


def _within(parse: Parse, noun: int, targets: dict[int, int]) -> bool:
    """ "approved it in its Sunday session": the time of the occasion is that of the act."""
    phrase = parse.words[noun].base == "obl" and parse.words[noun].head in targets
    return phrase and preposition(parse, noun)[0] in load("en/tense", Wordings).within


def _held(parse: Parse, verb: int, targets: dict[int, int]) -> bool:
    """Whether a participle or a relative clause gives the time of what it stands with.

    "denounced it in a statement issued on Saturday", "called off a meeting planned for 12 June".
    """
    word, lists = parse.words[verb], load("en/tense", Wordings)
    if word.dep not in ("acl", "acl:relcl") or word.lemma not in lists.held | lists.scheduled:
        return False
    return targets.get(word.head) == 0 or (word.tag == "VBN" and _within(parse, word.head, targets))


def _verb_above(parse: Parse, frame: Frame) -> int | None:
    """For a noun without carrier: the verb whose clause it is in."""
    if frame.kind != "noun" or frame.carrier is not None:
        word = parse.words[frame.verb]
        return word.head if word.dep == "xcomp" or (word.dep == "conj" and word.head >= 0) else None
    return next((a for a in parse.ancestors(frame.word) if parse.words[a].pos in ("VERB", "AUX")), None)


def days(time: TimeExpression, published: str | None, *, ahead: bool = False) -> tuple[str | None, str | None]:
    """The days of an expression that a fact can lie in: of "this year" those up to publication, or from it on if ahead.

    Only what is counted from publication and holds its day is cut; "2020" stays the year.
    """
    if time.anchor != "publication" or not (published and time.start and time.end):
        return time.start, time.end
    if not time.start <= published <= time.end:
        return time.start, time.end
    return (published, time.end) if ahead else (time.start, published)


def reported_since(parse: Parse) -> str | None:
    """The first of the days just before publication that the lead names: what the text reports may be as old."""
    published = parse.document.published
    if not published:
        return None
    first, last = ((date.fromisoformat(published) - ago).isoformat() for ago in (FRESH, DAY))
    times = (t for sentence in parse.sentences[:LEAD] for t in parse.times_in(sentence.span))
    named = (t.start for t in times if t.precision == "day" and t.start == t.end and not t.comparison)
    return min((day for day in named if day and first <= day <= last), default=None)


def dated(time: TimeExpression | None, published: str | None, *, planned: bool = False) -> Date:
    """The date of a row: the time stated, else the day of publication (open to the future where planned)."""
    if time is not None:
        start, end = days(time, published, ahead=planned)
        return Date(start=start, end=end, text=time.text, span=time.span, basis="stated")
    return Date(start=published, end=None if planned else published, basis="publication")
