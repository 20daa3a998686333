"""The panel of a pair: reports in, periods and channels out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.errors import UsageError
from legation.records import Date, Document, Record
from legation.relations import ChannelRow, PeriodRow, panel
from legation.store import Pair, Store
from tests.rows import actor, event

Tell = Callable[..., None]


def one(pair: Pair, by: str = "month") -> PeriodRow:
    (row,) = panel(pair, by).periods
    return row


def channels(pair: Pair) -> list[tuple[str, str]]:
    return [(row.channel, row.direction) for row in panel(pair).channels]


def channel(pair: Pair) -> ChannelRow:
    (row,) = panel(pair).channels
    return row


def test_a_pair_without_rows_has_an_empty_panel(pair: Pair) -> None:
    assert (panel(pair).periods, panel(pair).channels, panel(pair).unplaced) == ((), (), 0)


def test_channels_and_directions_are_kept_apart(pair: Pair, tell: Tell) -> None:
    tell("2020-10-01", "forth", quad=1)
    tell("2020-10-02", "back", quad=4)
    tell("2020-10-03", "mutual", quad=2)
    tell("2020-10-04", "forth", quad=None, type="OTHER")
    assert channels(pair) == [
        ("verbal_cooperation", "forth"),
        ("material_cooperation", "mutual"),
        ("material_conflict", "back"),
        ("other", "forth"),
    ]
    row = panel(pair).channels[2]
    assert (row.source, row.target) == ("PER", "NOR")


def test_reports_of_one_event_count_as_one_event(pair: Pair, tell: Tell) -> None:
    for _ in range(4):
        tell("2020-10-05", "forth")
    tell("2020-10-06", "forth")
    tell("2020-10-05", "forth", type="AID")
    assert (channel(pair).events, channel(pair).reports, channel(pair).documents) == (3, 6, 6)


def test_a_text_printed_twice_is_one_document(pair: Pair, tell: Tell) -> None:
    for _ in range(3):
        tell("2020-10-05", "forth", text="Norway wrote to Peru.")
    row = one(pair)
    assert (row.reports, row.events, row.documents, row.coverage) == (3, 1, 1, 1)
    assert row.too_few


def test_what_did_not_happen_is_not_counted_with_what_did(pair: Pair, tell: Tell) -> None:
    for status in ("occurred", "ongoing", "planned", "possible", "possible", "denied"):
        tell("2020-10-05" if status != "ongoing" else "2020-10-06", "forth", status=status)
    row = channel(pair)
    assert (row.events, row.planned, row.possible, row.denied) == (2, 1, 1, 1)
    assert one(pair).events == 2


def test_an_act_side_by_side_toward_a_third_says_nothing_of_the_two(store: Store, pair: Pair) -> None:
    text = "Norway and Peru scolded Chad"
    document = Document(id="x", text=text, published="2020-10-05")
    left = [actor(text, "Norway", "NOR"), actor(text, "Peru", "PER")]
    store.write([Record(document=document, events=(event(document, "scolded", left, [actor(text, "Chad", "TCD")]),))])
    assert len(pair.event_rows()) == 1
    assert panel(pair).channels == ()


def test_too_few_documents_are_said_aloud_and_measured_by_nothing(pair: Pair, tell: Tell) -> None:
    tell("2020-10-05", "forth")
    tell("2020-10-06", "forth")
    row = one(pair)
    assert row.too_few
    assert row.note == "too few: 2 of at least 3 documents; counts only"
    assert (row.balance, row.deeds, row.intensity) == (None, None, None)
    tell("2020-10-07", "forth")
    assert not one(pair).too_few
    assert one(pair).note is None
    assert one(pair).balance is not None


def test_the_balance_weighs_events_not_reports(pair: Pair, tell: Tell) -> None:
    for _ in range(6):
        tell("2020-10-05", "forth", quad=1)
    tell("2020-10-06", "back", quad=3)
    tell("2020-10-07", "back", quad=4)
    tell("2020-10-08", "mutual", quad=2)
    row = one(pair)
    assert row.balance is not None
    assert row.balance.value == 0.0
    assert row.balance.low < 0 < row.balance.high
    assert row.deeds is None, "two deeds in two documents are too few"


def test_words_do_not_sweeten_deeds(pair: Pair, tell: Tell) -> None:
    for day in range(1, 10):
        tell(f"2020-10-{day:02}", "forth", quad=1)
    for day in range(11, 15):
        tell(f"2020-10-{day}", "back", quad=4, type="ASSAULT")
    row = one(pair)
    assert row.balance is not None
    assert row.deeds is not None
    assert row.balance.value > 0 > row.deeds.value == -1.0


def test_intensity_is_a_mean_with_an_interval_never_a_sum(pair: Pair, tell: Tell) -> None:
    for day, intensity in enumerate([-10.0, 2.0, 2.0, 2.0, 2.0, 2.0], start=1):
        tell(f"2020-10-0{day}", "forth", intensity=intensity)
    row = channel(pair).intensity
    assert row is not None
    assert (row.value, row.stories) == (0.0, 6)
    assert -10 <= row.low < 0 < row.high == 2.0


def test_the_same_rows_give_the_same_interval(pair: Pair, tell: Tell) -> None:
    for day in range(1, 8):
        tell(f"2020-10-0{day}", "forth", intensity=float(day), quad=1 + day % 4)
    assert panel(pair) == panel(pair)
    assert panel(pair, seed=7) != panel(pair, seed=8)


def test_statements_stand_beside_the_deeds(pair: Pair, speak: Tell) -> None:
    for day, value in enumerate([0.5, 0.3, 0.1], start=1):
        speak(f"2020-10-0{day}", "forth", value)
    speak("2020-10-09", "back", -0.8)
    row = one(pair)
    assert (row.statements_forth, row.statements_back, row.statements_mutual, row.events) == (3, 1, 0, 0)
    assert row.stance_forth is not None
    assert row.stance_forth.value == 0.3
    assert row.stance_back is None


def test_periods_follow_each_other_and_an_interval_longer_than_one_is_left_to_longer_ones(
    pair: Pair, tell: Tell
) -> None:
    tell("2021-01-01", "forth")
    tell("2020-12-31", "forth")
    tell("2020-01-01", "mutual", end="2020-12-31", published="2021-01-05")
    tell(None, "forth", date=Date(), published=None)
    labels = {by: [row.period for row in panel(pair, by).periods] for by in ("day", "week", "month", "quarter", "year")}
    assert labels == {
        "day": ["2020-12-31", "2021-01-01"],
        "week": ["2020-W53"],
        "month": ["2020-12", "2021-01"],
        "quarter": ["2020-Q4", "2021-Q1"],
        "year": ["2020", "2021"],
    }
    assert [panel(pair, by).unplaced for by in ("month", "year")] == [2, 1]


def test_coverage_is_what_the_whole_store_has(pair: Pair, tell: Tell, speak: Tell) -> None:
    tell("2020-10-05", "forth")
    tell("2020-09-05", "forth", published="2020-10-06")
    rows = {row.period: (row.documents, row.coverage) for row in panel(pair).periods}
    assert rows == {"2020-09": (1, 0), "2020-10": (1, 2)}


def test_another_period_is_refused(pair: Pair) -> None:
    with pytest.raises(UsageError, match="fortnight"):
        panel(pair, "fortnight")
