"""Status of predicates: a text in, the status and the sign of the value out."""

from __future__ import annotations

import pytest

from legation.language import Frames, PredicateStatus, parse, status, statuses
from legation.records import Document

# The last word of this form in the text, and its status.
CASES = [
    # denied
    ("Russia does not believe that Ukraine attacked Belarus.", "attacked", "denied"),
    ("Egypt failed to sign the treaty.", "sign", "denied"),
    ("Egypt did not manage to sign the treaty.", "sign", "denied"),
    ("Egypt forgot to sign the treaty.", "sign", "denied"),
    ("Chad prevented Egypt from signing the treaty.", "signing", "denied"),
    ("No talks took place in Oslo.", "talks", "denied"),
    ("The envoy left without signing the treaty.", "signing", "denied"),
    ("Iran rejected reports that it attacked the tanker.", "attacked", "denied"),
    ("Iran denied reports that it had attacked the tanker.", "attacked", "denied"),
    ("Instead of signing the treaty, Egypt walked out.", "signing", "denied"),
    ("Egypt has yet to sign the treaty.", "sign", "denied"),
    ("The talks are far from over.", "over", "denied"),
    ("Iran issued a denial of the attack on the tanker.", "attack", "denied"),
    ("The cancelled visit to Chad surprised Oslo.", "visit", "denied"),
    ("Egypt had never before attacked Chad.", "attacked", "denied"),
    ("Egypt scrapped plans to send troops to Chad.", "send", "denied"),
    ("Egypt dropped a plan to send troops to Chad.", "send", "denied"),
    ("The king cancelled his visit to Chad.", "visit", "denied"),
    ("The king's visit to Chad was cancelled.", "visit", "denied"),
    ("The king's visit to Chad was called off.", "visit", "denied"),
    ("Nobody attacked Chad.", "attacked", "denied"),
    ("Neither Egypt nor Mali attacked Chad.", "attacked", "denied"),
    ("Egypt would never attack Chad.", "attack", "denied"),
    ("Egypt has no intention of attacking Chad, and no plan to attack Mali.", "attack", "denied"),
    ("Egypt has no intention of attacking Chad.", "attacking", "denied"),
    ("Egypt vowed not to attack Chad.", "attack", "denied"),
    ("Egypt agreed not to attack Chad.", "attack", "denied"),
    ("Egypt is unwilling to meet Chad.", "meet", "denied"),
    ("Egypt is unable to meet Chad.", "meet", "denied"),
    ("It is not true that Egypt attacked Chad.", "attacked", "denied"),
    ("Egypt pretended that Mali attacked Chad.", "attacked", "denied"),
    ("Egypt stopped short of attacking Chad, and refrained from any attack on Mali.", "attack", "denied"),
    ("Egypt stopped short of attacking Chad.", "attacking", "denied"),
    ("Egypt called off an attack on Chad.", "attack", "denied"),
    ("Egypt foiled an attack on Chad.", "attack", "denied"),
    ("Egypt rejected talks with Chad.", "talks", "denied"),
    ("Egypt ruled out talks with Chad.", "talks", "denied"),
    ("Egypt refused talks with Chad.", "talks", "denied"),
    ("Talks between Egypt and Chad were not held.", "Talks", "denied"),
    ("Egypt stopped bombing Chad.", "bombing", "denied"),
    ("Egypt averted an attack on Chad.", "attack", "denied"),
    ("There was no attack on Chad.", "attack", "denied"),
    ("Egypt denied any attack on Chad.", "attack", "denied"),
    ("Egypt denied responsibility for the attack on Chad.", "attack", "denied"),
    ("No agreement was signed.", "signed", "denied"),
    ("No agreement was signed.", "agreement", "denied"),
    ("The talks ended without an agreement.", "agreement", "denied"),
    ("The two sides failed to reach an agreement.", "agreement", "denied"),
    ("The two sides came close to an agreement.", "agreement", "denied"),
    ("Egypt has still not withdrawn from Chad.", "withdrawn", "denied"),
    ("Egypt still refuses to withdraw from Chad.", "withdraw", "denied"),
    ("Egypt would have launched an attack if Chad had asked.", "attack", "denied"),
    ("No Egyptian leader has visited Chad since 2016.", "visited", "denied"),
    ("Far from launching an attack, Egypt sent aid.", "attack", "denied"),
    ("Egypt does not recognise Kosovo.", "recognise", "denied"),
    ("Egypt voted not to attend the summit.", "attend", "denied"),
    # possible
    ("Oslo condemned the alleged attack on Chad.", "attack", "possible"),
    ("Egypt offered to meet Chad.", "meet", "possible"),
    ("If Egypt attacks Chad, Mali may attack Egypt.", "attack", "possible"),
    ("If Egypt attacks Chad, Mali will respond.", "attacks", "possible"),
    ("Did Egypt attack Chad?", "attack", "possible"),
    ("Mali warned Egypt not to attack Chad.", "attack", "possible"),
    ("It is possible that Egypt attacked Chad.", "attacked", "possible"),
    ("It is unclear whether Egypt attacked Chad.", "attacked", "possible"),
    ("Egypt reportedly attacked Chad.", "attacked", "possible"),
    ("Egypt is believed to have attacked Chad.", "attacked", "possible"),
    ("Egypt accused Mali of plotting to attack Chad.", "attack", "possible"),
    ("Egypt called for talks with Chad.", "talks", "possible"),
    ("Talks between Egypt and Chad may be held in May.", "Talks", "possible"),
    ("Fears of an attack on Chad grew.", "attack", "possible"),
    ("The threat of an attack on Chad grew.", "attack", "possible"),
    ("Egypt threatened an attack on Chad.", "attack", "possible"),
    ("Chad demanded that Egypt withdraw.", "withdraw", "possible"),
    ("Chad urged Egypt to withdraw.", "withdraw", "possible"),
    ("Egypt should withdraw from Chad.", "withdraw", "possible"),
    ("If Egypt does not sign the treaty, Chad will leave.", "sign", "possible"),
    ("Egypt wants to avoid attacking Chad.", "attacking", "possible"),
    ("Chad demanded that Egypt stop bombing Mali.", "bombing", "possible"),
    # planned
    ("The planned visit to Chad surprised Oslo.", "visit", "planned"),
    ("Envoys discussed the proposed summit in Oslo.", "summit", "planned"),
    ("Egypt said it planned to send troops to Chad.", "send", "planned"),
    ("The king's visit to Chad was postponed.", "visit", "planned"),
    ("The king will visit Chad.", "visit", "planned"),
    ("The king visits Chad tomorrow.", "visits", "planned"),
    ("Egypt agreed to talks with Chad.", "talks", "planned"),
    ("Egypt and Chad agreed to hold talks.", "talks", "planned"),
    ("Talks between Egypt and Chad are scheduled for May.", "Talks", "planned"),
    ("Talks between Egypt and Chad will be held in May.", "Talks", "planned"),
    ("The two sides hope to sign an agreement.", "agreement", "planned"),
    ("The king flew to Rabat to meet the president.", "meet", "planned"),
    ("Egypt opposes plans to attack Chad.", "attack", "planned"),
    ("Egypt has declared that it would stand by Chad.", "stand", "planned"),
    # ongoing
    ("Talks between Egypt and Chad are under way.", "Talks", "ongoing"),
    ("Egypt continues to bomb Chad.", "bomb", "ongoing"),
    # occurred
    ("Egypt managed to sign the treaty.", "sign", "occurred"),
    ("Egypt did not forget to sign the treaty.", "sign", "occurred"),
    ("The failure of the talks with Chad surprised Oslo.", "talks", "occurred"),
    ("Egypt could not deny that it attacked Chad.", "attacked", "occurred"),
    ("There is no doubt that Egypt attacked Chad.", "attacked", "occurred"),
    ("Egypt no doubt attacked Chad.", "attacked", "occurred"),
    ("Never before had Egypt attacked Chad so heavily.", "attacked", "occurred"),
    ("Not only did Egypt attack Chad, but it also bombed Mali.", "attack", "occurred"),
    ("Not only did Egypt attack Chad, but it also bombed Mali.", "bombed", "occurred"),
    ("When did Egypt attack Chad?", "attack", "occurred"),
    ("Egypt did not attack Chad until Monday.", "attack", "occurred"),
    ("Egypt regretted that it attacked Chad.", "attacked", "occurred"),
    ("Egypt did not know that Mali attacked Chad.", "attacked", "occurred"),
    ("Egypt responded after Mali attacked Chad.", "attacked", "occurred"),
    ("Egypt condemned the attack on Chad.", "attack", "occurred"),
    ("Egypt did not condemn the attack on Chad.", "attack", "occurred"),
    ("Egypt will investigate the attack on Chad.", "attack", "occurred"),
    ("The two sides finally signed an agreement.", "signed", "occurred"),
    ("Egypt was forced to withdraw from Chad.", "withdraw", "occurred"),
    ("Egypt had to withdraw from Chad.", "withdraw", "occurred"),
    ("The king flew to Rabat and was able to meet the president.", "meet", "occurred"),
    ("Egypt, which had not been warned, attacked Chad.", "attacked", "occurred"),
    ("Egypt attacked Chad, not Mali.", "attacked", "occurred"),
    ("Egypt opposes the sanctions on Chad.", "sanctions", "occurred"),
    ("The king praised the role of Egypt in strengthening the pact.", "strengthening", "occurred"),
    ("Chad welcomed the agreement reached by Egypt and Mali.", "reached", "occurred"),
]


@pytest.mark.parametrize(("text", "predicate", "held"), CASES)
def test_status_of(text: str, predicate: str, held: str) -> None:
    parsed = parse(Document(id="d", text=text, published="2021-06-15"))
    word = [w.i for w in parsed.words if w.text == predicate][-1]
    found = status(Frames(parsed), Frames(parsed).at(word))
    assert found.status == held, [(c.rule.id, parsed.words[c.word].text) for c in found.cues]


def found(text: str, predicate: str, published: str | None = "2021-06-15") -> PredicateStatus:
    return next(p for p in statuses(text, published) if p.text == predicate)


def test_the_value_falls_from_what_happened_to_what_will_not() -> None:
    texts = (
        "Egypt attacked Chad.",
        "Egypt reportedly attacked Chad.",
        "Egypt may attack Chad.",
        "Egypt will attack Chad.",
    )
    values = [next(p.value for p in statuses(t) if p.lemma == "attack") for t in texts]
    assert values == sorted(values, reverse=True)
    assert values[0] > 2
    assert values[1] > 0 > values[2]


def test_a_cue_is_named_with_its_words() -> None:
    cues = found("Egypt refused to sign.", "sign").cues
    assert [(c.rule, c.text) for c in cues] == [("en.status.refuse", "refused")]


def test_a_present_tense_with_a_day_to_come_is_a_plan() -> None:
    text = "The king visits Rabat on 20 June 2021."
    assert found(text, "visits").status == "planned"
    assert found(text, "visits", published="2021-06-20").status == "ongoing"


def test_two_denials_leave_what_happened_but_less_surely() -> None:
    plain, twice = found("Egypt signed.", "signed"), found("Egypt did not forget to sign.", "sign")
    assert (plain.status, twice.status) == ("occurred", "occurred")
    assert plain.value > twice.value > 0


@pytest.mark.parametrize(
    "text", ["", "…", "Not.", "No no no.", "Why not?", "If not now, when?", "🙂 attack", "لم يهاجم"]
)
def test_any_text_has_an_answer(text: str) -> None:
    assert all(-3 <= p.value <= 3 for p in statuses(text))


def test_a_long_chain_of_clauses_ends() -> None:
    text = "Egypt said " + "that Chad said " * 150 + "that Mali attacked."
    assert statuses(text)[-1].status in ("occurred", "ongoing")
