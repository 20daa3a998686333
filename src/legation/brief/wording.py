"""Rows into English by the table of phrases; nothing is said that is not in the row."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from textwrap import shorten
from typing import Any

from legation.brief.dates import dated as when
from legation.brief.dates import period
from legation.brief.dossier import Found
from legation.records import ActorRef, Claim, Count, Event, Statement
from legation.relations.names import name_of


@cache
def phrases() -> dict[str, Any]:
    """The table of phrases in `templates/phrases.toml`."""
    return tomllib.loads((files("legation.brief") / "templates/phrases.toml").read_text("utf-8"))


def event(row: Event, source: Statement | None = None) -> str:
    """When, who did what to whom, where and how often; with the speaker where one reported it."""
    return _sentence(f"{when(row.date)}: {act(row, source)}")


def act(row: Event, source: Statement | None = None) -> str:
    """An event without its day."""
    phrase = _phrase(row)
    told = f", according to {listed(source.speakers)}" if source and source.speakers else ""
    recipients = f" {phrase['join']} {listed(row.recipients)}" if row.recipients else ""
    words = phrases()["status"][row.status].format(
        actors=listed(row.actors) or "someone", past=phrase["past"], base=phrase["base"], recipients=recipients
    )
    place = f", in {row.place.name}" if row.place else ""
    return _sentence(f"{words}{_times(row.count)}{place}{told}")


def statement(row: Statement, most: int | None = None) -> str:
    """When, who said what to whom, through whom; the words are the text's and stand in quotation marks.

    With `most`, longer words are cut at a word and end in an ellipsis.
    """
    said = phrases()["statement"][row.mode]
    pause = "," if row.via or row.addressees else ""
    words = shorten(row.content.text, most, placeholder=" …") if most else row.content.text
    return _sentence(f"{when(row.date)}: {chain(row)}{pause} {said}: {quoted(words)}")


def chain(row: Statement) -> str:
    """Who said it, through whom, to whom: `Sergei Lavrov, through TASS, to Iran`."""
    through = f", through {listed(row.via)}" if row.via else ""
    to = f", to {listed(row.addressees)}" if row.addressees else ""
    return f"{listed(row.speakers) or 'An unnamed source'}{through}{to}"


def claim(row: Claim, source: Statement | None = None) -> str:
    """What is claimed, how much, for when, and by whom."""
    table = phrases()
    said = table["claims"][row.kind].format(
        measure=_measure(row),
        moved=table["moved"][row.direction or "none"],
        amount=_amount(row),
        period=_during(period(row.period)),
        baseline=f", against {period(row.baseline)}" if row.baseline else "",
    )
    who = listed(source.speakers) if source and source.speakers else "the report itself"
    return _sentence(f"{who}: {said}")


def listed(refs: Sequence[ActorRef]) -> str:
    """Actors in words: `Iran and Russia`.

    >>> listed([ActorRef(text="Moscow", span=(0, 6), actor="RUS", name="Russia")])
    'Russia'
    """
    names = list(dict.fromkeys(who(ref) for ref in refs))
    return names[0] if len(names) == 1 else " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def who(ref: ActorRef) -> str:
    """One actor in words: the name it was resolved to and its office, or the text where it is unnamed."""
    if ref.actor is None or ref.name is None:
        return ref.text
    details = [part for part in (ref.country and name_of(ref.country), ref.role) if part]
    person = "." in ref.actor and ref.actor.rpartition(".")[2].islower()
    return f"{ref.name} ({', '.join(details)})" if person and details else ref.name


def quoted(text: str) -> str:
    """The text in quotation marks; those it has already are not doubled."""
    bare = text.strip()
    return bare if bare.startswith("“") and bare.endswith("”") and bare.count("“") == 1 else f"“{bare}”"


def newest(found: Found[Event] | Found[Statement]) -> tuple[str, str]:
    """A key that sorts by the day of the row, unknown days last when reversed."""
    return found.row.date.start or found.row.date.end or "", found.row.id


def _phrase(row: Event) -> dict[str, str]:
    known = phrases()["events"].get(row.type, {})
    plain = {"past": f"is coded {row.type}", "base": f"do what is coded {row.type}", "join": "toward"}
    return {**plain, **known, **known.get(row.mode or "", {})}


def _times(count: Count | None) -> str:
    if count is None:
        return ""
    noun = "time" if count.value == 1 else "times"
    return f" {phrases()['bound'][count.bound]}{count.value:g} {noun}"


def _measure(row: Claim) -> str:
    parties = "–".join(name_of(code) for code in row.dyad)
    return " ".join(filter(None, (row.measure or "a figure", parties)))


def _amount(row: Claim) -> str:
    if row.value is None:
        return ""
    unit = "" if row.unit in (None, "count") else f" {row.unit}"
    return f" {phrases()['bound'][row.bound or 'exact']}{number(row.value)}{unit}"


def number(value: float) -> str:
    """A value with its digits grouped: `1,500,000,000`, `20`, `7.5`."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"


def _during(words: str) -> str:
    return f", {words}" if words else ""


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
