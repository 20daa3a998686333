"""UN Comtrade: what misleads in its files, one test each."""

from __future__ import annotations

import json

import pytest

from tests.statistics.conftest import V1, Made, figures, rejects, v1


def test_a_trailing_comma_shifts_nothing(made: Made) -> None:
    (found,) = figures(made("a.csv", V1 + v1(values='"120","","120"')), "comtrade")
    assert (found.reporter, found.partner, found.flow, found.value) == ("KAZ", "GEO", "imports", 120.0)
    assert (found.unit, found.valuation, found.source, found.product) == ("USD", "CIF", "UN Comtrade", "TOTAL")


def test_a_year_has_month_52_and_a_month_its_own(made: Made) -> None:
    text = V1 + v1(period="2019") + v1(period="201902")
    assert [(each.start, each.end) for each in figures(made("a.csv", text), "comtrade")] == [
        ("2019-01-01", "2019-12-31"),
        ("2019-02-01", "2019-02-28"),
    ]


def test_names_in_latin_1_are_read(made: Made) -> None:
    row = v1(partner='"384","CIV","Côte d\'Ivoire"')
    (found,) = figures(made("a.csv", (V1 + row).encode("latin-1")), "comtrade")
    assert found.partner == "CIV"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ('"842","USA","USA"', "USA"),
        ('"699","IND","India"', "IND"),
        ('"757","","Switzerland"', "CHE"),
        ('"251","","France"', "FRA"),
        ('"579","","Norway"', "NOR"),
        ('"490","S19","Other Asia, nes"', "TWN"),
        ('"899","_X ","Areas, nes"', "_X"),
        ('"0","W00","World"', "WLD"),
        ('"97","EU2","EU-28"', "IGO.EU"),
    ],
)
def test_the_un_has_codes_of_its_own(made: Made, written: str, code: str) -> None:
    (found,) = figures(made("a.csv", V1 + v1(partner=written)), "comtrade")
    assert found.partner == code


def test_only_the_total_of_second_partners_modes_and_procedures_counts(made: Made) -> None:
    parts = ('"398","TOTAL","C00","0","0"', '"0","TOTAL","C01","0","0"', '"0","TOTAL","C00","1","0"')
    split = [*parts, '"0","TOTAL","C00","0","3200"', '"0","TOTAL","C00","0","0"']
    path = made("a.csv", V1 + "".join(v1(split=each) for each in split))
    assert len(figures(path, "comtrade")) == 1
    assert rejects(path, "comtrade") == []


def test_an_import_with_both_valuations_is_kept_as_both(made: Made) -> None:
    found = figures(made("a.csv", V1 + v1(values='"106","100","106"')), "comtrade")
    assert [(each.valuation, each.value) for each in found] == [("CIF", 106.0), ("FOB", 100.0)]


def test_an_import_valued_fob_is_not_called_cif(made: Made) -> None:
    (found,) = figures(made("a.csv", V1 + v1(values='"","100","100"')), "comtrade")
    assert found.valuation == "FOB"


def test_a_file_that_was_saved_after_a_shift_is_rejected(made: Made) -> None:
    cells = v1().rstrip(",\r\n").split(",")
    path = made("a.csv", V1 + ",".join([*cells[1:], '""']) + "\r\n")
    assert rejects(path, "comtrade") == [(2, "LG410")]


def test_bad_rows_have_their_reason_and_the_others_go_on(made: Made) -> None:
    rows = (
        v1(values='"","",""'),
        v1(values='"","","-5"'),
        v1(partner='"","",""'),
        v1(period="201913"),
        v1(flow="?"),
        "1,2,3\r\n",
        v1(),
    )
    path = made("a.csv", V1 + "".join(rows))
    assert rejects(path, "comtrade") == [
        (2, "LG412"),
        (3, "LG412"),
        (4, "LG411"),
        (5, "LG413"),
        (6, "LG414"),
        (7, "LG410"),
    ]
    assert len(figures(path, "comtrade")) == 1


def test_json_gives_the_same_figures_as_csv(made: Made) -> None:
    row = {
        "typeCode": "C",
        "period": "201902",
        "refMonth": 2,
        "reporterCode": 398,
        "reporterISO": "KAZ",
        "flowCode": "X",
        "partnerCode": 268,
        "partnerISO": None,
        "partner2Code": 0,
        "cmdCode": "TOTAL",
        "customsCode": "C00",
        "motCode": 0,
        "primaryValue": 120.5,
        "cifvalue": None,
        "isReported": False,
    }
    (one,) = figures(made("a.json", json.dumps({"elapsedTime": "1", "data": [row], "error": ""})), "comtrade")
    text = V1 + v1(flow="X", period="201902", values='"","120.5","120.5"')
    (other,) = figures(made("a.csv", text), "comtrade")
    assert (one.figure, one.value) == (other.figure, other.value)


def test_bulk_files_have_tabs(made: Made) -> None:
    (found,) = figures(made("a.txt", (V1 + v1()).replace('"', "").replace(",", "\t")), "comtrade")
    assert found.value == 120.0


LEGACY = (
    "Classification,Year,Period,Aggregate Level,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,"
    "Partner Code,Partner,Partner ISO,2nd Partner Code,Customs Proc. Code,Mode of Transport Code,Commodity Code,"
    "Trade Value (US$),CIF Trade Value (US$),FOB Trade Value (US$),Flag\n"
)


def test_the_legacy_layout_counts_flows(made: Made) -> None:
    rows = (
        "H5,2017,2017,4,2,Export,268,Georgia,GEO,398,Kazakhstan,KAZ,,,,2204,55,,,0\n"
        "H5,2017,2017,4,1,Import,97,EU-28,EU2,268,Georgia,GEO,,,,TOTAL,77,,,0\n"
    )
    found = figures(made("a.csv", LEGACY + rows), "comtrade")
    assert [(each.reporter, each.flow, each.product, each.value) for each in found] == [
        ("GEO", "exports", "2204", 55.0),
        ("IGO.EU", "imports", "TOTAL", 77.0),
    ]


def test_services_are_no_goods(made: Made) -> None:
    (found,) = figures(made("a.csv", V1 + v1(type_="S", split='"0","200","C00","0","0"')), "comtrade")
    assert found.product == "services 200"
