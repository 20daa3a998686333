"""The sentences that train the relation head: well formed, each once, every type and mode."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from legation.ontology import TYPES

FOLDER = Path(__file__).parents[2] / "training" / "events" / "sentences"
LINE = re.compile(r"[^<>]*<([st])>[^<>]+</\1>[^<>]*<(?!\1)([st])>[^<>]+</\2>[^<>]*")
LINES = [(path.stem, line) for path in sorted(FOLDER.glob("*.txt")) for line in path.read_text("utf8").splitlines()]
MODES: dict[str, set[str]] = {name: set(kind.modes) for name, kind in TYPES.items()} | {"NONE": set()}


def test_there_are_six_thousand_and_each_stands_once() -> None:
    texts = [re.sub("</?[st]>", "", line.partition("\t")[2]).lower() for _, line in LINES]
    assert len(texts) >= 6000
    assert [text for text, n in Counter(texts).items() if n > 1] == []


@pytest.mark.parametrize("kind", sorted(MODES))
def test_each_line_marks_one_source_and_one_target_and_names_a_mode_of_its_type(kind: str) -> None:
    own = [line.partition("\t") for of, line in LINES if of == kind]
    assert [text for _, _, text in own if not LINE.fullmatch(text)] == []
    assert {mode for mode, _, _ in own} - {"-"} <= MODES[kind]


@pytest.mark.parametrize("kind", sorted(MODES))
def test_every_mode_has_a_dozen_sentences(kind: str) -> None:
    counts = Counter(line.partition("\t")[0] for of, line in LINES if of == kind)
    assert {mode: counts[mode] for mode in MODES[kind] if counts[mode] < 12} == {}
