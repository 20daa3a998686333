"""The phrases that a reader of news must date, one for each way of saying when: all must be right."""

from __future__ import annotations

from dataclasses import dataclass

from legation.language.times import times

SUNDAY = "2020-12-20"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence, the words in it that say when, and their days on the day of publication."""

    text: str
    words: str
    start: str | None
    end: str | None
    published: str = SUNDAY
    comparison: bool = False

    @property
    def right(self) -> bool:
        """Whether the words are one expression of these days."""
        found = [each for each in times(self.text, self.published) if each.text == self.words]
        wanted = (self.start, self.end, self.comparison)
        return [(each.start, each.end, each.comparison) for each in found] == [wanted]


def _year(number: int) -> tuple[str, str]:
    return f"{number}-01-01", f"{number}-12-31"


PHRASES: tuple[Phrase, ...] = (
    # points
    Phrase("They signed it on Dec 20, 2020.", "Dec 20, 2020", "2020-12-20", "2020-12-20"),
    Phrase("They signed it on 3 March 2019.", "3 March 2019", "2019-03-03", "2019-03-03"),
    Phrase("The treaty dates from 2019-03-07.", "2019-03-07", "2019-03-07", "2019-03-07"),
    Phrase("They met in October 2020.", "October 2020", "2020-10-01", "2020-10-31"),
    Phrase("The pact was signed in the year 2019.", "the year 2019", *_year(2019)),
    Phrase("The 2015 agreement is dead.", "2015", *_year(2015)),
    Phrase("They met yesterday.", "yesterday", "2020-12-19", "2020-12-19"),
    Phrase("They met on Friday.", "Friday", "2020-12-18", "2020-12-18"),
    Phrase("They met on Sunday.", "Sunday", "2020-12-20", "2020-12-20"),
    Phrase("They will meet on Sunday.", "Sunday", "2020-12-20", "2020-12-20"),
    Phrase("They will meet on Friday.", "Friday", "2020-12-25", "2020-12-25"),
    Phrase("They will meet next Tuesday.", "next Tuesday", "2020-12-22", "2020-12-22"),
    Phrase("They met last Tuesday.", "last Tuesday", "2020-12-15", "2020-12-15"),
    Phrase("They met on Monday last week.", "Monday last week", "2020-12-07", "2020-12-07"),
    Phrase("They met in March.", "March", "2020-03-01", "2020-03-31"),
    Phrase("They will meet in March.", "March", "2021-03-01", "2021-03-31"),
    Phrase("They met on January 5.", "January 5", "2020-01-05", "2020-01-05"),
    Phrase("They will meet on January 5.", "January 5", "2021-01-05", "2021-01-05"),
    # units about publication
    Phrase("They met last week.", "last week", "2020-12-07", "2020-12-13"),
    Phrase("They met last month.", "last month", "2020-11-01", "2020-11-30"),
    Phrase("They met last year.", "last year", *_year(2019)),
    Phrase("They will meet next month.", "next month", "2021-01-01", "2021-01-31"),
    Phrase("Trade rose this year.", "this year", *_year(2020)),
    Phrase("They met this week.", "this week", "2020-12-14", "2020-12-20"),
    Phrase("It said so earlier this month.", "earlier this month", "2020-12-01", "2020-12-20"),
    Phrase("It said so earlier in the week.", "earlier in the week", "2020-12-14", "2020-12-20"),
    Phrase("They will meet later this year.", "later this year", "2020-12-20", "2020-12-31"),
    Phrase("It fell in the year to date.", "the year to date", "2020-01-01", "2020-12-20"),
    # counted from publication, and from what was said before
    Phrase("They met two weeks ago.", "two weeks ago", "2020-11-30", "2020-12-06"),
    Phrase("They met three days ago.", "three days ago", "2020-12-17", "2020-12-17"),
    Phrase("They will meet in two weeks.", "in two weeks", "2021-01-03", "2021-01-03"),
    Phrase("It was the first visit in three years.", "in three years", "2017-12-20", "2020-12-20"),
    Phrase("Trade rose over the past decade.", "the past decade", "2010-12-20", "2020-12-20"),
    Phrase("Trade rose over the last three months.", "the last three months", "2020-09-20", "2020-12-20"),
    Phrase("Ties warmed in recent months.", "recent months", None, "2020-12-20"),
    Phrase("They met on March 2, 2020. Two weeks later they parted.", "Two weeks later", "2020-03-16", "2020-03-16"),
    Phrase("They met on March 2, 2020 and again the next day.", "the next day", "2020-03-03", "2020-03-03"),
    Phrase("They met in 2014 and parted the following year.", "the following year", *_year(2015)),
    # parts of years, quarters, halves
    Phrase("It rose in the first six months of 2020.", "the first six months of 2020", "2020-01-01", "2020-06-30"),
    Phrase("It fell in the five months to May.", "the five months to May", "2020-01-01", "2020-05-31"),
    Phrase("It rose in January–August.", "January–August", "2020-01-01", "2020-08-31"),
    Phrase("It rose in the first half of this year.", "the first half of this year", "2020-01-01", "2020-06-30"),
    Phrase("It rose in the third quarter of 2020.", "the third quarter of 2020", "2020-07-01", "2020-09-30"),
    Phrase("It rose in Q3 2020.", "Q3 2020", "2020-07-01", "2020-09-30"),
    Phrase("It rose in H1 2020.", "H1 2020", "2020-01-01", "2020-06-30"),
    Phrase("It rose in the last two weeks of May.", "the last two weeks of May", "2020-05-18", "2020-05-31"),
    Phrase("They met late last year.", "late last year", *_year(2019)),
    Phrase("They met in mid-March.", "mid-March", "2020-03-01", "2020-03-31"),
    # ranges, open intervals
    Phrase("It fell from 2013 to 2019.", "from 2013 to 2019", "2013-01-01", "2019-12-31"),
    Phrase("It fell between 2013 and 2019.", "between 2013 and 2019", "2013-01-01", "2019-12-31"),
    Phrase("Talks ran from November 20 to December 11.", "from November 20 to December 11", "2020-11-20", "2020-12-11"),
    Phrase("It will be done by the end of 2021.", "by the end of 2021", None, "2021-12-31"),
    Phrase("It has grown since 2014.", "since 2014", "2014-01-01", None),
    Phrase("It has grown since the start of the year.", "since the start of the year", "2020-01-01", None),
    Phrase("It holds until March 2021.", "until March 2021", None, "2021-03-31"),
    Phrase("It was signed before 2014.", "before 2014", None, "2013-12-31"),
    Phrase("It was signed after 2014.", "after 2014", "2015-01-01", None),
    # durations, with an anchor and without; sets
    Phrase("They talked for three days.", "three days", None, None),
    Phrase("It closes for three days from January 4.", "for three days from January 4", "2021-01-04", "2021-01-06"),
    Phrase("They meet every year.", "every year", None, None),
    # decades, fiscal years, other calendars
    Phrase("Ties cooled in the 1990s.", "the 1990s", "1990-01-01", "1999-12-31"),
    Phrase("Ties cooled in the sixties.", "the sixties", "1960-01-01", "1969-12-31"),
    Phrase("It ruled the 20th century.", "the 20th century", "1900-01-01", "1999-12-31"),
    Phrase("India sold more in the 2019-20 fiscal year.", "the 2019-20 fiscal year", "2019-04-01", "2020-03-31"),
    Phrase("The US spent more in fiscal 2020.", "fiscal 2020", "2019-10-01", "2020-09-30"),
    Phrase("It grew in the Iranian year 1398.", "the Iranian year 1398", "2019-03-21", "2020-03-19"),
    Phrase("It fell in Farvardin 1399.", "Farvardin 1399", "2020-03-20", "2020-04-19"),
    Phrase("It fell on 22 Bahman 1357.", "22 Bahman 1357", "1979-02-11", "1979-02-11"),
    Phrase("They met on 9 Ramadan 1441.", "9 Ramadan 1441", "2020-05-02", "2020-05-02"),
    # the base of a comparison
    Phrase(
        "It rose in the first six months of 2020 against the same period last year.",
        "the same period last year",
        "2019-01-01",
        "2019-06-30",
        comparison=True,
    ),
    Phrase("It rose compared with 2019.", "2019", *_year(2019), comparison=True),
    Phrase("In May 2020 trade fell 5% year-on-year.", "year-on-year", "2019-05-01", "2019-05-31", comparison=True),
)
