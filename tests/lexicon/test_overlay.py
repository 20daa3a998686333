"""An overlay: a folder shaped like `lexicon/` adds to ours, changes it, takes from it; what is wrong has a place."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import yaml

import legation
from legation.coder import Coder
from legation.engine import code_many
from legation.errors import LexiconError
from legation.lexicon import SHIPPED, Lexicon, chosen
from legation.lexicon.actor_shapes import SHAPES
from legation.lexicon.overlay import compiled
from legation.lexicon.source import SOURCE, read_yaml
from legation.read import document
from legation.records import Record

Write = Callable[..., Path]
RHYME = {"id": "mine.rhyme", "type": "CONSULT", "mode": "phone", "verb": ["rhyme"], "recipient": ["with"]}
STAR = {"id": "IRN.REB.STAR", "name": "North Star", "country": "IRN", "names": ["North Star Brigade"]}


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEGATION_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file of the overlay; gives the overlay's folder."""

    def written(path: str, content: Any, folder: str = "mine") -> Path:
        place = tmp_path / folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(content if isinstance(content, str) else yaml.safe_dump(content, sort_keys=False), "utf8")
        return tmp_path / folder

    return written


def coded(text: str, lexicon: Path | None = None, date: str = "2021-03-04") -> Record:
    return legation.code(text, date=date, lexicon=lexicon)


def acts(record: Record) -> list[tuple[str, list[str | None], list[str | None]]]:
    return [(e.why[0], [a.actor for a in e.actors], [r.actor for r in e.recipients]) for e in record.events]


def findings(folder: Path) -> list[tuple[str, str]]:
    found = compiled(folder).findings
    return [(f.code, f"{f.at.removeprefix(f'{folder.as_posix()}/')}: {f.message}") for f in found]


def test_a_new_rule_codes_and_ours_go_on(write: Write) -> None:
    mine = write("en/events/mine.yaml", [RHYME])
    text = "Russia rhymed with China on Tuesday. Iran attacked Iraq."
    assert acts(coded(text, mine))[0] == ("mine.rhyme", ["RUS"], ["CHN"])
    assert acts(coded(text, mine))[1:] == acts(coded(text))


def test_a_new_group_acts(write: Write) -> None:
    mine = write("actors/groups/mine.yaml", [STAR])
    text = "The North Star Brigade attacked Iraq."
    assert [a.actor for e in coded(text, mine).events for a in e.actors] == ["IRN.REB.STAR"]
    assert "IRN.REB.STAR" not in [a.actor for a in coded(text).actors]


def test_a_new_holder_of_an_office(write: Write) -> None:
    holder = {"name": "Ivan Testov", "from": "2030-05-01"}
    office = {"role": "foreign minister", "actor": "RUS.GOV.MFA", "sector": "GOV", "holders": [holder]}
    mine = write("actors/offices/RUS.yaml", {"country": "RUS", "offices": [office]})
    refs = coded("Ivan Testov visited Iran.", mine, "2030-06-01").actors
    assert [(r.actor, r.role) for r in refs][:1] == [("RUS.ivan-testov", "foreign minister")]


def test_a_new_outlet_a_cue_and_a_status(write: Write) -> None:
    write("actors/media/mine.yaml", [{"id": "IRN.MED.DAWNPOST", "name": "Dawn Post", "country": "IRN"}])
    cue = {"id": "mine.say.rhyme", "verb": ["rhyme"], "class": "say", "content": ["clause", "quote"]}
    mine = write("en/reporting.yaml", [cue])
    said = coded("Iran rhymed that Russia had attacked Turkey.", mine).statements
    assert [s.cue.lemma for s in said if s.cue] == ["rhyme"]
    assert coded("Iran rhymed that Russia had attacked Turkey.").statements == ()
    outlets = coded("The Dawn Post said Iran had attacked Iraq.", mine).actors
    assert "IRN.MED.DAWNPOST" in {a.actor for a in outlets}


def test_disable_takes_an_entry_away(write: Write) -> None:
    mine = write("en/events/mine.yaml", [{"disable": ["en.consult.visit"]}])
    text = "Wang Yi visited Islamabad on Tuesday."
    assert [a[0] for a in acts(coded(text))] == ["en.consult.visit"]
    assert "en.consult.visit" not in [a[0] for a in acts(coded(text, mine))]


def test_a_disabled_id_may_be_written_anew(write: Write) -> None:
    anew = {"id": "en.consult.visit", "type": "CONSULT", "verb": ["rhyme"], "recipient": ["with"]}
    mine = write("en/events/mine.yaml", [{"disable": ["en.consult.visit"]}, anew])
    assert [a[0] for a in acts(coded("Russia rhymed with China.", mine))] == ["en.consult.visit"]


def test_override_changes_fields_and_extend_adds_to_them(write: Write) -> None:
    override = {"override": "en.consult.visit", "verb": ["rhyme"]}
    mine = write("en/events/mine.yaml", [override])
    assert [a[0] for a in acts(coded("Wang Yi rhymed Islamabad on Tuesday.", mine))] == ["en.consult.visit"]
    assert "en.consult.visit" not in [a[0] for a in acts(coded("Wang Yi visited Islamabad on Tuesday.", mine))]
    extend = {"extend": "en.consult.visit", "verb": ["rhyme"]}
    also = write("en/events/mine.yaml", [extend], folder="also")
    for verb in ("rhymed", "visited"):
        assert [a[0] for a in acts(coded(f"Wang Yi {verb} Islamabad on Tuesday.", also))] == ["en.consult.visit"]


def test_extend_gives_an_actor_a_further_name_and_override_takes_the_old_ones(write: Write) -> None:
    extend = write("actors/countries/mine.yaml", {"extend": "RUS", "strong": ["Rodina State"]}, folder="extend")
    override = write("actors/countries/mine.yaml", {"override": "RUS", "strong": ["Rodina State"]}, folder="override")
    text = "Rodina State attacked Iraq. Russia attacked Turkey."
    assert [a[1] for a in acts(coded(text, extend))] == [["RUS"], ["RUS"]]
    assert [a[1] for a in acts(coded(text, override))] == [["RUS"]]


def test_extend_adds_a_member(write: Write) -> None:
    mine = write(
        "actors/organisations/mine.yaml", {"extend": "IGO.EU", "members": [{"country": "UKR", "from": "2040"}]}
    )
    before, after = (lex.load("actors", dict[str, Any])["entities"]["IGO.EU"] for lex in (SHIPPED, chosen(mine)))
    assert after == before | {"members": [*before["members"], {"country": "UKR", "from": "2040"}]}


def test_words_of_a_list_are_added(write: Write) -> None:
    mine = write("en/frames.yaml", {"light": ["undertake"]})
    with chosen(mine).used() as lexicon:
        light = lexicon.load("en/frames", dict[str, Any])["light"]
    assert light == [
        *SHIPPED.load("en/frames", dict[str, Any])["light"],
        *(["undertake"] if "undertake" not in light[:-1] else []),
    ]


def test_a_term_of_office_given_again_is_replaced(write: Write) -> None:
    holder = {"name": "Sergei Lavrov", "from": "2004-03-09", "to": "2030-01-01"}
    office = {"role": "foreign minister", "actor": "RUS.GOV.MFA", "sector": "GOV", "holders": [holder]}
    mine = write("actors/offices/RUS.yaml", {"country": "RUS", "offices": [office]})
    terms = chosen(mine).load("actors", dict[str, Any])["entities"]["RUS.sergei-lavrov"]["offices"]
    assert [t["to"] for t in terms if t["role"] == "foreign minister"] == ["2030-01-01"]


def test_two_coders_in_one_process_each_keep_their_lexicon(write: Write) -> None:
    one = Coder(lexicon=write("en/events/mine.yaml", [RHYME]))
    two = Coder(lexicon=write("en/events/mine.yaml", [{**RHYME, "id": "other.rhyme"}], folder="other"))
    text = document("Russia rhymed with China.", date="2021-03-04")
    coders = [one, two, Coder(), one, pickle.loads(pickle.dumps(two))]
    found = [[a[0] for a in acts(coder.code(text))] for coder in coders]
    assert found == [["mine.rhyme"], ["other.rhyme"], [], ["mine.rhyme"], ["other.rhyme"]]


def test_worker_processes_code_with_the_overlay(write: Write) -> None:
    mine = write("en/events/mine.yaml", [RHYME])
    texts = [document(f"Russia rhymed with {to}.", date="2021-03-04") for to in ("China", "Iran")]
    records = list(legation.code_many(texts, processes=2, lexicon=mine))
    assert [a[0] for r in records for a in acts(r)] == ["mine.rhyme", "mine.rhyme"]


def test_an_overlay_is_compiled_once_and_its_digest_is_its_content(write: Write, cache: Path) -> None:
    mine = write("en/events/mine.yaml", [RHYME])
    first = chosen(mine)
    assert chosen(mine) is first
    assert len(list((cache / "lexicon").iterdir())) == 1
    other = write("en/events/mine.yaml", [RHYME], folder="elsewhere")
    assert chosen(other).digest == first.digest
    write("en/events/mine.yaml", [{**RHYME, "verb": ["skype"]}])
    assert chosen(mine).digest != first.digest


def test_a_cache_that_is_broken_or_can_not_be_written_costs_time_only(write: Write, cache: Path) -> None:
    cache.write_text("no folder")
    mine = write("en/events/mine.yaml", [RHYME])
    assert [a[0] for a in acts(coded("Russia rhymed with China.", mine))] == ["mine.rhyme"]


EVENTS, GROUPS, COUNTRIES = "en/events/a.yaml", "actors/groups/a.yaml", "actors/countries/a.yaml"


@pytest.mark.parametrize(
    ("path", "content", "code", "told"),
    [
        (EVENTS, [{**RHYME, "id": "en.consult.visit"}], "LG203", ":1: the id 'en.consult.visit' is taken by en/events"),
        (EVENTS, [RHYME, {**RHYME}], "LG203", ":8: the id 'mine.rhyme' is taken by"),
        (EVENTS, [{"override": "en.consult.vist"}], "LG203", ":1: override of 'en.consult.vist', which is not there"),
        (EVENTS, [{"disable": ["en.nothing"]}], "LG203", ":1: disables 'en.nothing', which is not there"),
        (EVENTS, [{**RHYME, "verbs": ["skype"]}], "LG201", ":1: no field 'verbs' here"),
        (EVENTS, [{**RHYME, "verb": "rhyme"}], "LG201", ":1: 'verb' is text, not a list"),
        (EVENTS, [{**RHYME, "verb": [1]}], "LG201", ":1: 'verb' holds number, not text"),
        (EVENTS, [{"id": "mine.rhyme", "verb": ["rhyme"]}], "LG201", ":1: lacks type"),
        (EVENTS, [{**RHYME, "type": "CONSUL"}], "LG202", ":1: no type 'CONSUL'"),
        (EVENTS, [{**RHYME, "mode": "rhyme"}], "LG202", ":1: no mode 'rhyme'"),
        (EVENTS, "- id: x\n  verb: [a\n", "LG201", ":3: no valid YAML"),
        ("en/event/a.yaml", [RHYME], "LG201", ": no such table in the lexicon"),
        ("ontology/plover.yaml", {"types": []}, "LG201", ": no such table in the lexicon"),
        (EVENTS, {"rules": [RHYME]}, "LG201", ": the file has another shape"),
        (GROUPS, [{**STAR, "id": "AFG.REB.TALIBAN"}], "LG203", ":1: the id 'AFG.REB.TALIBAN' is taken"),
        (GROUPS, [{**STAR, "names": ["Hezbollah"]}], "LG204", ":1: 'Hezbollah' would stand for IRN.REB.STAR and for"),
        (GROUPS, [{"id": "IRN.REB.STAR"}], "LG201", ":1: lacks name"),
        (GROUPS, [{**STAR, "names": "North Star"}], "LG201", ":1: 'names' is text, not a list"),
        (GROUPS, [{**STAR, "name_s": ["North"]}], "LG201", ":1: no field 'name_s' here"),
        (GROUPS, [{**STAR, "codes": [{"sector": "GOV", "from": ["2020"]}]}], "LG201", ":1: Expected `str | null`"),
        (COUNTRIES, {"extend": "RUSS", "strong": ["X"]}, "LG203", ":1: extend of 'RUSS', which is no actor"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(write: Write, path: str, content: Any, code: str, told: str) -> None:
    mine = write(path, content)
    found = findings(mine)
    assert any(c == code and told in message for c, message in found), found
    with pytest.raises(LexiconError) as error:
        Coder(lexicon=mine)
    assert error.value.code.startswith("LG20")
    assert str(mine) in error.value.message


def test_no_folder_is_an_error() -> None:
    with pytest.raises(LexiconError, match="no folder nowhere"):
        Coder(lexicon="nowhere")


def test_coders_in_threads_keep_their_lexicon(write: Write) -> None:
    folders = [write("en/events/mine.yaml", [{**RHYME, "id": f"n{n}.rhyme"}], folder=f"f{n}") for n in range(3)]
    coders = [Coder(lexicon=folder) for folder in folders]
    text = document("Russia rhymed with China.", date="2021-03-04")
    with ThreadPoolExecutor(3) as threads:
        found = list(threads.map(lambda n: [a[0] for a in acts(coders[n % 3].code(text))], range(12)))
    assert found == [[f"n{n % 3}.rhyme"] for n in range(12)]


def test_a_lexicon_that_can_not_be_used_ends_the_run() -> None:
    broken = Coder(lexicon=Lexicon("broken", {"en/events": b'[{"id": "mine.rhyme", "at": "overlay/a.yaml:3"}]'}))
    with pytest.raises(LexiconError, match=r"a\.yaml:3: Object missing required field `type`"):
        list(code_many([document("Russia rhymed with China.", date="2021-03-04")], coder=broken))


@pytest.mark.parametrize("part", SHAPES)
def test_our_own_actors_have_the_shape_that_is_asked_of_others(part: str) -> None:
    contents = [read_yaml(path) for path in sorted((SOURCE / "actors" / part).glob("*.yaml"))]
    entries = [e for content in contents for e in (content if isinstance(content, list) else [content])]
    assert [f.message for e in entries for f in SHAPES[part].wrong({"at": part, **e}, whole=True)] == []
