"""UN Comtrade: CSV of the API v1 and of its bulk files, its JSON, and the legacy layouts of 35 columns.

What misleads in these files, and what is done about it:

- The header has 47 names, a row 48 fields (a trailing comma): a reader that takes the first for an index shifts all.
- A file that was shifted so and saved again has no type code in the type column: such rows are rejected.
- Annual rows have month 52 (or 99): the period is read from `period` alone.
- Partners are broken down by second partner, mode of transport, customs procedure and mode of supply: only the totals
  count, else trade is multiplied.
- Imports are CIF, exports FOB; where a row names both, each is kept as what it is.
- The UN has numbers of its own (USA 842), letters with trailing blanks ("_X "), and Taiwan as "Other Asia, nes".
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.observations import Observation, Valuation
from legation.statistics.areas import area
from legation.statistics.rows import Cells, Format, LeftOut, RowError, first, number, observation

SOURCE = "UN Comtrade"
FLOWS = {
    **dict.fromkeys(("m", "1", "import", "imports"), "imports"),
    **dict.fromkeys(("x", "2", "export", "exports"), "exports"),
    **dict.fromkeys(("rx", "3", "re-export", "re-exports"), "re-exports"),
    **dict.fromkeys(("rm", "4", "re-import", "re-imports"), "re-imports"),
}
# field → the values that stand for the total
TOTALS = {
    ("partner2code", "2ndpartnercode", "ptcode2"): ("0",),
    ("motcode", "modeoftransportcode"): ("0",),
    ("customscode", "customsproccode", "cstcode"): ("C00",),
    ("moscode",): ("0",),
}
TYPES = {"C": "", "S": "services "}
VALUE = ("primaryvalue", "tradevalueus", "tradevalue")
SIDES: dict[Valuation, tuple[str, ...]] = {
    "CIF": ("cifvalue", "ciftradevalueus"),
    "FOB": ("fobvalue", "fobtradevalueus"),
}


def observations(row: Cells, vintage: str) -> Iterator[Observation]:
    """The figures of a row: one, or two where both valuations are named."""
    kind = first(row, "typecode", "type") or "C"
    if kind not in TYPES:
        raise RowError("LG410", f"type {kind!r}: the columns are shifted against their header")
    for fields, totals in TOTALS.items():
        if (code := first(row, *fields)) and code not in totals:
            raise LeftOut(f"breakdown by {fields[0].removesuffix('code')}")
    flow = _flow(row)
    for valuation, value in _values(row, flow):
        yield observation(
            source=SOURCE,
            vintage=vintage,
            reporter=_area(row, "reporter", ("reporteriso", "rt3iso"), ("reportercode", "rtcode")),
            partner=_area(row, "partner", ("partneriso", "pt3iso"), ("partnercode", "ptcode")),
            flow=flow,
            product=TYPES[kind] + (first(row, "cmdcode", "commoditycode") or "TOTAL"),
            valuation=valuation,
            period=first(row, "period", "refyear", "year", "yr"),
            unit="USD",
            value=value,
        )


def _flow(row: Cells) -> str:
    written = first(row, "flowcode", "tradeflowcode", "rgcode") or first(row, "flowdesc", "tradeflow", "rgdesc")
    if (flow := FLOWS.get(written.lower())) is None:
        if written.isalpha() and len(written) in (2, 3, 4) and written.isupper():
            raise LeftOut(f"flow {written}, a part of another")
        raise RowError("LG414", f"no flow {written!r}")
    return flow


def _area(row: Cells, what: str, letters: tuple[str, ...], numbers: tuple[str, ...]) -> str:
    found = area(first(row, *letters), first(row, *numbers))
    if found is None:
        raise RowError("LG411", f"no {what}: {first(row, *numbers) or 'blank'}")
    return found


def _values(row: Cells, flow: str) -> Iterator[tuple[Valuation, float]]:
    """The main value as what it is, and the other valuation where the row has that too."""
    main = number(first(row, *VALUE), "value")
    sides = {side: number(text, side) for side, fields in SIDES.items() if (text := first(row, *fields))}
    usual: Valuation = "CIF" if "import" in flow else "FOB"
    own = next((side for side in (usual, *sides) if sides.get(side) == main), usual)
    yield own, main
    yield from ((side, value) for side, value in sides.items() if side != own)


FORMATS = (
    Format("UN Comtrade", lambda header: "primaryvalue" in header and "flowcode" in header, observations),
    Format("UN Comtrade, legacy", lambda header: "tradevalueus" in header, observations),
    Format("UN Comtrade, legacy JSON", lambda header: {"rt3iso", "tradevalue"} <= header, observations),
)
