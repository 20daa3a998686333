"""Every example of every status cue is a test: the predicate named must get the status named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from legation.language import Frames, parse, status
from legation.lexicon.build import SOURCE, read_yaml
from legation.records import Document


def cases() -> Iterator[Any]:
    for rule in read_yaml(SOURCE / "en" / "status.yaml"):
        for key in ("examples", "not"):
            for number, example in enumerate(rule.get(key) or []):
                yield pytest.param(rule["id"], example, key == "examples", id=f"{rule['id']}-{key}-{number}")


@pytest.mark.parametrize(("rule", "example", "fires"), cases())
def test_status(rule: str, example: dict[str, Any], fires: bool) -> None:
    parsed = parse(Document(id="d", text=example["text"], published="2021-06-15"))
    word = next(w for w in parsed.words if w.text == example["predicate"])
    frames = Frames(parsed)
    found = status(frames, frames.at(word.i))
    shown = [c.rule.id for c in found.cues]
    assert found.status == example["status"], shown
    assert (rule in shown) == fires, shown
