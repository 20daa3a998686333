"""What belongs to a pair: text in, rows out."""

from __future__ import annotations

import pytest

from legation.errors import UsageError
from legation.records import ActorRef, Document, Record
from legation.store import Pair, Store
from tests.rows import actor, claim, date, event, statement, talks


def pair_of(store: Store, record: Record, a: str = "IRN", b: str = "RUS") -> Pair:
    store.write([record])
    return store.pair(a, b)


def document(text: str, **more: str) -> Document:
    return Document(id="d", text=text, published="2022-05-10", **more)


def directions(pair: Pair) -> list[tuple[str | None, str | None, str | None]]:
    return [(found.direction, found.source, found.target) for found in pair.event_rows()]


def acts(text: str, actors: dict[str, str], recipients: dict[str, str]) -> Record:
    doc = document(text)
    left = [actor(text, words, id) for words, id in actors.items()]
    right = [actor(text, words, id) for words, id in recipients.items()]
    return Record(document=doc, actors=(*left, *right), events=(event(doc, text, left, right),))


def test_the_key_is_alphabetical_in_either_order(store: Store) -> None:
    assert store.pair("RUS", "IRN").key == store.pair("IRN", "RUS").key == "IRN-RUS"


def test_a_pair_has_two_sides(store: Store) -> None:
    with pytest.raises(UsageError, match="two sides"):
        store.pair("IRN", "IRN")


def test_an_act_has_a_direction(store: Store) -> None:
    pair = pair_of(store, acts("Russia praised Iran", {"Russia": "RUS"}, {"Iran": "IRN"}))
    assert directions(pair) == [("back", "RUS", "IRN")]
    assert pair.event_rows(frm="RUS")
    assert pair.event_rows(frm="RUS", to="IRN")
    assert not pair.event_rows(frm="IRN")


def test_talks_are_mutual_and_found_from_both_sides(store: Store) -> None:
    pair = pair_of(store, acts("Iran met Russia", {"Iran": "IRN", "Russia": "RUS"}, {}))
    assert directions(pair) == [("mutual", None, None)]
    assert len(pair.event_rows(frm="IRN")) == len(pair.event_rows(frm="RUS")) == 1


def test_two_who_act_together_against_a_third_stand_beside_each_other(store: Store) -> None:
    parties = {"Iran": "IRN", "Russia": "RUS"}
    pair = pair_of(store, acts("Iran and Russia scolded Japan", parties, {"Japan": "JPN"}))
    assert directions(pair) == [("beside", None, None)]
    assert directions(store.pair("JPN", "RUS")) == [("back", "RUS", "JPN")]


def test_a_body_and_a_person_stand_for_their_country(store: Store) -> None:
    doc = document("The ministry called the envoy")
    ministry = ActorRef(text="The ministry", span=(0, 12), actor="RUS.GOV.MFA", country="RUS", sector="GOV")
    envoy = ActorRef(text="the envoy", span=(20, 29), actor="IRN.envoy-name", sector="GOV")
    pair = pair_of(store, Record(document=doc, events=(event(doc, "called", [ministry], [envoy]),)))
    assert directions(pair) == [("back", "RUS", "IRN")]


def test_an_organisation_may_be_a_side_and_its_organs_belong_to_it(store: Store) -> None:
    text = "The Commission warned Russia"
    pair = pair_of(store, acts(text, {"The Commission": "IGO.EU.COMMISSION"}, {"Russia": "RUS"}), "RUS", "IGO.EU")
    assert pair.key == "IGO.EU-RUS"
    assert directions(pair) == [("forth", "IGO.EU", "RUS")]


def test_an_act_within_a_country_is_of_no_pair(store: Store) -> None:
    store.write([acts("Russia rebuked Kremlin aides", {"Russia": "RUS"}, {"Kremlin": "RUS.GOV"})])
    assert store.pairs() == ()


def test_a_statement_belongs_where_it_is_about_or_addressed_to_the_other(store: Store) -> None:
    text = "Moscow said Iran was late. Moscow told Japan nothing. Moscow voiced trust in Oman."
    doc = document(text)
    moscow = actor(text, "Moscow", "RUS.GOV")
    iran, japan = actor(text, "Iran", "IRN"), actor(text, "Japan", "JPN")
    rows = (
        statement(doc, moscow, "said", "Iran was late"),
        statement(doc, moscow, "told", "nothing", addressees=(japan,), sentence=1),
        statement(doc, moscow, "voiced", "trust in Oman", toward={"OMN": 0.6}, sentence=2),
    )
    store.write([Record(document=doc, actors=(moscow, iran, japan), statements=rows)])
    for country, content in (("IRN", "Iran was late"), ("JPN", "nothing"), ("OMN", "trust in Oman")):
        (found,) = store.pair(country, "RUS").statement_rows()
        assert (found.row.content.text, found.source, found.target) == (content, "RUS", country)


def test_a_news_agency_that_is_told_something_makes_its_country_no_party(store: Store) -> None:
    text = "Moscow told Kyodo that prices fell."
    doc = document(text)
    moscow, kyodo = actor(text, "Moscow", "RUS.GOV"), actor(text, "Kyodo", "JPN.MED.KYODO", sector="MED")
    said = statement(doc, moscow, "told", "that prices fell", addressees=(kyodo,))
    assert not pair_of(store, Record(document=doc, statements=(said,)), "JPN", "RUS").statement_rows()


def test_claims_of_the_dyad_and_claims_beside_a_row_of_the_pair(store: Store) -> None:
    text = "Iran met Russia and grain rose. Steel fell. Coal rose in China."
    doc = document(text)
    iran, russia = actor(text, "Iran", "IRN"), actor(text, "Russia", "RUS")
    rows = (
        claim(doc, "grain rose", sentence=0),
        claim(doc, "Steel fell", sentence=1, dyad=("RUS", "IRN")),
        claim(doc, "Coal rose", sentence=0, dyad=("CHN", "JPN")),
        claim(doc, "rose in China", sentence=2),
    )
    record = Record(document=doc, events=(event(doc, "met", [iran, russia]),), claims=rows)
    assert [found.row.text for found in pair_of(store, record).claim_rows()] == ["grain rose", "Steel fell"]
    assert [found.row.text for found in store.pair("CHN", "JPN").claim_rows()] == ["Coal rose"]


def test_listings_are_filtered_and_ordered_by_day(store: Store) -> None:
    text = "Iran met Russia, then Iran will meet Russia, and Iran may hit Russia"
    doc = document(text)
    iran, russia = actor(text, "Iran", "IRN"), actor(text, "Russia", "RUS")
    rows = (
        event(doc, "met", [iran, russia], date=date("2022-05-09")),
        event(doc, "will meet", [iran, russia], status="planned", date=date("2022-06-01", "2022-06-30")),
        event(doc, "may hit", [iran], [russia], status="possible", type="ASSAULT", date=date("2022-01-01")),
    )
    pair = pair_of(store, Record(document=doc, events=rows))

    def words(**filters: object) -> list[str]:
        return [found.row.text for found in pair.event_rows(**filters)]

    assert words() == ["may hit", "met", "will meet"]
    assert words(status="planned") == ["will meet"]
    assert words(status=["occurred", "possible"]) == ["may hit", "met"]
    assert words(type="ASSAULT", frm="IRN") == ["may hit"]
    assert words(since="2022-06-15") == ["will meet"]
    assert words(until="2022-05-09") == ["may hit", "met"]
    assert words(limit=1) == ["may hit"]
    with pytest.raises(UsageError, match="no side"):
        words(frm="JPN")
    with pytest.raises(TypeError, match="no filter colour"):
        words(colour="red")


def test_a_row_carries_its_document(store: Store) -> None:
    (found,) = pair_of(store, talks()).event_rows()
    assert (found.document, found.published, found.outlet, found.title) == ("talks", "2021-03-04", "Test Wire", "Talks")
    assert found.row == talks().events[0]
    assert store.event(found.row.id).row == found.row  # type: ignore[union-attr]


def test_pairs_lists_what_there_is(store: Store) -> None:
    store.write([talks(), acts("Iran met Japan", {"Iran": "IRN", "Japan": "JPN"}, {})])
    listed = [(each.pair, each.documents, each.events, each.statements, each.claims) for each in store.pairs()]
    assert listed == [("IRN-RUS", 1, 1, 1, 1), ("IRN-JPN", 1, 1, 0, 0)]
    assert (store.pairs()[0].first, store.pairs()[0].last) == ("2021-03-04", "2021-03-04")


def test_parties_can_be_asked_in_sql(store: Store) -> None:
    store.write([acts("Russia praised Iran", {"Russia": "RUS"}, {"Iran": "IRN"})])
    parties = store.sql("SELECT side, country, actor FROM event_parties ORDER BY side").fetchall()
    assert parties == [("actor", "RUS", "RUS"), ("recipient", "IRN", "IRN")]


def test_the_panel_of_the_store_counts_events_once(store: Store) -> None:
    store.write([talks("one"), talks("two")])
    relation = store.pair("IRN", "RUS").panel("month")
    (row,) = [dict(zip(relation.columns, values, strict=True)) for values in relation.fetchall()]
    assert (str(row["period"]), row["events"], row["reports"], row["documents"]) == ("2021-03-01", 1, 2, 1)


def test_what_a_pair_adds_to_a_row_hides_none_of_its_fields(store: Store) -> None:
    for view, table in (("event_pairs", "events"), ("statement_pairs", "statements"), ("claim_pairs", "claims")):
        columns = store.sql(f"FROM {view}").columns
        assert len(columns) == len(set(columns)), view
        assert set(store.sql(f"FROM {table}").columns) - {"batch"} <= set(columns)
