"""Rows into English by the table of phrases; nothing is said that is not in the row."""

from __future__ import annotations

import re
from textwrap import shorten

from legation.brief.dates import dated as when
from legation.brief.dates import period
from legation.brief.parties import capitalised, country, is_person, joined, listed
from legation.brief.phrases import phrases
from legation.records import Claim, Count, Event, Statement

_INNER = str.maketrans({"“": "‘", "”": "’"})
_STRAIGHT = re.compile(r'"([^"]*)"')
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def event(row: Event, source: Statement | None = None) -> str:
    """When, who did what to whom, where and how often; with the speaker where one reported it."""
    return capitalised(f"{when(row.date)}: {act(row, source)}")


def act(row: Event, source: Statement | None = None) -> str:
    """An event without its day."""
    phrase = _phrase(row)
    recipients = f" {phrase['join']} {listed(row.recipients)}".replace("  ", " ") if row.recipients else ""
    place = f" in {row.place.name}" if row.place else ""
    actors = listed(row.actors) or "someone"
    words = phrases()["status"][row.status].format(
        actors=actors,
        past=phrase["past"],
        base=phrase["base"],
        recipients=f"{recipients}{_times(row.count)}{place}",
    )
    return capitalised(f"{words}{_told(source, actors)}")


def _told(source: Statement | None, actors: str) -> str:
    if source is None or not source.speakers:
        return ""
    speakers = listed(source.speakers)
    if speakers != actors:
        return f", according to {speakers}"
    one = len(source.speakers) == 1 and not is_person(source.speakers[0])
    return f", by {'its' if one else 'their'} own account"


def statement(row: Statement, above: Statement | None = None, most: int | None = None) -> str:
    """When, and who said what in the words of the text, its verb among them; `above` is the statement that reports it.

    With `most`, longer words are cut at a word and end in an ellipsis.
    """
    return capitalised(f"{when(row.date)}: {said(row, above, most)}")


def said(row: Statement, above: Statement | None = None, most: int | None = None) -> str:
    """A statement without its day: `Foreign Minister Sergei Lavrov (Russia) “told reporters that …”`."""
    speakers = listed(row.speakers) or phrases()["someone"]
    reporter = listed(above.speakers) if above else ""
    told = f", according to {reporter}" if reporter and reporter not in (speakers, listed(row.via)) else ""
    verbatim = _predicate(row)
    if verbatim:
        pause = "," if row.via else ""
        return capitalised(f"{speakers}{_through(row)}{pause} {quoted(_cut(verbatim, most))}{told}")
    way = "" if row.cue is None or row.cue.lemma in phrases()["plain"] else f" “{row.cue.text}”"
    return capitalised(f"{chain(row)}{way}: {quoted(_cut(row.content.text, most))}{told}")


def chain(row: Statement) -> str:
    """Who said it, through whom, to whom: `Foreign Minister Sergei Lavrov (Russia), through TASS, to Iran`."""
    to = f", to {listed(row.addressees)}" if row.addressees else ""
    return capitalised(f"{listed(row.speakers) or phrases()['someone']}{_through(row)}{to}")


def _through(row: Statement) -> str:
    return f", through {listed(row.via)}" if row.via else ""


def _predicate(row: Statement) -> str | None:
    """The words from the verb to the end, with its auxiliaries and negation, where the speaker stands before it."""
    if row.mode == "direct" or row.cue is None or not row.speakers or not row.content.spans:
        return None
    at, behind = row.cue.span[0] - row.span[0], max(ref.span[1] for ref in row.speakers) - row.span[0]
    if behind > at or row.content.spans[0][0] < row.cue.span[0]:
        return None
    before = row.text[max(behind, 0) : at].split()
    helping = phrases()["helping"]
    kept = len(before)
    while kept and (before[kept - 1].casefold() in helping or before[kept - 1].endswith("ly")):
        kept -= 1
    return " ".join((*before[kept:], row.text[at:]))


def _cut(words: str, most: int | None) -> str:
    return shorten(words, most, placeholder=" …") if most else words


def claim(row: Claim, source: Statement | None = None, outlet: str | None = None) -> str:
    """What is claimed, how much, for when, and by whom: a speaker, or the report itself."""
    who = listed(source.speakers) if source and source.speakers else outlet or "the report itself"
    return capitalised(f"{who}: {claimed(row)}")


def claimed(row: Claim) -> str:
    """A claim in its normal form: `trade between Iran and Russia up by at least 20 percent, 2020`."""
    table = phrases()
    amount = _amount(row)
    return str(
        table["claims"][row.kind].format(
            measure=_measure(row),
            moved=table["moved"][row.direction or "none"],
            amount=amount,
            by=f" by{amount}" if amount else "",
            place=f", number {row.value:g}" if row.value else table["place"][row.direction or "none"],
            period=_after(period(row.period)),
            baseline=_against(row),
        )
    )


def _measure(row: Claim) -> str:
    parties, name = [country(code) for code in row.dyad], row.measure or "a figure"
    if len(parties) != 2:
        return f"{name} of {joined(parties)}" if parties else name
    partner = phrases()["partner"].get(name)
    return f"{name} of {parties[0]} {partner} {parties[1]}" if partner else f"{name} between {joined(parties)}"


def _amount(row: Claim) -> str:
    if row.value is None:
        return ""
    unit = "" if row.unit in (None, "count", "rank") else f" {row.unit}"
    return f" {phrases()['bound'][row.bound or 'exact']}{number(row.value)}{unit}"


def _against(row: Claim) -> str:
    if row.baseline is None:
        return ""
    base = row.baseline.text or period(row.baseline)
    return f", {base}" if base.startswith("since ") else f", against {base}"


def number(value: float) -> str:
    """A value as one reads it: `1.5 billion`, `20,500`, `7.5`.

    >>> number(427e9), number(20500.0), number(7.5)
    ('427 billion', '20,500', '7.5')
    """
    for scale, name in _SCALES:
        if abs(value) >= scale:
            return f"{round(value / scale, 3):g} {name}"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"


def quoted(text: str) -> str:
    """The text in quotation marks; those inside become single ones, those around it are not doubled.

    >>> quoted("he said “no”"), quoted("“We agree.”")
    ('“he said ‘no’”', '“We agree.”')
    """
    bare = text.strip()
    if bare.startswith("“") and bare.endswith("”") and bare.count("“") == 1:
        return bare
    inner = _STRAIGHT.sub(r"‘\1’", bare.translate(_INNER))
    return f"“{inner}”"


def _phrase(row: Event) -> dict[str, str]:
    known = phrases()["events"].get(row.type, {})
    plain = {"past": f"is coded {row.type}", "base": f"do what is coded {row.type}", "join": "toward"}
    mode = known.get(row.mode or "", {})
    if "person" in mode and row.recipients and all(map(is_person, row.recipients)):
        return {**dict(zip(("past", "base"), mode["person"], strict=True)), "join": ""}
    return {**plain, **known, **mode}


def _times(count: Count | None) -> str:
    if count is None:
        return ""
    noun = "time" if count.value == 1 else "times"
    return f" {phrases()['bound'][count.bound]}{count.value:g} {noun}"


def _after(words: str) -> str:
    return f", {words}" if words else ""
