"""Which time dates a predicate: its own, or that of the verb it goes on with."""

from __future__ import annotations

import pytest

from legation.language import Frames, parse
from legation.language.when import when
from legation.records import Document


@pytest.mark.parametrize(
    ("text", "predicate", "words"),
    [
        ("Israel bombed Gaza from July to August 2014, killing 2,000 people.", "killing", "from July to August 2014"),
        ("The war began in 1980, when Iraq invaded Iran.", "invaded", "1980"),
        ("China's president will visit Riyadh on Friday to sign an agreement.", "sign", "Friday"),
        ("In 1979, students seized the US embassy in Tehran and took 52 Americans.", "took", "1979"),
        ("The 2003 invasion of Iraq by the United States divided Europe.", "invasion", "2003"),
        ("The 2003 invasion of Iraq by the United States divided Europe.", "divided", None),
        ("After Iran attacked the base on Monday, the US withdrew its envoy.", "withdrew", None),
        ("After Iran attacked the base on Monday, the US withdrew its envoy.", "attacked", "Monday"),
        ("On Tuesday, Putin, who visited Tehran in 2018, received Raisi in Moscow.", "received", "Tuesday"),
        ("On Tuesday, Putin, who visited Tehran in 2018, received Raisi in Moscow.", "visited", "2018"),
    ],
)
def test_the_time_of_a_predicate(text: str, predicate: str, words: str | None) -> None:
    parsed = parse(Document(id="d", text=text, published="2020-12-20"))
    [word] = [each.i for each in parsed.words if each.text == predicate]
    found = when(parsed, Frames(parsed).at(word))
    assert (found and found.text) == words
