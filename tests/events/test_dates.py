"""When an act was: its own date, however old, and however the text says how long ago."""

from __future__ import annotations

import pytest

import legation

CASES = [
    ("In 1979 the Soviet Union invaded Afghanistan.", "ASSAULT", "1979-01-01", "1979-12-31"),
    ("The 1979 Soviet invasion of Afghanistan still shapes the region.", "ASSAULT", "1979-01-01", "1979-12-31"),
    ("On 24 February 2022 Russia invaded Ukraine.", "ASSAULT", "2022-02-24", "2022-02-24"),
    ("Twenty years ago the United States invaded Iraq.", "ASSAULT", "2005-01-01", "2005-12-31"),
    ("Two decades after the United States invaded Iraq, Baghdad votes.", "ASSAULT", "2005-01-01", "2005-12-31"),
    ("Ten days after Iran attacked Israel, the airports reopened.", "ASSAULT", "2025-06-05", "2025-06-05"),
    ("In 2005, two years after the United States invaded Iraq, Baghdad voted.", "ASSAULT", "2003-01-01", "2003-12-31"),
    ("Russia attacked Ukraine on Monday.", "ASSAULT", "2025-06-09", "2025-06-09"),
]


@pytest.mark.parametrize(("text", "type_", "start", "end"), CASES)
def test_an_old_act_keeps_its_own_date(text: str, type_: str, start: str, end: str) -> None:
    record = legation.code(text, date="2025-06-15")
    assert [(e.date.start, e.date.end) for e in record.events if e.type == type_] == [(start, end)]
    assert all(e.date.text == record.document.text[slice(*e.date.span)] for e in record.events if e.date.span)


YEAR = "2018-01-01", "2018-12-31"
LATER = "2025-05-08", "2025-06-07"
STATED = [
    ("Vladimir Putin met with Foreign Minister Wang Yi on Thursday evening.", "CONSULT", "2025-06-12", "2025-06-12"),
    ("Riyadh issued a statement on June 5 accusing Iran of piracy.", "ACCUSE", "2025-06-05", "2025-06-05"),
    ("In a statement issued on Saturday, Iran denounced the United States.", "ACCUSE", "2025-06-14", "2025-06-14"),
    ("In May 2019, one year after the US left and imposed sanctions on Iran, prices rose.", "SANCTION", *YEAR),
    ("Russia intervened in Syria in recent weeks by sending in tanks.", "MOBILIZE", None, "2025-06-15"),
    (
        "Macron paid a visit to Berlin on Monday. He met with Chancellor Merz.",
        "CONSULT",
        "2025-06-09",
        "2025-06-09",
    ),
    ("Iran attacked a base in Israel, the army spokesman said on Friday.", "ASSAULT", None, "2025-06-13"),
    ("Greece and Egypt signed an accord in May. A week later, Turkey sent a warship to Cyprus.", "MOBILIZE", *LATER),
    ("Trump called off a meeting with Kim Jong Un planned for 12 July.", "CONSULT", "2025-07-12", "2025-07-12"),
    ("Chad cancelled a visit to Fiji that was due to begin on Tuesday.", "CONSULT", "2025-06-17", "2025-06-17"),
    ("Since Friday, Malaysian police have arrested 43 Filipinos.", "COERCE", "2025-06-13", "2025-06-15"),
    ("Denmark promised to deliver tanks to Ukraine by 1 July.", "AID", "2025-06-15", "2025-07-01"),
    ("China sent warplanes towards Taiwan before Merkel landed in Taipei on Friday.", "MOBILIZE", None, "2025-06-13"),
    (
        "Norway expelled a Russian envoy after Moscow closed its consulate on Friday.",
        "SANCTION",
        "2025-06-13",
        "2025-06-15",
    ),
    ("Trump said on Friday that US troops killed three Russians in Syria.", "ASSAULT", None, "2025-06-13"),
]


@pytest.mark.parametrize(("text", "type_", "start", "end"), STATED)
def test_the_day_stands_in_the_clause_beside_or_in_the_sentence_before(
    text: str, type_: str, start: str | None, end: str
) -> None:
    record = legation.code(text, date="2025-06-15")
    dates = {(e.date.start, e.date.end, e.date.basis) for e in record.events if e.type == type_}
    assert (start, end, "stated") in dates
    assert all(e.date.text == text[slice(*e.date.span)] for e in record.events if e.date.span)


LEAD = "Prices rose in Oslo. The council sat for an hour. "
BEFORE = [
    ("Russia's invasion of Ukraine has driven up the price of food.", "ASSAULT"),
    ("The agency was not part of the initial talks between Chad and Mexico.", "CONSULT"),
    (LEAD + "Norway has banned imports from Chad.", "SANCTION"),
    (LEAD + "“We banned imports from Chad,” the Norwegian minister said.", "SANCTION"),
    ("The United States later imposed sanctions on Iran.", "SANCTION"),
    ("Mexico refused to talk after the United States imposed sanctions on Iran.", "SANCTION"),
]


@pytest.mark.parametrize(("text", "type_"), BEFORE)
def test_what_lay_before_the_news_has_no_first_day(text: str, type_: str) -> None:
    [found] = [e.date for e in legation.code(text, date="2025-06-15").events if e.type == type_]
    assert (found.start, found.end, found.basis) == (None, "2025-06-15", "publication")


def test_the_lead_tells_what_is_fresh() -> None:
    [found] = legation.code("Norway has banned imports from Chad.", date="2025-06-15").events
    assert (found.date.start, found.date.end) == ("2025-06-15", "2025-06-15")


def test_news_of_the_day_may_be_of_the_day_that_the_lead_names() -> None:
    text = "Lavrov landed in Tehran on Friday. Iranian media praised the visit. Norway condemned Russia."
    [found] = [e.date for e in legation.code(text, date="2025-06-15").events if e.type == "ACCUSE"]
    assert (found.start, found.end, found.basis) == ("2025-06-13", "2025-06-15", "publication")
