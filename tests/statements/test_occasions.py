"""The day of an undated saying: its speaker's last dated one, if that is near."""

from __future__ import annotations

import legation

FAR = "The weather was fine in Oslo. The sea was calm. The sun shone all day. "


def said(text: str) -> list[tuple[str | None, str | None, str]]:
    record = legation.code(text, date="2022-06-20")
    return [(s.date.start, s.date.end, s.date.basis) for s in record.statements]


def test_a_speaker_goes_on_on_the_same_day() -> None:
    text = "Lavrov said on Saturday that Russia would not yield. He added that talks with Iran were useful."
    assert said(text) == [("2022-06-18", "2022-06-18", "stated")] * 2


def test_not_far_behind_nor_in_the_present_tense() -> None:
    begun = "Lavrov said on 2 May 2020 that Russia would not yield. "
    assert said(begun + FAR + "He said that talks with Iran were useful.")[1][0] == "2022-06-20"
    assert said(begun + "He says that talks with Iran are useful.")[1][0] == "2022-06-20"


def test_another_speaker_may_have_spoken_since_the_day_that_the_lead_names() -> None:
    text = "Lavrov said on Saturday that Russia would not yield. Chancellor Scholz said that Germany was worried."
    assert said(text)[1] == ("2022-06-18", "2022-06-20", "publication")
