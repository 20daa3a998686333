"""Names: the head and the list decide together, and say who decided; titles and appositions say what a person is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.language import names
from legation.language.names import TAGS, best_tags, tagged
from legation.read import document


def found(text: str) -> dict[str, tuple[str, str | None]]:
    return {n.text: (n.label, n.role and text[slice(*n.role)]) for n in names(document(text))}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Russian Foreign Minister Sergei Lavrov flew to Tehran.", "Sergei Lavrov", "Russian Foreign Minister"),
        ("Former U.S. Secretary of State John Kerry spoke in Paris.", "John Kerry", "Former U.S. Secretary of State"),
        ("Angela Merkel, chancellor of Germany, met him.", "Angela Merkel", "chancellor of Germany"),
        ("Talks with President Vladimir Putin went on.", "Vladimir Putin", "President"),
        ("Spokeswoman Maria Zakharova declined to comment.", "Maria Zakharova", "Spokeswoman"),
    ],
)
def test_a_person_has_the_role_beside_the_name(text: str, name: str, role: str) -> None:
    assert found(text)[name] == ("PER", role)


def test_a_place_has_no_role() -> None:
    assert found("They met in Vienna.") == {"Vienna": ("LOC", None)}


def scores(*tags: str, sure: float) -> np.ndarray:
    """Log probabilities that favour the tags with probability `sure`."""
    out = np.full((len(tags), len(TAGS)), (1 - sure) / (len(TAGS) - 1), np.float32)
    for at, tag in enumerate(tags):
        out[at, TAGS.index(tag)] = sure
    return np.log(out)


def test_the_list_decides_where_the_head_is_in_doubt() -> None:
    (name,) = tagged(
        ["in", "Vienna"], np.log(np.array([[0.9] + [0.1 / 6] * 6, [0.4, 0.1, 0, 0.1, 0, 0.39, 0.01]]) + 1e-9)
    )
    assert (name.label, name.via) == ("LOC", "list")


def test_the_head_overrules_the_list_where_it_is_sure() -> None:
    (name,) = tagged(["met", "Vienna"], scores("O", "B-PER", sure=0.99))
    assert (name.label, name.via) == ("PER", "head")


def test_head_and_list_agree() -> None:
    (name,) = tagged(["in", "Vienna"], scores("O", "B-LOC", sure=0.9))
    assert name.via == "both"


@given(st.lists(st.lists(st.floats(-20, 0, width=32), min_size=7, max_size=7), min_size=1, max_size=12))
def test_no_name_begins_in_its_middle(rows: list[list[float]]) -> None:
    tags = [TAGS[t] for t in best_tags(np.array(rows, np.float32))]
    for before, tag in zip(["O", *tags], tags, strict=False):
        assert not tag.startswith("I-") or before[2:] == tag[2:]
