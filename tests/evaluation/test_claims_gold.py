"""The gold of claims: each line is well-formed, and a claim is right where all its fields are."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from legation.evaluation.claims.gold import coded, judged
from legation.evaluation.claims.sentences import Sentence, Wanted, interval, normal, sentences
from legation.records import Bound, ClaimKind, Direction

SENTENCES = tuple(sentences())
CLAIMS = [(s, c) for s in SENTENCES for c in s.claims]


def test_the_gold_has_200_claims_of_every_kind_and_a_held_back_third() -> None:
    assert len(CLAIMS) >= 200
    assert {c.kind for _, c in CLAIMS} == set(get_args(ClaimKind))
    assert sum(s.held for s in SENTENCES) == len(SENTENCES) // 3


@pytest.mark.parametrize(("sentence", "claim"), CLAIMS)
def test_a_line_of_the_gold_is_well_formed(sentence: Sentence, claim: Wanted) -> None:
    assert claim.direction in ("-", *get_args(Direction))
    for period in (claim.period, claim.baseline):
        if period not in ("-", "*"):
            start, end = interval(period)
            assert (start or "") <= (end or "9999")
    if claim.value != "-":
        assert normal("value", claim.value).split()[-1] in get_args(Bound)


def test_a_claim_is_right_where_all_its_fields_are(tmp_path: Path) -> None:
    gold = tmp_path / "gold.txt"
    gold.write_text(
        "2021-06-15  Trade between Chad and Niger grew by 5 percent in 2020.\n"
        "    change | trade | NER TCD | up | 5 percent exact | 2020 | -\n"
        "2021-06-15  Trade between Chad and Niger grew by 5 percent in 2020.\n"
        "    change | trade | NER TCD | up | 6 percent exact | 2020 | -\n"
        "2021-06-15  Trade between Chad and Niger grew by 5 percent in 2020.\n",
        "utf8",
    )
    assert [row.wrong for row in judged(sentences(gold)) if row.wanted] == [(), ("value",)]
    assert sum(row.wanted is None for row in judged(sentences(gold))) == 1


def test_a_sentence_that_claims_nothing_gives_nothing() -> None:
    assert coded("The Peruvian minister is 50 years old.", "2021-06-15") == ()
