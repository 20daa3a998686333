"""Types, codes, scales and quads, and the way from PLOVER to CAMEO and back."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import LexiconError
from legation.ontology import _ALL as everything
from legation.ontology import CAMEO, CONTEXTS, QUADS, TYPES, build, cameo, code_meant, code_of, quad_of, type_of

PAIRS = [(type_, mode) for type_, modes in everything.codes.items() for mode in modes]
PLOVER = """
    AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST
    ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT
"""


def test_the_shipped_json_is_what_the_yaml_gives() -> None:
    assert build.compiled() == build.TARGET.read_bytes()


def test_the_build_says_that_it_is_up_to_date() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "legation.ontology.build", "--check"], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr.strip()) == (0, "up to date")


def test_all_types_contexts_and_codes_are_there() -> None:
    assert list(TYPES) == PLOVER.split()
    assert len(CONTEXTS) == 37
    assert len(CAMEO) == 312


@pytest.mark.parametrize(
    ("type_", "mode", "code"),
    [
        ("CONSULT", "visit", "042"),
        ("CONSULT", "phone", "041"),
        ("CONSULT", None, "040"),
        ("AGREE", "sign", "057"),
        ("AGREE", "meet", "036"),
        ("COOPERATE", None, "060"),
        ("SUPPORT", None, "050"),
        ("SANCTION", "restrict", "163"),
        ("SANCTION", "expel", "166"),
        ("COERCE", "arrest", "173"),
        ("ASSAULT", "drone", "195"),
        ("RETREAT", "ceasefire", "0871"),
        ("ACCUSE", "investigate", "090"),
        ("MOBILIZE", "troops", "154"),
    ],
)
def test_a_type_and_mode_give_a_code(type_: str, mode: str | None, code: str) -> None:
    assert code_of(type_, mode) == code


def test_a_context_refines_the_code() -> None:
    assert code_of("COOPERATE", contexts=("technology", "economic")) == "061"
    assert code_of("AID", contexts=["human_security"]) == "073"
    assert code_of("AGREE", "assist", ("military",)) == "0312"
    assert code_of("CONSULT", "visit", ("military",)) == "042"


@pytest.mark.parametrize("told", everything.by_context.items())
def test_a_refined_code_keeps_its_type_and_root_and_names_listed_contexts(told: tuple[str, dict[str, str]]) -> None:
    code, refined = told
    assert set(refined) <= set(CONTEXTS)
    assert {(type_of(c) or ("", None))[0] for c in refined.values()} == {(type_of(code) or ("", None))[0]}
    assert {c[:2] for c in refined.values()} == {code[:2]}


def test_a_planned_deed_has_the_code_of_the_intent_or_the_threat() -> None:
    meant = {code: code_meant(code, "planned") for code in CAMEO if len(code) > 2}
    assert {c[:2] for code, c in meant.items() if code[:2] in ("04", "05", "06", "07", "08")} == {"03"}
    assert {c[:2] for code, c in meant.items() if code[:2] in ("14", "16", "17", "18", "19", "20")} == {"13"}
    words = ("01", "02", "03", "09", "10", "11", "12", "13", "15")
    assert all(c == code for code, c in meant.items() if code[:2] in words)


@pytest.mark.parametrize("status", ["occurred", "ongoing", "possible", "denied"])
def test_any_other_status_leaves_the_code(status: str) -> None:
    assert {code_meant(code, status) == code for code in CAMEO} == {True}


def test_the_crosswalk_has_every_type_and_mode_and_no_other() -> None:
    assert {t: {"", *TYPES[t].modes} for t in TYPES} == {t: set(modes) for t, modes in everything.codes.items()}


@pytest.mark.parametrize(("type_", "mode"), PAIRS)
def test_the_way_back_leads_to_the_same_type(type_: str, mode: str) -> None:
    back = type_of(code_of(type_, mode))
    assert back is not None
    assert back[0] == type_ or f"{type_}/{mode}" in everything.lossy


def test_what_is_called_lossy_is() -> None:
    for key in everything.lossy:
        type_, mode = key.split("/")
        assert (type_of(code_of(type_, mode)) or ("", ""))[0] != type_


def test_every_code_but_those_of_statements_has_a_listed_type_and_mode() -> None:
    for code, entry in CAMEO.items():
        found = type_of(code)
        if entry.root == "01":
            assert found is None
            continue
        assert found is not None
        assert found[0] in TYPES
        assert found[1] is None or found[1] in TYPES[found[0]].modes, code
        assert set(entry.contexts) <= set(CONTEXTS), code


def test_codes_are_nested_in_their_roots() -> None:
    for code, entry in CAMEO.items():
        assert code.startswith(entry.root)
        assert entry.root in CAMEO
        assert entry.name


def test_the_house_scale_is_gdelts_and_icews_fills_its_gap() -> None:
    assert everything.scale == "gdelt"
    assert cameo("016").goldstein == -2.0
    assert cameo("016").scales == {"gdelt": -2.0, "icews": -5.0}
    assert "gdelt" not in cameo("1213").scales
    assert cameo("1213").goldstein == -4.0


def test_the_two_scales_differ_just_where_they_are_known_to() -> None:
    apart = {c for c, e in CAMEO.items() if len(set(e.scales.values())) > 1}
    assert apart == {"016", "022", "164", "165"}


def test_numbers_are_on_the_scale() -> None:
    assert all(-10 <= n <= 10 for entry in CAMEO.values() for n in entry.scales.values())
    assert all(-10 <= m.intensity <= 10 for t in TYPES.values() for m in t.modes.values())


def test_the_lost_minus_sign_of_accuse_is_back() -> None:
    assert TYPES["ACCUSE"].intensity == -3.0
    assert TYPES["ACCUSE"].intensity_of("allege") == -3.5
    assert TYPES["ACCUSE"].intensity_of("no such mode") == -3.0


def test_investigation_is_conflict_in_words_and_protest_in_deeds() -> None:
    assert everything.quad_rule == "documented"
    assert (cameo("090").quad, cameo("141").quad, cameo("163").quad) == (3, 4, 4)
    assert cameo("090").quads == {"documented": 3, "gdelt": 2, "phoenix": 3}
    assert cameo("141").quads == {"documented": 4, "gdelt": 3, "phoenix": 4}


def test_the_quad_of_a_type_is_that_of_its_default_code() -> None:
    assert {t: quad_of(t) for t in TYPES} == {t: e.quad for t, e in TYPES.items()}
    assert set(QUADS) >= {e.quad for e in TYPES.values()}


def test_cooperation_is_positive_and_conflict_is_not() -> None:
    for type_ in TYPES.values():
        assert (type_.intensity > 0) == (type_.quad in (1, 2)) or type_.id == "REQUEST"


def test_types_that_go_both_ways() -> None:
    assert {t for t, e in TYPES.items() if e.reciprocal} == {"AGREE", "CONSULT", "COOPERATE"}
    assert {t for t, e in TYPES.items() if e.requires_recipient} == {"COOPERATE", "AID", "SANCTION"}


@pytest.mark.parametrize("code", ["42", "", "999", "0420"])
def test_an_unknown_code_is_an_error_with_a_hint(code: str) -> None:
    with pytest.raises(LexiconError) as error:
        cameo(code)
    assert (error.value.code, bool(error.value.hint)) == ("LG202", True)


@given(st.text(max_size=8), st.text(max_size=8))
def test_an_unknown_type_or_mode_is_an_error(type_: str, mode: str) -> None:
    if (type_, mode) not in PAIRS:
        with pytest.raises(LexiconError):
            code_of(type_, mode)


def test_definitions_are_sentences() -> None:
    definitions = [t.definition for t in TYPES.values()] + [c.definition for c in CONTEXTS.values()]
    assert [d for d in definitions if not d[0].isupper() or not d.endswith(".")] == []
