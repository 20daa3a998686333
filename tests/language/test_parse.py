"""The parse indexes the stored text and alters nothing of it, whatever it is."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.language import parse
from legation.records import Document

TEXTS = st.text(st.sampled_from("abcIran “”\"'’.?!,;:-–\n\t 20😀éعש0%$()"), max_size=120)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_words_and_sentences_slice_out_of_the_text(text: str) -> None:
    parsed = parse(Document(id="d", text=text, published="2020-12-20"))
    assert all(text[w.start : w.end] == w.text for w in parsed.words)
    assert all(0 <= s.span[0] <= s.span[1] <= len(text) for s in parsed.sentences)
    assert [w.i for w in parsed.words] == list(range(len(parsed.words)))
    assert all(
        s.first <= parsed.words[w.head].i < s.last
        for s in parsed.sentences
        for w in parsed.words[s.first : s.last]
        if w.head >= 0
    )


def test_a_very_long_sentence_is_bounded_in_time_and_nothing_is_lost() -> None:
    text = "Iran and " * 20_000 + "Russia met."
    start = time.process_time()
    parsed = parse(Document(id="d", text=text))
    assert parsed.words[-2].text == "met"
    assert time.process_time() - start < 120


def test_a_parse_gives_a_spacy_doc() -> None:
    doc = parse(Document(id="d", text="Iran met Russia. They agreed.")).doc()
    assert [t.text for t in doc] == ["Iran", "met", "Russia", ".", "They", "agreed", "."]
    assert doc[0].head.text == "met"
    assert doc[0].dep_ == "nsubj"


def test_a_speaker_behind_a_quotation_is_the_subject_of_the_verb_of_saying() -> None:
    text = '"It does not work," a Western diplomat in Delhi, who asked not to be named, told Reuters.'
    words = {w.text: w for w in parse(text).words}
    assert words["diplomat"].dep == "nsubj"
    assert words["diplomat"].head == words["told"].i


def test_a_subject_within_a_quotation_stays_there() -> None:
    words = {w.text: w for w in parse('"It does not work," he said.').words}
    assert words["It"].head == words["work"].i


def test_a_subject_before_what_is_said_is_that_of_its_own_verb() -> None:
    words = {w.text: w for w in parse("Antony Blinken phoned Eli Cohen on Saturday, the State Department said.").words}
    assert words["Antony"].head == words["phoned"].i
    assert words["Department"].head == words["said"].i
