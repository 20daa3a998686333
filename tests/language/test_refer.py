"""Reference within a document: a text and a pronoun or description in, the words that it goes back to out."""

from __future__ import annotations

import time

import pytest

from legation.language import parse, refer
from legation.language.parse import Parse
from legation.language.reference import Coreference
from legation.records import Document


def read(text: str) -> tuple[Coreference, str]:
    return refer(parse(Document(id="d", text=text, published="2020-12-20"))), text


def word(found: Coreference, text: str, words: str) -> int:
    start = text.rindex(words)
    inside = [m for m in found.mentions if m.span[0] == start and m.form not in ("set",)]
    return max(inside, key=lambda m: m.span[1] == start + len(words)).head


def antecedent(text: str, words: str) -> str | None:
    """The nearest earlier mention, no pronoun, that the last `words` of the text go back to."""
    found, _ = read(text)
    named = next((m for m in found.antecedents(word(found, text, words)) if m.form != "pronoun"), None)
    return None if named is None else text[slice(*named.span)]


def reason(text: str, words: str) -> str | None:
    found, _ = read(text)
    link = found.link(word(found, text, words))
    return None if link is None else link.reason


PERSONS = [
    ("The speaker who goes on", "Maria Lopez came. Lopez said it was full. She said prices fell.", "She", "Lopez"),
    ("Gender by given name", "Peter Novak met Elena Petrova in Prague. She had come by train.", "She", "Elena Petrova"),
    ("Gender by title", "Mr. Hale and Ms. Ito argued. He left early.", "He", "Mr. Hale"),
    ("Gender by role", "A spokeswoman for the senator spoke. She gave no date.", "She", "A spokeswoman"),
    ("No argument of the same verb", "Paul Hansen thanked Erik Olsen. Olsen praised him.", "him", "Paul Hansen"),
    ("The subject for a reflexive", "Anna Berg hurt herself.", "herself", "Anna Berg"),
    ("The speaker is not he", 'Tom Reed spoke of David Stone. "I saw him there," Reed said.', "him", "David Stone"),
    ("A title in capitals", "Reed met Foreign Minister Ali Omar. The Foreign Minister left.", "The Foreign", "Foreign"),
    ("I is the speaker", 'Tom Reed spoke of David Stone. "I saw him there," Reed said.', "I", "Tom Reed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), [p[1:] for p in PERSONS], ids=[p[0] for p in PERSONS])
def test_a_person(text: str, words: str, expected: str) -> None:
    assert (antecedent(text, words) or "").startswith(expected)


SEVERAL = [
    ("What is coordinated", "Norway and Niger signed a pact. They will share water.", "They", "Norway and Niger"),
    ("A plural noun", "The miners went on strike on Monday. They want higher pay.", "They", "The miners"),
    ("A body of several", "The police closed the road. They gave no reason.", "They", "The police"),
    ("Persons together", "Anna Berg and her brother flew home. They were tired.", "They", "Anna Berg and her brother"),
]


@pytest.mark.parametrize(("text", "words", "expected"), [s[1:] for s in SEVERAL], ids=[s[0] for s in SEVERAL])
def test_several(text: str, words: str, expected: str) -> None:
    assert antecedent(text, words) == expected


NAMES = [
    ("Family name", "Sergei Ivanov spoke first. Later Ivanov left.", "Ivanov", "family-name"),
    ("Title and family name", "Sergei Ivanov spoke first. Later Mr. Ivanov left.", "Mr. Ivanov", "family-name"),
    ("Acronym", "The World Food Programme sent rice. The WFP has two ships.", "The WFP", "acronym"),
    ("Apposition", "Anna Berg, the mayor of Bergen, spoke.", "the mayor of Bergen", "apposition"),
    ("The same noun", "A bridge fell in Genoa. Cars lay under the bridge.", "the bridge", "same-noun"),
    ("An act by its verb", "Kim visited Hanoi in May. The visit lasted three days.", "The visit", "same-act"),
    ("An act by another noun", "A meeting was held in Oman. The summit ended early.", "The summit", "same-act"),
]


@pytest.mark.parametrize(("text", "words", "expected"), [n[1:] for n in NAMES], ids=[n[0] for n in NAMES])
def test_names_and_nouns(text: str, words: str, expected: str) -> None:
    assert reason(text, words) == expected


APART = [
    ("Another given name", "Raul Mendez spoke. Later Carlos Mendez listened.", "Carlos Mendez"),
    ("Another modifier", "The northern bridge fell. Nobody used the southern bridge.", "the southern bridge"),
    ("A name beside a name", "It was the same day as Trump spoke with Zelensky, Jordan said.", "Jordan"),
    ("A new one", "A bridge fell in Genoa. A bridge stood in Turin.", "A bridge"),
]


@pytest.mark.parametrize(("text", "words"), [a[1:] for a in APART], ids=[a[0] for a in APART])
def test_what_is_another(text: str, words: str) -> None:
    assert antecedent(text, words) is None


LEFT_OPEN = [
    ("Two of equal claim", "John Smith and Peter Brown spoke, and he left.", "he", "tie"),
    ("Nobody before", "He left early.", "He", "no-candidate"),
    ("A quotation of nobody known", "We are closed.", "We", "no-speaker"),
]


@pytest.mark.parametrize(("text", "words", "expected"), [o[1:] for o in LEFT_OPEN], ids=[o[0] for o in LEFT_OPEN])
def test_what_is_left_open(text: str, words: str, expected: str) -> None:
    assert antecedent(text, words) is None
    assert reason(text, words) == expected


def test_an_entity_has_the_kind_gender_and_number_of_its_mentions() -> None:
    found, text = read("Elena Petrova, a judge, met two students. She thanked them.")
    entity = found.entity_of[found.by_head[word(found, text, "She")].i]
    assert (entity.name, entity.kind, entity.gender, entity.number) == ("Elena Petrova", "person", "f", "singular")
    several = found.entity_of[found.by_head[word(found, text, "them")].i]
    assert (several.kind, several.number) == ("person", "plural")


def test_every_span_slices_and_every_link_goes_back() -> None:
    found, text = read("Chad and Niger met. They signed a pact. It was their first. The pact holds, Chad said.")
    assert all(0 <= a < b <= len(text) for a, b in (m.span for m in found.mentions))
    assert all(link.antecedent is None or link.antecedent != link.mention for link in found.links)
    assert sorted(m for e in found.entities for m in e.mentions) == sorted(found.entity_of)


def seconds(parsed: Parse) -> float:
    start = time.process_time()
    refer(parsed)
    return time.process_time() - start


def test_time_grows_with_the_length_only() -> None:
    text = "Peter Novak met Elena Petrova. He praised her and they left. The minister said it was late.\n\n"
    spent = []
    for times in (40, 160):
        parsed = parse(Document(id="d", text=text * times))
        spent.append(min(seconds(parsed) for _ in range(3)))  # the garbage of other tests is collected in between
    assert spent[1] < 8 * spent[0] + 0.2
