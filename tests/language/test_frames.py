"""However a sentence says it, the frame's slots are the same: text and predicate in, slots out."""

from __future__ import annotations

import pytest

from legation.language import Frames, parse
from legation.language.clauses import rehung
from legation.language.parse import Word
from legation.records import Document

# (sentence, predicate as written, slots that the frame must have: name → word)
WAYS = [
    ("Kenya attacked Somalia.", "attacked", {"agent": "Kenya", "patient": "Somalia"}),
    ("Somalia was attacked by Kenya.", "attacked", {"agent": "Kenya", "patient": "Somalia"}),
    ("Kenya launched an attack on Somalia.", "attack", {"agent": "Kenya", "on": "Somalia"}),
    ("An attack on Somalia was launched by Kenya.", "attack", {"agent": "Kenya", "on": "Somalia"}),
    ("The attack by Kenya on Somalia began on Monday.", "attack", {"by": "Kenya", "on": "Somalia"}),
    ("Kenya's attack on Somalia was condemned.", "attack", {"poss": "Kenya", "on": "Somalia"}),
    ("The Kenyan attack on Somalia was condemned.", "attack", {"mod": "Kenyan", "on": "Somalia"}),
    ("Kenya agreed to help Somalia.", "help", {"agent": "Kenya", "patient": "Somalia"}),
    ("Kenya urged Somalia to release the crew.", "release", {"agent": "Somalia", "patient": "crew"}),
    ("Kenya, which attacked Somalia, wants talks.", "attacked", {"agent": "Kenya", "patient": "Somalia"}),
    ("The troops entering Somalia were Kenyan.", "entering", {"agent": "troops", "patient": "Somalia"}),
    ("The deal signed by Kenya is short.", "signed", {"agent": "Kenya", "patient": "deal"}),
    ("Kenya invited the envoy and expelled the consul.", "expelled", {"agent": "Kenya", "patient": "consul"}),
    ("The king paid a visit to Rabat.", "visit", {"agent": "king", "to": "Rabat"}),
    ("A series of attacks on Somalia was carried out by Kenya.", "attacks", {"agent": "Kenya", "on": "Somalia"}),
    ("Talks between Kenya and Somalia were held in Cairo.", "Talks", {"between": "Kenya", "in": "Cairo"}),
    ("Kenya took part in the talks with Somalia.", "talks", {"agent": "Kenya", "with": "Somalia"}),
    ("The deal Kenya reached with Somalia is short.", "reached", {"agent": "Kenya", "patient": "deal"}),
    ("The sanctions the Kenyans imposed on Somalia hurt.", "imposed", {"agent": "Kenyans", "patient": "sanctions"}),
    ("Sanctions imposed last week by Kenya on Chad hurt.", "imposed", {"agent": "Kenya", "on": "Chad"}),
    ("Kenya approved a plan to bomb Somalia.", "bomb", {"agent": "Kenya", "patient": "Somalia"}),
    ("A plan by Kenya to bomb Somalia was leaked.", "bomb", {"agent": "Kenya", "patient": "Somalia"}),
    ("Kenya denied any role in shelling Somalia.", "shelling", {"agent": "Kenya", "patient": "Somalia"}),
    ("Kenya has a policy of arming the rebels.", "arming", {"agent": "Kenya", "patient": "rebels"}),
    ("It was Kenya that armed the rebels.", "armed", {"agent": "Kenya", "patient": "rebels"}),
    ("Kenya to send troops to Somalia.", "send", {"agent": "Kenya", "to": "Somalia"}),
    ("The guards were fired upon by Kenya.", "fired", {"agent": "Kenya", "upon": "guards"}),
    ("The port was used by Kenya to strike Yemen.", "strike", {"agent": "Kenya", "patient": "Yemen"}),
    ("Kenya cut $50 million in aid to Somalia.", "aid", {"agent": "Kenya", "to": "Somalia"}),
    ("The envoy is expected in Rabat for talks with Chad.", "talks", {"agent": "envoy", "with": "Chad"}),
    ("The envoy is in Rabat for talks with Chad.", "talks", {"agent": "envoy", "with": "Chad"}),
    ("Mali announced an attack by Kenya on Chad.", "attack", {"by": "Kenya", "on": "Chad", "holder": "Mali"}),
]


@pytest.mark.parametrize(("text", "predicate", "slots"), WAYS, ids=[w[0] for w in WAYS])
def test_slots(text: str, predicate: str, slots: dict[str, str]) -> None:
    parsed = parse(Document(id="d", text=text))
    word = next(w for w in parsed.words if w.text == predicate)
    frame = Frames(parsed).at(word.i)
    found = {(f.slot, parsed.words[f.word].text) for f in frame.fillers}
    assert set(slots.items()) <= found


def test_particles_belong_to_the_lemma() -> None:
    parsed = parse(Document(id="d", text="Norway called off the visit."))
    assert Frames(parsed).at(1).lemma == "call off"


def test_a_passive_without_by_has_no_agent() -> None:
    parsed = parse(Document(id="d", text="The markets were opened towards the producers."))
    assert Frames(parsed).at(3).slot("agent") == ()


def test_two_names_before_a_headings_verb_are_both_its_subject() -> None:
    parsed = parse(Document(id="d", text="US, Britain strike Houthi targets."))
    assert [parsed.words[w].text for w in Frames(parsed).at(3).slot("agent")] == ["US", "Britain"]


def test_nobody_is_the_doer_of_what_there_is_need_for() -> None:
    parsed = parse(Document(id="d", text="The envoy discussed the need to help Chad."))
    help_ = next(w.i for w in parsed.words if w.text == "help")
    assert Frames(parsed).at(help_).slot("agent") == ()


def test_a_noun_of_time_is_no_object_of_the_clause_behind_it() -> None:
    parsed = parse(Document(id="d", text="The day Kenya attacked was a Monday."))
    assert Frames(parsed).at(3).slot("patient") == ()


def test_what_it_stands_for_is_a_clause_of_its_own() -> None:
    parsed = parse(Document(id="d", text="It was a mistake that Mali signed the deal, he said."))
    assert [(w.text, w.dep) for w in parsed.words if w.text in ("that", "signed")] == [
        ("that", "mark"),
        ("signed", "acl"),
    ]
    other = parse(Document(id="d", text="It is a treaty that Mali signed."))
    assert [w.dep for w in other.words if w.text == "signed"] == ["acl:relcl"]


def test_a_clause_that_nothing_joins_is_what_the_verb_before_it_says() -> None:
    text = "Envoys consider the ties as strategic, and accordingly believe the number of visits get more intensive."
    parsed = parse(Document(id="d", text=text))
    get = next(w for w in parsed.words if w.text == "get")
    assert (get.dep, parsed.words[get.head].text) == ("ccomp", "believe")


def test_a_clause_before_the_last_noun_that_it_hangs_on_stays_as_it_is() -> None:
    rows = [("It", "PRON", "expl", 2), ("left", "VERB", "acl:relcl", 2), ("lie", "NOUN", "root", -1)]
    words = tuple(
        Word(i, text, 0, 0, text, pos, "", dep, head, 0, "O") for i, (text, pos, dep, head) in enumerate(rows)
    )
    assert rehung(words) == words
