"""The claims of a store checked, and the checks stored beside them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import msgspec

from legation.records import Check, Claim, Row
from legation.relations.checks.case import case
from legation.relations.checks.check import check
from legation.store import Found, Store
from legation.store.folder import now
from legation.store.tables import quote

AT_ONCE = 500


class Checked(Row, frozen=True, kw_only=True):
    """A check with the claim it is of and the document that it stands in."""

    pair: tuple[str, str]
    found: Found[Claim]
    check: Check


def check_store(store: Store, a: str | None = None, b: str | None = None, *, claim: str | None = None) -> list[Checked]:
    """Check the claims of a pair, of one claim by its id, or of all pairs; nothing is written.

    Raises `UsageError` LG102 where both sides are the same.
    """
    checked: dict[str, Checked] = {}
    for one, other in [(a, b)] if a and b else _pairs(store, claim):
        found = case(store, one, other)
        for each in found.claims:
            if each.row.id not in checked and (claim is None or each.row.id == claim):
                checked[each.row.id] = Checked(pair=(found.a, found.b), found=each, check=check(each, found))
    return list(checked.values())


def store_checks(store: Store, checked: list[Checked]) -> None:
    """Put checks in the place of earlier ones of their claims; raises `StoreError` LG503 while another run writes."""
    at = now()
    rows = [{"document": each.found.document, "checked": at, **msgspec.structs.asdict(each.check)} for each in checked]
    with store.writing() as writer:
        for start in range(0, len(rows), AT_ONCE):
            some = rows[start : start + AT_ONCE]
            writer.add("checks", some)
            ids = ", ".join(quote(str(row["claim"])) for row in some)
            writer.drop("checks", f"checked < {quote(at)} AND claim IN ({ids})")


def _pairs(store: Store, claim: str | None) -> Iterator[tuple[str, str]]:
    """The pairs that claims belong to; for one claim, its own."""
    one = f" AND id = {quote(claim)}" if claim else ""
    rows: list[tuple[Any, ...]] = store.sql(
        f"SELECT DISTINCT a, b FROM pairs WHERE kind = 'claim'{one} ORDER BY a, b"
    ).fetchall()
    yield from ((a, b) for (a, b), _ in groupby(rows))
