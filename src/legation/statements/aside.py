"""Cues set off by commas, read from the surface: "Norway, the minister added, will …", "…, the envoy told Reuters."

Such a cue is read badly by the tree more often than any other, so what stands between the commas decides: a noun
phrase without a verb of its own, the cue, and behind it at most whom, where or when, up to the next comma or the end.
"""

from __future__ import annotations

from dataclasses import dataclass

from legation.language.parse import Parse
from legation.statements.cues import CueRule, cues, form

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
EDGES = frozenset({",", "—", "–", "--", "-", "”", '"', "''"})
ENDS = frozenset({",", ".", "—", "–", "--", ";", "!", "?", "”", '"', "''", "…"})
PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADP", "PART", "CCONJ", "ADV"})
BEHIND = PHRASE | frozenset({"SYM", "X"})
BETWEEN = frozenset({"ADV", "AUX"})
LONGEST = 14
HEADS = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True)
class Aside:
    """The words between the commas, those of its subject, the subject's head, and what is said around it."""

    words: range
    subject: range
    head: int
    content: frozenset[int]


def aside(parse: Parse, verb: int, rule: CueRule) -> Aside | None:
    """The aside that a finite cue stands in; None where the words around it are no such thing."""
    if parse.words[verb].tag not in ("VBD", "VBZ", "VBP", "VBN") or "inserted" not in rule.content:
        return None
    subject, last = _subject(parse, verb), _end(parse, verb, rule)
    if subject is None or last is None or _unsaid(parse, range(subject.stop, verb)):
        return None
    head = _head(parse, subject)
    content = _content(parse, subject.start, last)
    if head is None or not content:
        return None
    return Aside(range(subject.start, last), subject, head, content)


def _unsaid(parse: Parse, between: range) -> bool:
    """Whether a modal, a negation or a passive stands before the cue."""
    return any(parse.words[i].tag == "MD" or parse.words[i].lemma in ("be", "not", "never") for i in between)


def _subject(parse: Parse, verb: int) -> range | None:
    """The noun phrase that stands between a comma and the cue."""
    first = parse.sentences[parse.words[verb].sentence].first
    stop = verb
    while stop - 1 > first and parse.words[stop - 1].pos in BETWEEN:
        stop -= 1
    start = stop
    while start > first and stop - start < LONGEST and parse.words[start - 1].pos in PHRASE:
        start -= 1
    if start == stop or start <= first or parse.words[start - 1].text not in EDGES:
        return None
    opens = parse.words[start]
    if opens.lower in form("joins") or opens.pos in ("ADP", "ADV", "CCONJ"):
        return None
    return range(start, stop)


def _end(parse: Parse, verb: int, rule: CueRule) -> int | None:
    """The first word behind the cue's clause; None where another verb, or what is said, stands before it."""
    stop = parse.sentences[parse.words[verb].sentence].last
    at = verb + 1
    while at < stop and parse.words[at].text not in ENDS:
        if parse.words[at].pos not in BEHIND or parse.words[at].lower in form("joins"):
            return None
        at += 1
    if at > verb + 1 and not _told(parse, verb + 1, rule):
        return None
    return at


def _told(parse: Parse, i: int, rule: CueRule) -> bool:
    """Whether the word behind a cue begins a place, a time or, for "told", a listener, rather than what is said."""
    word = parse.words[i]
    if {"patient", "iobj"} & set(rule.addressee):
        return True
    span = (word.start, word.end)
    return word.pos in ("ADP", "ADV", "PART") or any(t.span[0] <= span[0] < t.span[1] for t in parse.times)


def _head(parse: Parse, subject: range) -> int | None:
    """The head of a phrase: its last noun before any preposition; of a name of several words the first."""
    stop = next((i for i in subject if i > subject.start and parse.words[i].pos in ("ADP", "CCONJ")), subject.stop)
    nouns = [i for i in range(subject.start, stop) if parse.words[i].pos in HEADS]
    if not nouns:
        return None
    at = nouns[-1]
    while at - 1 in subject and parse.words[at].dep == "flat" and parse.words[at].head in subject:
        at = parse.words[at].head
    return at


def _content(parse: Parse, start: int, stop: int) -> frozenset[int]:
    """What stands before an aside, and behind it unless a participle or another aside follows a whole clause."""
    sentence = parse.sentences[parse.words[start].sentence]
    parted = [i for i in range(sentence.first, start) if parse.words[i].text in (";", ":")]
    before = range((parted[-1] + 1) if parted else sentence.first, start - 1)
    behind = range(stop + 1, next((i for i in range(stop, sentence.last) if parse.words[i].text == ";"), sentence.last))
    if not before or not any(parse.words[i].pos in HEADS for i in before):
        return frozenset()
    whole = any(parse.words[i].tag in FINITE for i in before)
    if not whole and not any(parse.words[i].tag in FINITE for i in behind):
        return frozenset()
    if whole and (not behind or parse.words[behind[0]].tag in ("VBG", "WP", "WDT", "VBN") or _another(parse, behind)):
        return frozenset(before)
    return frozenset(before) | frozenset(behind)


def _another(parse: Parse, behind: range) -> bool:
    """Whether what follows is an aside in its turn: "…, Peskov told journalists, Interfax reported."."""
    if parse.words[behind[0]].lower == "according":
        return True
    finite = [i for i in behind if parse.words[i].tag in FINITE]
    if len(finite) != 1 or any(parse.words[i].text == "," for i in behind):
        return False
    if not cues("verb").get(parse.words[finite[0]].lemma):
        return False
    return parse.words[behind[0]].pos not in ("ADP", "CCONJ", "SCONJ") and all(
        parse.words[i].pos in PHRASE for i in range(behind[0], finite[0])
    )
