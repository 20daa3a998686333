"""The finder: words in, acts and their parties out."""

from __future__ import annotations

import pickle

import numpy as np
import pytest

from legation.events.finder import KINDS, NO_ACT, Reading, finder

WORDS = ("Chad", "thanked", "Mali", "on", "Monday", ".")


@pytest.fixture(scope="module")
def reading() -> Reading:
    (found,) = finder()([WORDS])
    assert found is not None
    return found


def test_every_word_has_a_probability_of_each_type_and_of_no_act(reading: Reading) -> None:
    assert reading.kinds.shape == (len(WORDS), len(KINDS))
    assert reading.kinds.sum(1) == pytest.approx(np.ones(len(WORDS)), abs=1e-5)


def test_the_word_that_tells_the_act_is_linked_to_who_did_it_and_to_whom(reading: Reading) -> None:
    assert list(reading.acts()) == [(1, "SUPPORT")]
    actor, recipient = reading.links[:, 1]
    assert (int(actor.argmax()), int(recipient.argmax())) == (0, 2)
    assert min(actor[0], recipient[2]) > 0.8


def test_a_sentence_reads_alike_alone_and_beside_a_longer_one(reading: Reading) -> None:
    beside = finder()([WORDS, ("word",) * 90])[0]
    assert beside is not None
    assert beside.kinds == pytest.approx(reading.kinds, abs=0.05)


def test_what_is_no_sentence_or_too_long_has_no_reading() -> None:
    assert finder()([(), ("word",) * 600]) == [None, None]


def test_talk_of_nothing_done_has_no_act() -> None:
    (found,) = finder()([("The", "river", "runs", "between", "Chad", "and", "Niger", ".")])
    assert found is not None
    assert list(found.acts()) == []
    assert found.kinds[:, NO_ACT].min() > 0.5


def test_it_pickles_to_another_process_as_itself() -> None:
    again = pickle.loads(pickle.dumps(finder()))
    assert list(again([WORDS])[0].acts()) == [(1, "SUPPORT")]


def test_what_counts_as_an_act_is_for_the_reader_to_say() -> None:
    kinds = np.zeros((2, len(KINDS)), np.float32)
    kinds[:, NO_ACT], kinds[:, KINDS.index("AID")] = (0.6, 0.9), (0.4, 0.1)
    doubtful = Reading(kinds, np.zeros((2, 2, 2), np.float32))
    assert list(doubtful.acts()) == []
    assert list(doubtful.acts(0.3)) == [(0, "AID")]
