"""The reports `legation demo` codes: short, dated, in our own words, about public events of 2018 to 2024.

Three pairs: Iran–Russia, China–United States, India–Pakistan. They demonstrate; they are no source.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from legation.records import Document

REPORTS = Path(__file__).with_name("reports.jsonl")
PAIRS = (("IRN", "RUS"), ("CHN", "USA"), ("IND", "PAK"))


class _Report(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of `reports.jsonl`."""

    id: str
    date: str
    outlet: str
    title: str
    text: str


def reports() -> list[Document]:
    """All demonstration reports, pair by pair, each pair by date.

    >>> reports()[0].id
    'irn-rus-2018-05-09'
    """
    lines = REPORTS.read_bytes().splitlines()
    return [_document(msgspec.json.decode(line, type=_Report)) for line in lines]


def _document(report: _Report) -> Document:
    return Document(
        id=report.id,
        text=report.text,
        published=report.date,
        outlet=report.outlet,
        title=report.title,
        language="en",
    )
