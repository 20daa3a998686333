"""The consistency checks of the sample of trade claims: do the same figures come out, with the same verdicts?"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from legation.evaluation.figure import Figure as Line
from legation.records import Claim, ClaimKind, Direction, Period
from legation.relations.checks.consistency import Finding, findings
from legation.relations.checks.figures import Figure, of_claim
from legation.statistics.offices import reporter_of
from legation.statistics.periods import calendar_of, days
from legation.statistics.stated import BETWEEN, DIRECTION, TRAILING

FOLDER = "samples/claims_rus_irn"
PAIR = ("RUS", "IRN")
MILLION = 1_000_000
RISES = re.compile(r"\b(increas|grew|rose|surg|up\b)")
# how a verdict of the sheet begins → the relation that must come out
VERDICTS = {
    "CONFLICT": "conflict",
    "CONTRADICTED": "conflict",
    "INCONSISTENT": "conflict",
    "CONSISTENT": "consistent",
    "MIRROR": "gap",
    "c01 hard to square": "strained",
}
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
NAMED = re.compile(r"\bc\d\d\b")


def measure(data: Path) -> Iterator[Line]:
    """How many checks come out with their figure and their verdict, in percent."""
    figures = [figure for row in _rows(data) for claim in claims(row) if (figure := _figure(row, claim))]
    found = [_by_row(each) for each in findings(figures)]
    with (data / FOLDER / "consistency_checks.csv").open(encoding="utf-8", newline="") as file:
        checks = list(csv.DictReader(file))
    wrong = [check["id"] for check in checks if not right(check, found)]
    share = 100 * (1 - len(wrong) / len(checks))
    yield Line("consistency", f"{len(checks)} checks", "figure and verdict", share, 100.0, ", ".join(wrong))


def claims(row: dict[str, Any]) -> Iterator[Claim]:
    """The claims of a row in normal form: a level, a growth, or a rise without a figure."""
    period, base = _period(row["period"]), _period(row["base_period"])
    measure, dyad = _measure(row["flow"], row["basis"])
    value, share = row["value_usd_m"], row["pct"]

    def claim(kind: ClaimKind, **more: Any) -> Claim:
        name = f"{row['id']}.{kind}"
        return Claim(
            id=name,
            kind=kind,
            measure=measure,
            dyad=dyad,
            period=period,
            span=(0, len(row["quote"])),
            sentence=0,
            text=row["quote"],
            confidence=1.0,
            **more,
        )

    if value is not None:
        yield claim("level", value=value * MILLION, unit="USD")
    moved: Direction | None = "up" if share is None or share > 0 else "down"
    if share is not None:
        yield claim("change", value=abs(share), unit="percent", direction=moved, baseline=base)
    elif base and RISES.search(row["quote"]):
        yield claim("change", direction="up", baseline=base)


def right(check: dict[str, str], found: Sequence[Finding]) -> bool:
    """A finding on the claims that the check names has its number, as printed, and its verdict; none has another."""
    wanted = next(relation for head, relation in VERDICTS.items() if check["verdict"].startswith(head))
    subject = NAMED.findall(f"{check['check']} {check['stated_or_other']}")
    number = next(iter(NUMBER.findall(check["computed"])))
    own = [each for each in found if _on(each, subject) and _prints(each, number)]
    return bool(own) and {each.relation for each in own} == {wanted}


def _on(finding: Finding, named: Sequence[str]) -> bool:
    return len({*named} & {*finding.ids}) >= min(2, len({*named}))


def _prints(finding: Finding, number: str) -> bool:
    computed = finding.computed / MILLION if finding.unit == "USD" else finding.computed
    half = 0.5 * 10 ** -len(number.removesuffix(".0").partition(".")[2])
    return bool(abs(computed - float(number)) <= half)


def _by_row(finding: Finding) -> Finding:
    ids = tuple(dict.fromkeys(id.partition(".")[0] for id in finding.ids))
    return Finding(finding.rule, finding.relation, ids, finding.computed, finding.unit, finding.stated)


def _rows(data: Path) -> list[dict[str, Any]]:
    lines = (data / FOLDER / "claims.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _figure(row: dict[str, Any], claim: Claim) -> Figure | None:
    speaker, record = row["speaker"].split(",")[0].split(" (")[0], reporter_of(row["basis"])
    return of_claim(claim, speaker=speaker, record=record, text=row["url"], said=row["published"])


def _period(written: str | None) -> Period | None:
    if written is None:
        return None
    plain = TRAILING.sub("", written)
    found = days(plain, calendar_of(int(plain[:4])))
    return Period(start=found[0], end=found[1], text=written) if found else None


def _measure(flow: str, basis: str) -> tuple[str, tuple[str, str]]:
    if match := DIRECTION.search(flow):
        seller, buyer = match.groups()
        return ("imports", (buyer, seller)) if reporter_of(basis) == buyer else ("exports", (seller, buyer))
    if BETWEEN.search(flow):
        return "trade", ("IGO.EAEU", "IRN")
    return "trade", PAIR
