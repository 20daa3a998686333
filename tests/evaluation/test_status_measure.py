"""What the measure of status counts."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from legation.evaluation.language.status import Rated, half_of, measure, rated, score
from legation.language.status import Cue, StatusRule

ROW = {
    "sent_id": "s",
    "doc_id": "d",
    "text": "Egypt refused to sign.",
    "tokens": ["Egypt", "refused", "to", "sign", "."],
    "preds": [{"i": 2, "happened": 1.0, "norm": 1.1}, {"i": 4, "happened": 0.0, "norm": -1.2}],
}


def cue(value: float) -> Cue:
    return Cue(StatusRule(id="r", scope="word", words=(), status="occurred", value=value, at=""), 0)


def stored(folder: Path) -> Path:
    path = folder / "status" / "factuality_uds_dev.jsonl.gz"
    path.parent.mkdir()
    path.write_bytes(gzip.compress(json.dumps(ROW).encode()))
    return path


def test_a_predicate_is_found_by_its_place_in_the_text(tmp_path: Path) -> None:
    found = list(rated(stored(tmp_path)))
    assert [(each.happened, each.found.status) for each in found] == [(1.0, "occurred"), (0.0, "denied")]


def test_a_value_below_zero_is_what_did_not_happen_and_split_cases_count_for_r_only() -> None:
    found = [
        Rated(0.0, -1.0, (cue(-2),), 0),
        Rated(0.0, -1.0, (cue(1),), 0),
        Rated(1.0, 1.0, (cue(2),), 0),
        Rated(0.5, 0.0, (cue(-1),), 0),
    ]
    scores = score(found)
    assert scores["did not happen precision"] == 100
    assert scores["did not happen recall"] == 50
    assert 0 < scores["Pearson r × 100"] < 100


def test_a_document_is_in_one_half_only() -> None:
    assert half_of("a") == half_of("a")
    assert {half_of(str(n)) for n in range(20)} == {0, 1}


def test_the_figures_name_their_floors(tmp_path: Path) -> None:
    stored(tmp_path)
    floors = {f.measure: f.floor for f in measure(tmp_path) if f.set == "UDS dev"}
    assert floors["did not happen F1"] == 80.0
    assert floors["Pearson r × 100"] == 70.0
