"""`legation rule`: the rules listed, and one shown with what its examples give."""

import json

from legation.errors import Exit


def test_a_rule_is_shown_with_its_place_examples_and_neighbours(run):
    shown = run("rule", "show", "en.consult.visit").stdout.splitlines()
    assert shown[0].startswith("en.consult.visit  lexicon/en/events/consult.yaml:")
    assert "  type: CONSULT" in shown
    assert shown.index("examples") < shown.index("counter-examples") < shown.index("neighbours")
    example = shown.index("  ✓ Foreign Minister Wang Yi visited Islamabad on Tuesday.")
    assert "[en.consult.visit]" in shown[example + 1]
    assert any(line.startswith("  en.consult.visit-noun  ") for line in shown)


def test_as_json(run):
    page = json.loads(run("rule", "show", "en.report.say", "--json").stdout)
    assert page["id"] == "en.report.say"
    assert {each["wanted"] for each in page["ran"]} == {True, False}
    assert all(each["holds"] for each in page["ran"])


def test_every_kind_of_rule_has_a_page(run):
    for kind in ("events", "status", "reporting", "claims", "discards", "time", "sentences", "contexts"):
        first = json.loads(run("rule", "list", "--kind", kind, "--format", "jsonl").stdout.splitlines()[0])
        assert run("rule", "show", first["id"]).stdout.startswith(f"{first['id']}  lexicon/{first['at']}\n")


def test_an_actor_has_a_page(run):
    page = json.loads(run("rule", "show", "IGO.EU", "--json").stdout)
    assert (page["name"], page["at"]) == ("European Union", "actors/organisations/IGO.EU.yaml:1")
    assert "European Union" in page["names"]["name"]


def test_rules_are_listed_by_kind_and_type(run):
    rows = json.loads(run("rule", "list", "--kind", "events", "--type", "aid", "--format", "json").stdout)
    assert {row["type"] for row in rows} == {"AID"}
    assert list(rows[0]) == ["id", "kind", "type", "mode", "words", "at"]


def test_a_wrong_id_or_kind_gets_the_nearest(run):
    result = run("rule", "show", "en.consult.visti")
    assert result.exit_code == Exit.USAGE
    assert "did you mean en.consult.visit?" in result.stderr
    assert "there are: " in run("rule", "list", "--kind", "event").stderr
