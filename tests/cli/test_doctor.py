"""`legation doctor`: what is wrong, and what to do."""

import json
import sys

import pytest

from legation.errors import Exit
from legation.store import open_store

pytestmark = pytest.mark.usefixtures("plain_coder")


def test_a_whole_installation_has_no_finding(run, tmp_path):
    open_store(tmp_path / "s", create=True)
    result = run("doctor", "--store", tmp_path / "s", "--format", "json")
    findings = json.loads(result.stdout)
    assert [each for each in findings if each["ok"] != "ok"] == []
    assert result.exit_code == Exit.DONE
    assert {"python", "rules", "actors", "model", "demo", "store"} <= {each["check"] for each in findings}


def test_a_model_that_does_not_load_is_a_finding_with_what_to_do(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "legation.coder", None)
    result = run("doctor", "--format", "json")
    (wrong,) = [each for each in json.loads(result.stdout) if each["ok"] != "ok"]
    assert result.exit_code == Exit.FINDINGS
    assert wrong["check"] == "model"
    assert "pip install" in wrong["todo"]


def test_a_folder_that_is_no_store_is_a_finding(run, tmp_path):
    result = run("doctor", "--store", tmp_path, "--format", "json")
    assert [each["check"] for each in json.loads(result.stdout) if each["ok"] != "ok"] == ["store"]
    assert result.exit_code == Exit.FINDINGS
