"""What the finder reads, with its readings given: text in, candidates out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from legation.actors import Actors
from legation.events.found import found
from legation.events.match import Candidate, candidates
from legation.events.parties import Filling
from legation.events.readings import Readings
from legation.language import Frames, parse
from legation.read import document

Linked = Mapping[tuple[str, int], Sequence[str]]
Shown = tuple[str, str | None, list[str | None], list[str | None]]


class Given(Readings):
    """Acts by their word, and the words that each is linked to as actors (0) and recipients (1)."""

    def __init__(self, filling: Filling, acts: Mapping[str, str], links: Linked) -> None:
        words = filling.frames.parse.words
        self._at = {w.text: w.i for w in words}
        self._acts, self._links = acts, {(self._at[word], side): theirs for (word, side), theirs in links.items()}

    def acts(self) -> Iterator[tuple[int, str]]:
        yield from ((self._at[word], kind) for word, kind in self._acts.items())

    def linked(self, word: int, side: int) -> list[int]:
        return [self._at[other] for other in self._links.get((word, side), ())]

    def suffers(self, word: int, party: int) -> bool:
        return party in self.linked(word, 1)


def read(text: str) -> Filling:
    parsed = parse(document(text, date="2024-05-06"))
    return Filling(Frames(parsed), Actors(parsed))


def shown(candidate: Candidate) -> Shown:
    sides = ([p.ref.actor for p in side] for side in (candidate.parties.actors, candidate.parties.recipients))
    return candidate.rule.type, candidate.rule.mode, *sides


def test_an_act_without_a_rule_has_the_parties_that_its_word_is_linked_to() -> None:
    filling = read("Chad serenaded Mali.")
    given = Given(filling, {"serenaded": "SUPPORT"}, {("serenaded", 0): ["Chad"], ("serenaded", 1): ["Mali"]})
    assert [shown(c) for c in found(filling, given, [])] == [("SUPPORT", None, ["TCD"], ["MLI"])]


def test_what_a_rule_tells_already_is_not_found_again() -> None:
    filling = read("Chad praised Mali.")
    given = Given(filling, {"praised": "ACCUSE"}, {("praised", 0): ["Chad"], ("praised", 1): ["Mali"]})
    assert not list(found(filling, given, list(candidates(filling))))


def test_an_act_that_links_nobody_on_the_other_side_falls() -> None:
    filling = read("Chad serenaded the moon.")
    given = Given(filling, {"serenaded": "SUPPORT"}, {("serenaded", 0): ["Chad"]})
    assert [c.reason for c in found(filling, given, [])] == ["no recipient"]


def test_whom_a_deed_hurt_is_not_blamed_for_it() -> None:
    filling = read("Chad lamented the shelling of Mali.")
    links = {("lamented", 0): ["Chad"], ("lamented", 1): ["Mali"], ("shelling", 1): ["Mali"]}
    given = Given(filling, {"lamented": "ACCUSE", "shelling": "ASSAULT"}, links)
    assert [(c.rule.type, c.reason) for c in found(filling, given, [])] == [
        ("ACCUSE", "no recipient"),
        ("ASSAULT", "no actor"),
    ]


def test_a_protest_needs_nobody_on_the_other_side() -> None:
    filling = read("Farmers in Chad tipped milk into the river.")
    given = Given(filling, {"tipped": "PROTEST"}, {("tipped", 0): ["Farmers"]})
    assert [c.reason for c in found(filling, given, [])] == [None]


def test_who_acts_after_a_deed_of_force_is_not_its_doer() -> None:
    filling = read("After the attacks on Chad, Norway sent doctors.")
    given = Given(filling, {"attacks": "ASSAULT"}, {("attacks", 0): ["Norway"], ("attacks", 1): ["Chad"]})
    assert [shown(c) for c in found(filling, given, [])] == [("ASSAULT", None, [], ["TCD"])]


def test_an_act_with_people_that_nothing_tells_of_joins_nobody() -> None:
    filling = read("Peru and Chile reached an agreement with commercial banks.")
    given = Given(filling, {"agreement": "AGREE"}, {("agreement", 0): ["Peru", "Chile"]})
    assert [shown(c) for c in found(filling, given, [])] == [("AGREE", None, [], [])]
