"""The timeline: four classes, words beside deeds, and nothing found told from nothing read."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.charts import Month, sparkline, specification, svg, timeline
from legation.charts.palette import LIGHT

ROWS = [
    Month(period="2020-10", verbal_cooperation=4, material_conflict=1, documents=9),
    Month(period="2020-11", documents=2),
    Month(period="2020-12", material_cooperation=2, verbal_conflict=3, documents=5),
]
SVG = "{http://www.w3.org/2000/svg}"


def drawn(rows: list[Month]) -> str:
    return svg(timeline(rows), title="Iran & Russia", description="<events>")


def test_each_class_is_drawn_on_its_side() -> None:
    spec = timeline(ROWS).to_dict()
    bars = next(layer for layer in layers(spec) if "xOffset" in layer.get("encoding", {}))
    values = spec["datasets"][bars["data"]["name"]] if "name" in bars["data"] else bars["data"]["values"]
    assert sorted((row["period"], row["class"], row["medium"], row["events"]) for row in values) == [
        ("2020-10", "conflict in deeds", "deeds", -1),
        ("2020-10", "cooperation in words", "words", 4),
        ("2020-12", "conflict in words", "words", -3),
        ("2020-12", "cooperation in deeds", "deeds", 2),
    ]


@pytest.mark.parametrize(("up", "down"), [(1, 0), (4, 3), (0, 7), (40, 400), (9999, 1)])
def test_the_ticks_are_few_and_round_and_zero_is_among_them(up: int, down: int) -> None:
    spec = specification([Month(period="2020-10", verbal_cooperation=up, verbal_conflict=down, documents=9)])
    bars = next(layer for layer in layers(spec) if "xOffset" in layer.get("encoding", {}))
    ticks = bars["encoding"]["y"]["axis"]["values"]
    assert 0 in ticks
    assert 2 <= len(ticks) <= 7
    assert {str(abs(tick)).rstrip("0") for tick in (ticks[1] - ticks[0],)} <= {"1", "2", "5"}


def layers(spec: dict) -> list[dict]:
    found = [spec]
    for key in ("vconcat", "layer"):
        for part in spec.get(key, []):
            found += layers(part)
    return found


def test_words_and_deeds_differ_in_more_than_hue() -> None:
    for words, deeds in (LIGHT.classes[:2], LIGHT.classes[2:]):
        assert words.stroke == deeds.stroke == deeds.fill != words.fill


def test_the_drawing_is_well_formed_titled_and_scales() -> None:
    root = ElementTree.fromstring(drawn(ROWS))
    assert root.get("role") == "img"
    assert root.get("viewBox")
    labels = (root.get("aria-labelledby") or "").split()
    texts = {node.get("id"): node.text for node in root if node.tag in (f"{SVG}title", f"{SVG}desc")}
    assert [texts[label] for label in labels] == ["Iran & Russia", "<events>"]


def test_the_drawing_asks_for_nothing_and_styles_nothing_inline() -> None:
    text = drawn(ROWS)
    assert not re.search(r"(?:href|src)=|<style|<script|\sstyle=", text)
    assert set(re.findall(r"https?://[^\"' ]+", text)) <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}


def test_months_without_documents_are_hatched_and_few_are_hatched_lightly() -> None:
    text = drawn(ROWS)
    assert "url(#no-documents)" in text
    assert "url(#few-documents)" in text
    full = [Month(period=f"2020-{n:02d}", verbal_cooperation=1, documents=9) for n in range(1, 13)]
    assert "url(#" not in drawn(full)


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 50), st.integers(0, 9)), min_size=1, max_size=30))
def test_any_counts_can_be_drawn(rows: list[tuple[int, int, int]]) -> None:
    months = {
        n: Month(period=f"{1990 + n // 12}-{n % 12 + 1:02d}", verbal_conflict=count, documents=read)
        for n, count, read in rows
    }
    assert ElementTree.fromstring(drawn(list(months.values()))).tag == f"{SVG}svg"


def test_a_sparkline_is_well_formed_and_labelled() -> None:
    root = ElementTree.fromstring(sparkline([0, 3, 1], 'events "by" year'))
    assert root.get("aria-label") == 'events "by" year'
    assert [float(bar.get("height", 0)) for bar in root] == [1.0, 20.0, 6.7]


def test_an_empty_sparkline_is_still_a_drawing() -> None:
    assert ElementTree.fromstring(sparkline([], "none")).tag == f"{SVG}svg"
