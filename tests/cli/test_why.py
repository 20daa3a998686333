"""`legation why`: a tree that shows rule, words and what was rejected."""

import json

import pytest

from legation.cli.tree import fallen
from legation.decisions import Decision
from legation.errors import Exit

pytestmark = pytest.mark.usefixtures("plain_coder")


def test_a_text_shows_its_marked_words_rule_and_place_in_the_yaml(run):
    result = run("why", "Iran met Russia in Baku.", "--date", "2020-01-01")
    assert result.exit_code == Exit.DONE
    assert "[Iran] met [Russia] in Baku." in result.stdout
    assert "CONSULT: IRN, RUS" in result.stdout
    assert "rule consult.meet (en/events/consult.yaml:14)" in result.stdout
    assert 'actor: "Iran"  → IRN' in result.stdout


def test_kept_rows_come_before_rejected_candidates(run):
    shown = run("why", "A visit: Iran met Russia.", "--date", "2020-01-01").stdout
    assert shown.index("✓ event CONSULT") < shown.index('✗ event "visit": no second country')


def test_a_text_without_event_says_why_each_candidate_fell(run):
    shown = run("why", "A visit ended.", "--date", "2020-01-01").stdout
    assert '✗ event "visit": no second country' in shown
    assert "no event: 1 candidate fell: no second country" in shown


def test_a_text_without_trigger_says_so(run):
    shown = run("why", "It rained.", "--date", "2020-01-01").stdout
    assert "1 It rained." in shown
    assert "no event: no word of the text is a trigger" in shown


def test_long_sentences_are_not_folded_in_a_pipe(run):
    words = "word " * 200
    assert f"[Iran] met [Russia] {words.strip()}." in run("why", f"Iran met Russia {words.strip()}.").stdout


def test_json_is_the_trace(run):
    trace = json.loads(run("why", "Iran met Russia.", "--date", "2020-01-01", "--json").stdout)
    assert trace["decisions"][0]["rule"] == "consult.meet"
    assert trace["record"]["document"]["published"] == "2020-01-01"


def test_an_id_picks_one_document_of_a_file(run, tmp_path):
    source = tmp_path / "two.jsonl"
    source.write_text('{"id": "a", "text": "It rained."}\n{"id": "b", "text": "Iran met Russia."}\n')
    assert "[Iran] met [Russia]" in run("why", source, "b").stdout
    wrong = run("why", source, "c")
    assert wrong.exit_code == Exit.USAGE
    assert "error[LG102]" in wrong.stderr


def test_the_first_of_several_documents_is_shown_and_that_is_said(run, tmp_path):
    source = tmp_path / "two.jsonl"
    source.write_text('{"id": "a", "text": "It rained."}\n{"id": "b", "text": "Iran met Russia."}\n')
    result = run("why", source)
    assert result.stdout.startswith("a ·")
    assert "first document" in result.stderr


def test_a_file_name_that_does_not_exist_is_no_text(run):
    result = run("why", "report.txt")
    assert result.exit_code == Exit.UNREADABLE
    assert "error[LG301]" in result.stderr


def test_rules_that_fell_for_the_same_words_and_reason_stand_together():
    common = {"kind": "event", "kept": False, "reason": "condition", "span": (0, 6), "text": "denied", "sentence": 0}
    one, two = (Decision(**common, rule=rule) for rule in ("a", "b"))
    other = Decision(**{**common, "reason": "no recipient"}, rule="c")
    assert fallen([one, other, two]) == [[one, two], [other]]
