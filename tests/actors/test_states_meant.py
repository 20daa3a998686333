"""Which state is meant, where it is not called by its name."""

from __future__ import annotations

import pytest

from legation.actors import Actors
from legation.language import parse
from legation.records import Document

DAY = "2020-06-15"

# (text, words, whom they mean)
MEANT = [
    ("The Maduro government expelled an envoy.", "The Maduro government", {"VEN.GOV"}),
    ("Assad regime forces attacked Turkey.", "Assad regime forces", {"SYR.MIL"}),
    ("Iran's UN envoy rejected the claim.", "Iran's UN envoy", {"IRN.GOV"}),
    ("The Iranian and EU envoys met in May.", "The Iranian and EU envoys", {"IRN.GOV", "IGO.EU"}),
    ("North Korea and South Korea met. The North left.", "The North", {"PRK"}),
    ("North Korea and South Korea met. The South left.", "The South", {"KOR"}),
    ("The Assad regime shelled a town. The regime's army left.", "The regime's army", {"SYR.MIL"}),
    ("The Trump-Kim call ended. Kim Jong Un left.", "The Trump-Kim call", {"USA.donald-trump", "PRK.kim-jong-un"}),
    ("The West accused Chad.", "The West", {"IGO.WEST"}),
    ("Western powers accused Chad.", "Western powers", {"IGO.WEST"}),
    ("The European countries accused Chad.", "The European countries", {"IGO.EUROPE"}),
    ("Sudan is poor. Sudan owes much. The government of Sudan pays. The government tries.", "The government",
     {"SDN.GOV"}),
]  # fmt: skip

# (text, words): nobody, for it may be another
OPEN = [
    ("Turkish-backed fighters took a town.", "Turkish-backed fighters"),
    ("Ukraine shot down Iranian-made drones.", "Iranian-made drones"),
    ("North Korea fired. The North Sea rose.", "The North Sea"),
    ("Sudan and Chad met. Sudan and Chad talked. Sudan and Chad agreed. The government left.", "The government"),
    ("Sudan's minister flew to Chad. The government left.", "The government"),
    ("Iran and the West met. The two countries talked.", "The two countries"),
]


def who(text: str, words: str) -> set[str | None]:
    """The ids that the last occurrence of the words stands for."""
    actors = Actors(parse(Document(id="d", text=text, published=DAY)))
    start = text.rindex(words)
    inside = actors.parse.words_in((start, start + len(words)))
    head = next(i for i in inside if actors.parse.words[i].head not in inside)
    return {ref.actor for ref in actors.refs(head)}


@pytest.mark.parametrize(("text", "words", "meant"), MEANT)
def test_a_state_is_meant(text: str, words: str, meant: set[str]) -> None:
    assert who(text, words) == meant


@pytest.mark.parametrize(("text", "words"), OPEN)
def test_nobody_is_guessed(text: str, words: str) -> None:
    assert who(text, words) == set()
