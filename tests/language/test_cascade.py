"""What the cascade leaves unparsed is counted, and nothing that could be coded is left out."""

from __future__ import annotations

import pytest

from legation.coder import Coder
from legation.language import parties
from legation.language.cascade import worth_parsing
from legation.lexicon.build import SOURCE, read_yaml
from legation.read import document

TABLE = read_yaml(SOURCE / "en/cascade.yaml")


@pytest.mark.parametrize("sentence", TABLE["examples"])
def test_a_sentence_that_names_refers_or_reports_is_parsed(sentence: str) -> None:
    assert worth_parsing(sentence.replace(".", " .").replace('"', ' " ').split())


@pytest.mark.parametrize("sentence", TABLE["not"])
def test_a_sentence_without_anybody_is_left_out(sentence: str) -> None:
    assert not worth_parsing(sentence.replace(".", " .").split())


def test_sentences_left_out_are_counted_and_keep_their_span() -> None:
    record = Coder().code(document("Wang Yi visited Islamabad. Leaves fell without pause.", date="2019-03-07"))
    assert record.skipped == 1
    assert len(record.sentences) == 2
    assert [event.type for event in record.events] == ["CONSULT"]


def test_a_document_of_too_few_parties_is_not_parsed_but_kept() -> None:
    record = Coder(least=2).code(document("Police in Iran arrested three men. They were freed.", date="2019-03-07"))
    assert (record.skipped, record.events, len(record.sentences)) == (2, (), 2)


def test_a_document_of_two_parties_is_coded() -> None:
    record = Coder(least=2).code(document("Iran and Russia held talks in Moscow.", date="2019-03-07"))
    assert record.events


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Iran's navy left.", {"IRN"}),
        ("The U.S. and the European Union agreed.", {"USA", "IGO.EU"}),
        ("French wine is dear.", {"FRA"}),
        ("Nobody came.", set()),
    ],
)
def test_parties_are_counted_by_strong_names(text: str, found: set[str]) -> None:
    assert parties(text) == found
