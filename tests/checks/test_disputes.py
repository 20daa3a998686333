"""Where accounts differ: side by side, told and denied, changed over time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from legation.brief.composition import compose
from legation.brief.gathering import dossier
from legation.records import Document, Period, Record
from legation.relations.checks import check_store, store_checks
from legation.relations.checks.case import case
from legation.relations.disputes import Dispute, disputes
from legation.statistics.rows import observation
from legation.store import Store, open_store
from legation.store.figures import add_figures
from tests.rows import actor, claim, event, statement

TEXT = "Norway said trade with Peru grew. Peru was struck by Norway on Monday. Norway likes Peru."


def told(
    id: str, day: str, speaker: str = "Norway", value: float | None = 20.0, status: str | None = None, stance: float = 0
) -> Record:
    """A document in which a side claims a growth of trade, an act is told with a status, or a stance is shown."""
    document = Document(id=id, text=f"{TEXT} {id}", published=day, outlet=f"Wire {speaker}")
    norway, peru = actor(document.text, "Norway", "NOR"), actor(document.text, "Peru", "PER")
    who = norway if speaker == "Norway" else peru
    toward = {"toward": {"PER" if speaker == "Norway" else "NOR": stance}} if stance else {}
    said = statement(document, who, "said", "trade with Peru grew", **toward)
    rows: dict[str, Any] = {"statements": (said,)}
    if value is not None:
        period = Period(start="2020-01-01", end="2020-12-31")
        about: dict[str, Any] = {"dyad": ("NOR", "PER"), "period": period, "unit": "percent", "statement": said.id}
        rows["claims"] = (claim(document, "trade with Peru grew", value=value, direction="up", **about),)
    if status:
        act = event(document, "struck", [norway], [peru], type="ASSAULT", quad=4, status=status, statement=said.id)
        rows["events"] = (act,)
    return Record(document=document, **rows)


def stored(tmp_path: Path, *records: Record) -> Store:
    store = open_store(tmp_path / "relations", create=True)
    store.write(records)
    return store


def found(store: Store) -> list[Dispute]:
    return disputes(store.pair("NOR", "PER"), case(store, "NOR", "PER"))


def test_two_speakers_with_two_figures_stand_side_by_side(tmp_path: Path) -> None:
    store = stored(tmp_path, told("a", "2021-02-01"), told("b", "2021-02-03", "Peru", 5.0))
    (only,) = found(store)
    assert only.kind == "figures"
    assert only.about == "change of trade between Norway and Peru, 2020"
    assert [(side.who, side.account) for side in only.sides] == [
        ("Norway", "up, 20 percent, in 2020"),
        ("Peru", "up, 5 percent, in 2020"),
    ]


def test_figures_that_rounding_joins_are_no_dispute(tmp_path: Path) -> None:
    assert found(stored(tmp_path, told("a", "2021-02-01"), told("b", "2021-02-03", "Peru", 20.4))) == []


def test_a_speaker_who_changed_a_figure(tmp_path: Path) -> None:
    (only,) = found(stored(tmp_path, told("a", "2021-02-01"), told("b", "2021-05-03", value=12.0)))
    assert (only.kind, [side.said for side in only.sides]) == ("changed figure", ["2021-02-01", "2021-05-03"])


def test_an_act_that_one_tells_and_the_other_denies(tmp_path: Path) -> None:
    yes = told("a", "2021-02-01", "Peru", None, "occurred")
    no = told("b", "2021-02-02", value=None, status="denied")
    (only,) = found(stored(tmp_path, yes, no))
    assert only.kind == "fact"
    assert only.about.startswith("ASSAULT, Norway toward Peru")


def test_a_stance_that_turned(tmp_path: Path) -> None:
    store = stored(
        tmp_path, told("a", "2021-02-01", value=None, stance=0.6), told("b", "2021-06-02", value=None, stance=-0.5)
    )
    (only,) = found(store)
    assert (only.kind, only.about) == ("changed stance", "Norway on Peru")


def test_the_brief_tells_checks_and_disputes(tmp_path: Path) -> None:
    store = stored(tmp_path, told("a", "2021-02-01"), told("b", "2021-02-03", "Peru", 5.0))
    about = {"source": "UN Comtrade", "reporter": "NOR", "partner": "PER", "flow": "trade", "vintage": "2021-03-01"}
    add_figures(store, [observation(period=p, value=v, unit="USD", **about) for p, v in (("2019", 5e6), ("2020", 6e6))])
    checked = check_store(store, "NOR", "PER")
    assert sorted(each.check.verdict for each in checked) == ["contradicted", "supported"]
    store_checks(store, checked)
    store_checks(store, checked)
    assert store.sql("SELECT count(*) FROM checks").fetchall() == [(2,)]
    text = compose(dossier(store, "NOR", "PER"), {}).markdown()
    assert "Checked: holds: 20.0 percent by Norway's record in UN Comtrade" in text
    assert "Where accounts differ" in text
    assert "1 / 1 / 0" in text
