"""Files with the defects of the real ones, and figures of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from legation.observations import Observation, Reject
from legation.statistics import read
from legation.store import Store, open_store

Made = Callable[[str, str | bytes], Path]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """Writes a file."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "relations", create=True) as opened:
        yield opened


def figures(path: Path, source: str, **about: object) -> list[Observation]:
    """The figures of a file."""
    return [item for item in read(path, source, **about).items() if isinstance(item, Observation)]  # type: ignore[arg-type]


def rejects(path: Path, source: str, **about: object) -> list[tuple[int, str]]:
    """Line and code of the rows that are none."""
    items = read(path, source, **about).items()  # type: ignore[arg-type]
    return [(item.line, item.code) for item in items if isinstance(item, Reject)]


V1 = (
    "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,partnerCode,"
    "partnerISO,partnerDesc,partner2Code,cmdCode,customsCode,mosCode,motCode,cifvalue,fobvalue,primaryValue,"
    "legacyEstimationFlag,isReported,isAggregate\r\n"
)


def v1(
    reporter: str = '"398","KAZ","Kazakhstan"',
    flow: str = "M",
    partner: str = '"268","GEO","Georgia"',
    period: str = "2019",
    values: str = '"120","","120"',
    split: str = '"0","TOTAL","C00","0","0"',
    type_: str = "C",
) -> str:
    """A row of the API's CSV: it ends in a comma more than its header has."""
    month = "52" if len(period) == 4 else period[4:]
    head = f'"{type_}","A","{period}0101","{period[:4]}","{month}","{period}"'
    second, product, *rest = split.split(",")
    parts = (head, reporter, f'"{flow}"', partner, second, product, *rest, values, '"0","false","true"')
    return ",".join(parts) + ",\r\n"
