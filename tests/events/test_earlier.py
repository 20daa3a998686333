"""Sides of an act that stand in the sentences before, with the finder's readings given: text in, candidates out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest

from legation.actors import Actors
from legation.events.earlier import completed, lacking
from legation.events.match import Candidate, candidates
from legation.events.parties import Filling
from legation.events.passages import BEFORE, LONGEST, Passages, opening
from legation.events.readings import Readings
from legation.language import Frames, parse
from legation.language.parse import Parse
from legation.read import document

LINK = 0.8
Linked = Mapping[tuple[str, int], Sequence[str]]


class Given(Passages):
    """The words before that an act's word is linked to as its actors (0) and its recipients (1)."""

    def __init__(self, parsed: Parse, links: Linked) -> None:
        self._at = {w.text: w.i for w in parsed.words}
        self._links = {(self._at[word], side): theirs for (word, side), theirs in links.items()}

    def linked(self, word: int, side: int) -> Iterator[tuple[int, float]]:
        yield from ((self._at[other], LINK) for other in self._links.get((word, side), ()))


class Acts(Readings):
    """Acts by their word."""

    def __init__(self, parsed: Parse, acts: Mapping[str, str]) -> None:
        self._acts = [(w.i, acts[w.text]) for w in parsed.words if w.text in acts]

    def acts(self) -> Iterator[tuple[int, str]]:
        yield from self._acts


def read(text: str) -> Filling:
    parsed = parse(document(text, date="2024-05-06"))
    return Filling(Frames(parsed), Actors(parsed))


def sides(candidate: Candidate | None) -> tuple[list[str | None], list[str | None]] | None:
    if candidate is None:
        return None
    actors, recipients = (
        [p.ref.actor for p in side] for side in (candidate.parties.actors, candidate.parties.recipients)
    )
    return actors, recipients


@pytest.mark.parametrize(
    ("text", "word", "kind", "links", "expected"),
    [
        (
            "Norway closed its port to Chad. Mali threatened a boycott.",
            "threatened",
            "THREATEN",
            {("threatened", 1): ["Chad"]},
            (["MLI"], ["TCD"]),
        ),
        (
            "A delegation from Chad came. Norway held talks in May.",
            "talks",
            "CONSULT",
            {("talks", 0): ["Chad"]},
            (["NOR", "TCD"], []),
        ),
    ],
)
def test_a_side_that_the_sentence_lacks_is_whom_the_finder_links_before_it(
    text: str, word: str, kind: str, links: Linked, expected: tuple[list[str], list[str]]
) -> None:
    filling = read(text)
    parsed = filling.frames.parse
    (wanting,) = lacking(Acts(parsed, {word: kind}), list(candidates(filling)))
    found = completed(filling, Given(parsed, links), wanting)
    assert found is not None
    assert found.reason is None
    assert sides(found) == expected
    assert {p.link for p in (*found.parties.actors, *found.parties.recipients)} <= {None, LINK}


def test_nobody_is_taken_from_before_where_the_finder_links_nobody() -> None:
    filling = read("Norway closed its port to Chad. Mali threatened a boycott.")
    (wanting,) = lacking(Acts(filling.frames.parse, {"threatened": "THREATEN"}), list(candidates(filling)))
    assert completed(filling, Given(filling.frames.parse, {}), wanting) is None


def test_an_act_of_another_type_than_the_finder_reads_stays_without_its_side() -> None:
    filling = read("Norway closed its port to Chad. Mali threatened a boycott.")
    assert not lacking(Acts(filling.frames.parse, {"threatened": "CONSULT"}), list(candidates(filling)))


def test_a_side_that_is_the_actors_own_is_no_other_side() -> None:
    filling = read("Norway closed its port to Chad. Mali threatened a boycott.")
    (wanting,) = lacking(Acts(filling.frames.parse, {"threatened": "THREATEN"}), list(candidates(filling)))
    assert completed(filling, Given(filling.frames.parse, {("threatened", 1): ["Mali"]}), wanting) is None


def test_a_passage_has_no_more_sentences_and_words_than_were_learned() -> None:
    short = parse(document(" ".join(["Chad left."] * 9)))
    long = parse(document(" ".join([f"Chad left {'very ' * 40}late."] * 9)))
    for parsed in (short, long):
        for at, sentence in enumerate(parsed.sentences):
            first = opening(parsed, at)
            assert sentence.first - first == 0 or sentence.last - first <= LONGEST
            assert at - parsed.words[first].sentence <= BEFORE
