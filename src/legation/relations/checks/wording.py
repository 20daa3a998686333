"""What checks say: names, days, records and verdicts in plain English."""

from __future__ import annotations

from legation.records import Claim, Period
from legation.relations.names import name_of
from legation.statistics.periods import days as read_days

VERDICTS = {
    "supported": "holds",
    "contradicted": "does not hold",
    "undecided": "can't be decided",
}
UNITS = {
    "percent": "percent",
    "USD": "dollars",
    "percentage points": "percentage points",
    "ratio": "times",
    "count": "",
}
SCALES = ((1e9, "billion"), (1e6, "million"))


def name(code: str) -> str:
    """The name of a country or an organisation."""
    return name_of(code)


def record(written: str) -> str:
    """Whose record it is.

    >>> record("RUS/UN Comtrade"), record("RUS/stated")
    ("Russia's record in UN Comtrade", "Russia's record as officials state it")
    >>> record("/K. Jalali")
    'figures of K. Jalali, record not named'
    """
    reporter, _, source = written.partition("/")
    if not reporter:
        return f"figures of {source}, record not named"
    return f"{name(reporter)}'s record " + ("as officials state it" if source == "stated" else f"in {source}")


def days(start: str, end: str) -> str:
    """A window, short.

    >>> days("2020-01-01", "2020-12-31"), days("2020-01-01", "2020-06-30"), days("2020-01-01", "2020-12-20")
    ('2020', '2020-01 to 2020-06', '2020-01-01 to 2020-12-20')
    """
    year, months = read_days(start[:4]), read_days(f"{start[:7]}..{end[:7]}")
    if year == (start, end):
        return start[:4]
    if months == (start, end):
        return f"{start[:7]} to {end[:7]}" if start[:7] != end[:7] else start[:7]
    return f"{start} to {end}"


def way(direction: str) -> str:
    """A direction of trade in words."""
    seller, _, buyer = direction.partition(">")
    return f"{name(seller)} to {name(buyer)}" if buyer else "trade"


def amount(value: float, unit: str | None) -> str:
    """A computed value as one prints it.

    >>> amount(39.84, "percent"), amount(1.588e9, "USD"), amount(3.0, "count")
    ('39.8 percent', '1.59 billion dollars', '3')
    """
    if unit == "USD":
        scale, word = next((each for each in SCALES if abs(value) >= each[0]), (1.0, ""))
        return " ".join(filter(None, (f"{value / scale:.3g}", word, "dollars")))
    if unit == "percent":
        return f"{value:.1f} percent"
    return " ".join(filter(None, (f"{value:.3g}", UNITS.get(unit or "", unit or ""))))


KINDS = {
    "change": "change of {what}",
    "level": "level of {what}",
    "count": "number of {what}",
    "trend": "course of {what}",
    "rank": "standing of {what} among all times",
    "comparison": "growth of {what} faster than the other way",
    "exclusive": "{what} as with no other",
    "dated": "date of {what}",
}


def form(claim: Claim) -> str:
    """A claim in its normal form: measure, sides, direction, value, period, base.

    >>> form(Claim(id="c", kind="change", measure="trade", dyad=("IRN", "RUS"), direction="up", value=20.0,
    ...     unit="percent", bound="at_least", span=(0, 1), sentence=0, text="x", confidence=1.0))
    'change of trade between Iran and Russia: up, at least 20 percent'
    """
    said = asserted(claim)
    return subject(claim) + (f": {said}" if said else "")


def subject(claim: Claim) -> str:
    """What a claim is about."""
    return KINDS[claim.kind].format(what=_what(claim))


def asserted(claim: Claim) -> str:
    """What it says of that: direction, value, period, base."""
    bound = (claim.bound or "exact").replace("exact", "").replace("_", " ")
    value = (
        f"{bound} {amount(claim.value, claim.unit) if claim.value and claim.unit == 'USD' else _plain(claim)}".strip()
    )
    when, base = _when("in", claim.period), _when("against", claim.baseline)
    return ", ".join(filter(None, (claim.direction, value, when, base)))


def _what(claim: Claim) -> str:
    """ "imports of Russia from Iran", "trade between Iran and Russia"."""
    measure, sides = claim.measure or "a figure", [name(code) for code in claim.dyad]
    partner = {"imports": "from", "exports": "to"}.get(measure)
    if len(sides) == 2 and partner:
        return f"{measure} of {sides[0]} {partner} {sides[1]}"
    return f"{measure} {'between' if len(sides) > 1 else 'of'} {' and '.join(sides)}" if sides else measure


def _plain(claim: Claim) -> str:
    if claim.value is None:
        return ""
    unit = "" if claim.unit in (None, "count") else f" {claim.unit}"
    return f"{claim.value:g}{unit}"


def _when(word: str, period: Period | None) -> str:
    if period is None or not (period.start or period.end):
        return ""
    start, end = period.start, period.end
    return f"{word} {days(start, end)}" if start and end else f"{word} {start or '…'} to {end or '…'}"
