"""`legation rule show`: a rule by its id."""

import json

import pytest

from legation.errors import Exit


@pytest.fixture(autouse=True)
def lexicon(tmp_path, monkeypatch):
    (tmp_path / "en").mkdir()
    rules = [{"id": "consult.meet", "at": "en/events/consult.yaml:14", "verbs": ["meet"]}]
    (tmp_path / "en" / "events.json").write_text(json.dumps({"rules": rules}))
    monkeypatch.setattr("legation.lexicon.DATA", tmp_path)


def test_a_rule_is_shown_with_its_place(run):
    assert run("rule", "show", "consult.meet").stdout == (
        'consult.meet  lexicon/en/events/consult.yaml:14\n  verbs: ["meet"]\n'
    )


def test_as_json(run):
    assert json.loads(run("rule", "show", "consult.meet", "--json").stdout)["verbs"] == ["meet"]


def test_a_wrong_id_gets_the_nearest(run):
    result = run("rule", "show", "consult.met")
    assert result.exit_code == Exit.USAGE
    assert "did you mean consult.meet?" in result.stderr
