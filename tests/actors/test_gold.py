"""The gold of `legation eval events --part actors`: how an answer is judged, and that the file can be read."""

from __future__ import annotations

from collections import Counter

import pytest

from legation.evaluation.events.actors import GOLD, Mention, gold, right
from legation.records import ActorRef

TEXT = "Guinea's junta and the leaders of Mali and Chad met in Guinea-Bissau."


def ref(words: str, actor: str) -> ActorRef:
    start = TEXT.index(words)
    return ActorRef(text=words, span=(start, start + len(words)), actor=actor)


FOUND = (
    ref("Guinea's junta", "GIN.GOV"),
    ref("Guinea", "GIN"),
    ref("leaders", "MLI.GOV"),
    ref("leaders", "TCD.GOV"),
)


@pytest.mark.parametrize(
    ("words", "answers", "judged"),
    [
        ("junta", "GIN.GOV", True),
        ("junta", "GIN", False),
        ("junta", "GIN*", True),
        ("leaders", "MLI*+TCD*", True),
        ("leaders", "MLI*", False),
        ("met", "—", True),
        ("junta", "—", False),
        ("junta", "—/GIN.GOV", True),
    ],
)
def test_an_answer_is_right_where_it_is_one_of_those_given(words: str, answers: str, judged: bool) -> None:
    assert right(Mention("guinea", TEXT, words, tuple(answers.split("/"))), FOUND) is judged


def test_every_mention_of_the_gold_stands_in_its_text() -> None:
    mentions = list(gold(GOLD))
    assert [m for m in mentions if m.span == (0, 0)] == []
    assert len({m.text for m in mentions}) >= 150
    assert [key for key, n in Counter((m.text, m.words) for m in mentions).items() if n > 1] == []
