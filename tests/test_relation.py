"""`legation.relate`: two marked spans in, the act between them out."""

from __future__ import annotations

import pytest

import legation
from legation.errors import UsageError
from legation.evaluation.events.marked import unmarked
from legation.events.classifier import Scores
from legation.events.marked import Ruling
from legation.ontology import TYPES
from legation.relation import DOUBT, Relation, relations, ruled

CASES = (
    ("<s>Norway</s> and <t>Iceland</t> have agreed to share a patrol ship.", "AGREE"),
    ("<s>The Thai premier</s> held talks with <t>his Malaysian counterpart</t> in Penang on Friday.", "CONSULT"),
    ("<s>Ghana</s> congratulated <t>Senegal's new president</t> on his victory.", "SUPPORT"),
    ("<s>Qatar</s> granted <t>foreign workers</t> the right to change their jobs.", "CONCEDE"),
    ("<s>Polish</s> and <t>Slovak</t> troops held a joint exercise in the Tatras.", "COOPERATE"),
    ("<s>Japan</s> sent tents and blankets to <t>Nepal</t> after the earthquake.", "AID"),
    ("<s>The rebels</s> freed <t>four Turkish engineers</t> on Sunday.", "RETREAT"),
    ("<s>Cyprus</s> urged <t>Turkey</t> to end its drilling.", "REQUEST"),
    ("<s>Manila</s> accused <t>Beijing</t> of ramming a supply boat.", "ACCUSE"),
    ("<s>Budapest</s> rejected <t>Brussels</t>' proposal on quotas.", "REJECT"),
    ("<s>Algiers</s> threatened to cut gas to <t>Madrid</t>.", "THREATEN"),
    ("<s>Thousands of students</s> marched against <t>the government</t> in Belgrade.", "PROTEST"),
    ("<s>Chile</s> recalled its ambassador from <t>Venezuela</t>.", "SANCTION"),
    ("<s>Armenia</s> massed tanks on its border with <t>Azerbaijan</t>.", "MOBILIZE"),
    ("<s>Egyptian police</s> arrested <t>two Italian journalists</t> in Cairo.", "COERCE"),
    ("<s>Sudanese jets</s> bombed <t>a village in South Sudan</t>.", "ASSAULT"),
)


def related(marked: str) -> Relation:
    row = unmarked(marked, "")
    return legation.relate(row.text, row.source, row.target)


@pytest.mark.parametrize(("marked", "type"), CASES, ids=[type for _, type in CASES])
def test_a_plain_sentence_of_each_type(marked: str, type: str) -> None:
    assert related(marked).type == type


def test_scores_are_of_all_sixteen_types_and_sum_to_one() -> None:
    found = related(CASES[0][0])
    assert set(found.scores) == set(TYPES)
    assert sum(found.scores.values()) == pytest.approx(1)
    assert found.confidence == max(found.scores.values())


def test_type_follows_plovers_table_and_coded_the_codebook() -> None:
    found = related("<s>Peru</s> and <t>Chile</t> signed a treaty on water in Lima.")
    assert (found.type, found.coded, found.mode) == ("SUPPORT", "AGREE", "sign")


def test_the_direction_is_that_of_the_marks() -> None:
    text = "Kenya bombed a camp in Uganda; Uganda recalled its envoy from Kenya."
    forth, back = legation.relate(text, (0, 5), (23, 29)), legation.relate(text, (31, 37), (62, 67))
    assert (forth.type, back.type) == ("ASSAULT", "SANCTION")


def test_the_rule_stands_beside_the_scores_and_knows_no_actors() -> None:
    found = related("<s>The Blue Brigade</s> bombed <t>the Tall Tower</t>.")
    assert found.rule is not None
    assert found.rule.startswith("en.assault.")
    assert found.agrees


def test_a_rule_is_heard_where_the_head_is_in_doubt_and_only_there() -> None:
    doubtful, says = Scores({("AGREE", ""): 0.5, ("REJECT", "meet"): 0.4, ("REJECT", ""): 0.1}, 0.0), "REJECT"
    assert ruled(doubtful, Ruling("en.x", says, "meet", "occurred")).of(says) == pytest.approx(2.5 / 3.0)
    sure = related(CASES[0][0])
    assert sure.confidence > DOUBT
    assert sure.coded == sure.head


def test_where_no_rule_joins_the_two_there_is_none() -> None:
    found = related("<s>Malta</s> is smaller than <t>Cyprus</t>.")
    assert (found.rule, found.agrees) == (None, None)
    assert found.none > 0.5


def test_one_party_may_be_nobody() -> None:
    assert related("<s>Egypt</s> has lifted a state of emergency.").type in ("CONCEDE", "RETREAT")


@pytest.mark.parametrize(("source", "target"), [((0, 0), (5, 9)), ((0, 5), (5, 999)), ((5, 6), (0, 5)), (None, None)])
def test_a_span_that_is_none_is_an_error_that_says_so(
    source: tuple[int, int] | None, target: tuple[int, int] | None
) -> None:
    with pytest.raises(UsageError, match="LG102"):
        legation.relate("Chile thanked Peru.", source, target)


def test_many_rows_give_what_each_gives_alone() -> None:
    rows = [unmarked(marked, "") for marked, _ in CASES]
    together = list(relations([(row.text, row.source, row.target) for row in rows]))
    for row, found in zip(rows, together, strict=True):
        alone = legation.relate(row.text, row.source, row.target)
        assert alone.type == found.type
        assert alone.confidence == pytest.approx(found.confidence, abs=0.08)  # int8 rounds by what runs beside it
