"""One claim → its check: every reading tried, the verdict, and a sentence that can be printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation.records import Check, Claim, Test, Verdict
from legation.relations.checks import counts, course, flows, wording
from legation.relations.checks.case import Case
from legation.relations.checks.consistency import Finding, about
from legation.relations.checks.figures import MEASURES
from legation.store import Found

RELATIONS: dict[str, Verdict] = {
    "consistent": "supported",
    "conflict": "contradicted",
    "strained": "undecided",
    "gap": "undecided",
}
RULES = {
    "levels": "the growth that its own two levels give",
    "base": "the base that a level and its growth imply, against what is said of that time",
    "direction": "the change against what another record implies",
    "residual": "trade less the other direction",
    "parts": "the sum of both directions, to be squared with the growth stated",
    "mirror": "the importer's record over the exporter's, by the day",
}


def check(found: Found[Claim], case: Case) -> Check:
    """Whether a claim holds against the statistics, the record, and what else is claimed."""
    claim = found.row
    primary = [*flows.tests(claim, found.published, case), *counts.tests(found, case), *course.tests(found, case)]
    arithmetic = [_test(each) for each in about(claim.id, case.findings)]
    verdict, deciding = decide(primary, arithmetic)
    rest = [each for each in (*primary, *arithmetic) if each is not deciding]
    tried = tuple([deciding, *rest] if deciding else rest)
    lacking = _missing(found, case, primary) if verdict == "undecided" else None
    return Check(
        claim=claim.id,
        verdict=verdict,
        computed=deciding.computed if deciding else None,
        unit=deciding.unit if deciding else None,
        evidence=_evidence(deciding, tried, claim.id),
        method=deciding.method if deciding else "none",
        note=sentence(found, case, verdict, deciding, rest, lacking),
        missing=lacking,
        form=wording.form(claim),
        tests=tried,
    )


def decide(primary: Sequence[Test], arithmetic: Sequence[Test]) -> tuple[Verdict, Test | None]:
    """The verdict and the test that it rests on.

    A reading under which a claim is true supports it; it is refuted where no reading does and the first that decides
    refutes it. Arithmetic refutes what it contradicts, and supports only what no other test speaks of.
    """
    for verdict in ("supported", "contradicted"):
        for tests in (primary, arithmetic):
            deciding = next((test for test in tests if test.verdict == verdict), None)
            if deciding is None:
                continue
            if verdict == "supported" and any(test.verdict == "contradicted" for test in arithmetic):
                break
            return deciding.verdict, deciding
    weighed = [*primary, *arithmetic]
    return "undecided", weighed[0] if weighed else None


def _test(finding: Finding) -> Test:
    stated = "" if finding.stated is None else f"; stated: {wording.amount(finding.stated, _unit(finding))}"
    return Test(
        method=f"arithmetic: {finding.rule}",
        reading=f"{RULES[finding.rule]}{stated}",
        verdict=RELATIONS[finding.relation],
        computed=finding.computed,
        unit=finding.unit,
        evidence=finding.ids,
        gap=finding.relation == "gap",
    )


def _unit(finding: Finding) -> str:
    return "percent" if finding.rule == "parts" else finding.unit


def _evidence(deciding: Test | None, tried: Sequence[Test], own: str) -> tuple[str, ...]:
    """The rows of the deciding test; where nothing decides, those of all that were tried."""
    tests = [deciding] if deciding and deciding.verdict != "undecided" else tried
    return tuple(dict.fromkeys(id for test in tests if test for id in test.evidence if id != own))


def _missing(found: Found[Claim], case: Case, tried: Sequence[Test]) -> str:
    claim = found.row
    if claim.measure in MEASURES:
        return flows.missing(claim, case)
    if claim.kind == "count" and any(test.method == "count" for test in tried):
        return counts.missing(found, tried)
    if claim.measure in course.RELATIONS or claim.kind in ("exclusive", "dated"):
        return course.missing(found)
    return f"no record or series of {claim.measure or 'what is measured'} is at hand"


def sentence(
    found: Found[Claim], case: Case, verdict: Verdict, deciding: Test | None, rest: Sequence[Test], lacking: str | None
) -> str:
    """What a journalist can print.

    Who says what; whether it holds; by what; how many other readings say otherwise; what is missing.
    """
    who = case.speaker(found.row) or found.outlet or "The report"
    head = f"{who[:1].upper()}{who[1:]}'s claim – {wording.form(found.row)} – {wording.VERDICTS[verdict]}"
    parts = [part for part in _reasons(verdict, deciding, rest) if part]
    if lacking:
        parts.append(f"missing: {lacking}")
    return f"{head}{': ' if parts else ''}{'; '.join(parts)}."


def _reasons(verdict: Verdict, deciding: Test | None, rest: Sequence[Test]) -> Iterator[str]:
    if deciding is None:
        return
    value = "" if deciding.computed is None else f"{wording.amount(deciding.computed, deciding.unit)} "
    yield f"{value}by {deciding.reading}" if value else deciding.reading
    if deciding.gap:
        yield "the two records differ by more than freight can: compare growth, not levels"
    other = sum(test.verdict not in (verdict, "undecided") for test in rest)
    if other:
        yield f"{other} other reading{'s' if other > 1 else ''} would say otherwise"
