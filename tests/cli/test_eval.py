"""`legation eval` on a folder of two sentences: figures on stdout, the exit code says whether the floors hold."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from legation.errors import Exit

Run = Callable[..., Result]
SETS = ("pud-news-test", "gum-test-news", "gum-test-clean", "ewt-test")


def sentence(text: str) -> str:
    words = text.split()
    rows = (f"{i}\t{word}\t{word}\tX\t_\t_\t{i - 1}\tdep\t_\t_" for i, word in enumerate(words, 1))
    return "\n".join([f"# text = {text}", *rows]) + "\n\n"


def folder(path: Path, *sentences: str) -> Path:
    (path / "syntax").mkdir()
    for name in SETS:
        with gzip.open(path / f"syntax/{name}.conllu.gz", "wt", encoding="utf-8") as file:
            file.write("# newpar\n" + "".join(map(sentence, sentences)))
    return path


def measured(run: Run, data: Path) -> Result:
    return run("eval", "language", "--data", str(data), "--part", "sentences", "--format", "jsonl")


def test_floors_that_hold_give_exit_code_0(run: Run, tmp_path: Path) -> None:
    result = measured(run, folder(tmp_path, "Iran met Russia.", "They agreed on trade."))
    assert result.exit_code == Exit.DONE
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert {(row["part"], row["measure"], row["figure"]) for row in rows} == {("sentences", "F1", 100.0)}
    assert rows[0]["holds"] == "yes"


def test_a_missed_floor_gives_exit_code_1(run: Run, tmp_path: Path) -> None:
    result = measured(run, folder(tmp_path, "Iran met", "Russia on trade."))
    assert result.exit_code == Exit.FINDINGS
    assert json.loads(result.stdout.splitlines()[0])["holds"] == "NO"


def test_a_missing_set_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    result = measured(run, tmp_path)
    assert result.exit_code == Exit.USAGE
    assert "is not there" in result.stderr


@pytest.mark.parametrize("part", ["weather", ""])
def test_a_part_that_does_not_exist_is_wrong_usage(run: Run, tmp_path: Path, part: str) -> None:
    assert run("eval", "language", "--data", str(tmp_path), "--part", part).exit_code == Exit.USAGE
