"""The tables of a store and their columns, derived from the records.

A column type is DuckDB's JSON structure: a type name, `[element]` for a list, `{field: type}` for a struct.
Scalar fields stay scalar; nested ones stay nested (Arrow list and struct), so nothing is parsed on reading.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import inspect

from legation.observations import Observation, Reject
from legation.records import ActorRef, Check, Claim, Document, Event, Issue, Row, Statement

Structure = str | list[Any] | dict[str, Any]
Columns = dict[str, Structure]

SCALARS: dict[type[inspect.Type], str] = {
    inspect.StrType: "VARCHAR",
    inspect.IntType: "BIGINT",
    inspect.FloatType: "DOUBLE",
    inspect.BoolType: "BOOLEAN",
    inspect.LiteralType: "VARCHAR",
}


class Run(Row, frozen=True, kw_only=True):
    """One ingest run. `seq` orders the states of a run; `status` is running, done, interrupted, failed or killed.

    `lexicon` is the digest of the overlay that it coded with, `register` that of the learned actors as it began.
    """

    id: str
    seq: int = 0
    status: str = "running"
    started: str
    finished: str | None = None
    legation: str
    schema: str
    lexicon: str | None = None
    register: str | None = None
    read: int = 0
    skipped: int = 0
    documents: int = 0
    replaced: int = 0
    duplicates: int = 0
    failed: int = 0
    events: int = 0
    statements: int = 0
    claims: int = 0
    issues: int = 0


class Dyad(Row, frozen=True, kw_only=True):
    """That a row belongs to the pair `a`–`b` (alphabetical), which way it goes, and when.

    `way`: `forth` a→b, `back` b→a, `mutual`, or `beside` (both on one side of an act toward others).
    """

    kind: str
    id: str
    a: str
    b: str
    way: str
    since: str | None = None
    until: str | None = None


def structure(kind: inspect.Type) -> Structure:
    """The column type of one field type; raises `TypeError` for a type no record uses."""
    match kind:
        case inspect.UnionType(types=types):
            (inner,) = [each for each in types if not isinstance(each, inspect.NoneType)]
            return structure(inner)
        case inspect.StructType(cls=cls):
            return columns(cls)
        case inspect.VarTupleType(item_type=item) | inspect.ListType(item_type=item):
            return [structure(item)]
        case inspect.TupleType(item_types=items):
            return [structure(items[0])]
    if type(kind) not in SCALARS:
        raise TypeError(f"no column type for {kind!r}")
    return SCALARS[type(kind)]


def columns(row: type[msgspec.Struct]) -> Columns:
    """The columns of a record type.

    >>> columns(Issue)
    {'code': 'VARCHAR', 'message': 'VARCHAR', 'span': ['BIGINT']}
    """
    info = inspect.type_info(row)
    assert isinstance(info, inspect.StructType)
    return {field.encode_name: structure(field.type) for field in info.fields}


def ddl(kind: Structure) -> str:
    """The column type in DuckDB's SQL.

    >>> ddl([{"start": "VARCHAR", "span": ["BIGINT"]}])
    'STRUCT("start" VARCHAR, "span" BIGINT[])[]'
    """
    if isinstance(kind, str):
        return kind
    if isinstance(kind, list):
        return f"{ddl(kind[0])}[]"
    return "STRUCT(" + ", ".join(f'"{name}" {ddl(each)}' for name, each in kind.items()) + ")"


BATCH: Columns = {"batch": "BIGINT"}
KEY: Columns = {**BATCH, "document": "VARCHAR", "row": "BIGINT"}

# written apart from documents: each commit of one of these stands alone, and a store made before them lacks them
APART: dict[str, Columns] = {
    "series": columns(Observation),
    "rejects": columns(Reject),
    "checks": {"document": "VARCHAR", "checked": "VARCHAR"} | columns(Check),
}
# documents comes last of the tables of a batch: its rows are what commits it
TABLES: dict[str, Columns] = {
    "actors": KEY | columns(ActorRef),
    "events": KEY | columns(Event),
    "statements": KEY | columns(Statement),
    "claims": KEY | columns(Claim),
    "issues": KEY | columns(Issue),
    "pairs": BATCH | {"document": "VARCHAR"} | columns(Dyad),
    "documents": BATCH
    | {"row": "BIGINT", "run": "VARCHAR"}
    | columns(Document)
    | {
        "schema": "VARCHAR",
        "sentences": [["BIGINT"]],
        "skipped": "BIGINT",
        "fingerprint": "VARCHAR",
        "digest": "VARCHAR",
    },
    "runs": columns(Run),
    **APART,
}
ROWS: dict[str, type[Row]] = {
    "actors": ActorRef,
    "events": Event,
    "statements": Statement,
    "claims": Claim,
    "issues": Issue,
}
