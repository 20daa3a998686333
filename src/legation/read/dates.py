"""Publication dates: as a source writes them → `YYYY-MM-DD`; what could be read in two ways is refused.

>>> parse("Sun, 20 Dec 2020 16:20:00 +0000"), parse(20201220)
('2020-12-20', '2020-12-20')
"""

from __future__ import annotations

import calendar
import re
from datetime import date

from legation.errors import DocumentError, UsageError

FIRST_YEAR = 1600  # no newspaper is older
HINT = "write dates as YYYY-MM-DD"

MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
}
TIME = r"(?:[T,\s]+\d{1,2}(?::?\d{2}.*)?)?\s*"
DAY, NAME, YEAR = r"(?P<day>\d{1,2})", r"(?P<month>[a-z]{3,9})\.?", r"(?P<year>\d{4})"
WEEKDAY = r"(?:[a-z]{3,9}\.?,?\s+)?"
FORMS = tuple(
    re.compile(form + TIME, re.ASCII | re.IGNORECASE | re.DOTALL)
    for form in (
        rf"{YEAR}(?P<sep>[-/.])(?P<month>\d{{1,2}})(?P=sep){DAY}",  # 2020-12-20, ISO 8601 datetimes, 2020/12/20
        rf"{YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:\d{{4,6}}Z?)?",  # 20201220, 20201220T123000Z, 20201220123000
        rf"{WEEKDAY}{DAY}[\s-]+{NAME}[,\s-]+{YEAR}",  # RFC 2822; 20 December 2020
        rf"{WEEKDAY}{NAME}\s+{DAY}(?:st|nd|rd|th)?,?\s+{YEAR}",  # December 20, 2020
    )
)
TWO_WAYS = re.compile(r"\s*\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b", re.ASCII)


def parse(value: object) -> str:
    """The day that a source's date names, as written: no time zone is applied.

    Read are ISO dates and datetimes, YYYYMMDD, RFC 2822 and dates with the month's name.
    Raises DocumentError LG402 for all else: days no calendar has, and 03/04/2020, which can be read in two ways.
    """
    written = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if len(written) <= 100:
        for form in FORMS:
            if match := form.fullmatch(written):
                return _day(written, match)
    if TWO_WAYS.match(written):
        raise DocumentError("LG402", f"which number is the day and which the month is not sure: {_short(value)}", HINT)
    raise DocumentError("LG402", f"not a date: {_short(value)}", HINT)


def exact(value: str | None) -> str | None:
    """The date that a caller gives; raises UsageError LG103 unless it is a day written YYYY-MM-DD."""
    if value is None:
        return None
    try:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            return parse(value)
    except DocumentError:
        pass
    raise UsageError("LG103", f"not a day written YYYY-MM-DD: {_short(value)}", "for instance 2020-12-20")


def _day(written: str, match: re.Match[str]) -> str:
    month = match["month"].casefold()
    number = int(month) if month.isdigit() else MONTHS.get("sep" if month == "sept" else month, 0)
    try:
        day = date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        raise DocumentError("LG402", f"no calendar has the day {_short(written)}", HINT) from None
    if day.year < FIRST_YEAR:
        raise DocumentError("LG402", f"too early for a publication date: {_short(written)}", HINT)
    return day.isoformat()


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}…"
