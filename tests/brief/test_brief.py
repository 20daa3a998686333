"""The brief: no sentence without a note, and every note can be reached."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import msgspec
import pytest

from legation.brief import brief
from legation.errors import UsageError
from legation.records import ActorRef, Content, Cue, Date, Document, Record, Stance, Statement
from legation.store import Store
from tests.brief.sample_records import VISIT, records


class Page(HTMLParser):
    """Ids, links, and the sentences with the notes in their list item."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.refs: list[str] = []
        self.lines: list[dict[str, list[str]]] = []
        self.notes: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.append(found["id"])
        if found.get("class") == "line":
            self.lines.append({"refs": [], "sentences": []})
        if found.get("class") == "sentence":
            self.lines[-1]["sentences"].append("")
        if found.get("class") == "ref":
            self.refs.append(found["href"])
            self.lines[-1]["refs"].append(found["href"])


def section(text: str, name: str) -> str:
    return text.partition(f'<h2 id="{name}">')[2].partition("</section>")[0]


def test_every_sentence_ends_with_notes_and_every_note_is_reached(store: Store) -> None:
    made = brief(store, "IRN", "RUS")
    page = Page(made.html())
    assert len(page.lines) == sum(section.total for section in made.sections) == 7
    assert all(line["refs"] for line in page.lines)
    assert {ref.removeprefix("#") for ref in page.refs} == {id for id in page.ids if id.startswith("note-")}
    assert len(page.ids) == len(set(page.ids))


def test_every_row_of_the_pair_stands_under_some_note(store: Store) -> None:
    made = brief(store, "IRN", "RUS")
    held = made.dossier
    shown = (*held.facts, *held.beside, *held.others, *held.statements, *held.claims)
    rows = {found.row.id for found in shown}
    assert len(rows) == 7
    assert {row for note in made.notes for row in note.rows} == rows


def test_a_note_quotes_the_whole_sentence_with_its_source(store: Store) -> None:
    note = next(note for note in brief(store, "IRN", "RUS").notes if "arrived in Tehran" in note.quote)
    assert note.quote == VISIT[: VISIT.index(" Lavrov told")]
    assert (note.document.outlet, note.document.published) == ("The Daily Sample", "2020-10-13")
    assert note.document.url == "https://example.org/visit?a=1&b=2"


def test_only_what_occurred_stands_among_the_facts(store: Store) -> None:
    text = brief(store, "IRN", "RUS").html()
    happened, unreal = section(text, "happened"), section(text, "unreal")
    assert "paid a visit" in happened
    assert "cooperated" in happened
    assert "moved troops" not in happened
    assert "moved troops" in unreal
    assert "may make an agreement" in unreal


def test_acts_of_both_toward_a_third_stand_apart(store: Store) -> None:
    text = brief(store, "IRN", "RUS").html()
    assert "voiced disapproval" in section(text, "beside")
    assert "voiced disapproval" not in section(text, "happened")
    assert "voiced disapproval" in section(brief(store, "IRN", "USA").html(), "happened")


def test_statements_show_their_chain_and_claims_their_speaker(store: Store) -> None:
    text = brief(store, "IRN", "RUS").markdown()
    words = "told reporters, TASS said, that trade with Iran had grown by more than 20 percent this year."
    assert f"Foreign Minister Sergei Lavrov (Russia), through TASS, “{words}”" in text
    assert "Foreign Minister Sergei Lavrov (Russia): “grown by more than 20 percent this year”" in text
    assert "– trade between Iran and Russia up by at least 20 percent, 2020" in text
    assert "None of them has been checked" in text


def test_a_coded_line_is_followed_by_the_sentence_it_rests_on(store: Store) -> None:
    text = section(brief(store, "IRN", "RUS").html(), "happened")
    assert f'<q class="under">{VISIT[: VISIT.index(" Lavrov told")]}</q>' in text


def test_long_sections_are_parted_by_years(store: Store) -> None:
    first = records()[0]
    document = first.document
    for year in range(2010, 2020):
        event = msgspec.structs.replace(first.events[0], id=f"e{year}", date=Date(start=f"{year}-05-01"))
        other = msgspec.structs.replace(document, id=f"d{year}", text=f"{document.text} {year}")
        store.write([msgspec.structs.replace(first, document=other, events=(event,), statements=(), claims=())])
    text = brief(store, "IRN", "RUS").html()
    years = [int(year) for year in re.findall(r"<h3>(\d+)</h3>", section(text, "happened"))]
    assert years == sorted(years, reverse=True)
    assert set(range(2010, 2020)) < set(years)
    assert "<h3>" not in section(text, "said")


def test_a_statement_that_only_reports_another_is_told_with_it(store: Store) -> None:
    text = "IRNA reported that Russia had thanked Iran."
    iran = ActorRef(text="Iran", span=(38, 42), actor="IRN", country="IRN", name="Iran")
    irna = ActorRef(text="IRNA", span=(0, 4), actor="IRN.MED.IRNA", country="IRN", name="IRNA", sector="MED")
    russia = ActorRef(text="Russia", span=(19, 25), actor="RUS", country="RUS", name="Russia")
    shared = {"mode": "indirect", "date": Date(start="2020-05-05", end="2020-05-05"), "sentence": 0, "confidence": 0.9}
    above = Statement(
        id="s1",
        speakers=(irna,),
        cue=Cue(text="reported", lemma="report", span=(5, 13)),
        content=Content(text=text[14:42], spans=((14, 42),)),
        span=(0, 42),
        text=text[:42],
        **shared,
    )
    inner = Statement(
        id="s2",
        speakers=(russia,),
        cue=Cue(text="thanked", lemma="thank", span=(30, 37)),
        content=Content(text="Iran", spans=((38, 42),)),
        stance=(Stance(toward="IRN", value=0.5),),
        parent="s1",
        span=(19, 42),
        text=text[19:42],
        **shared,
    )
    document = Document(id="irna", text=text, published="2020-05-05")
    store.write(
        [Record(document=document, sentences=((0, 43),), actors=(iran, irna, russia), statements=(above, inner))]
    )
    made = brief(store, "IRN", "RUS", to="2020-06-01")
    (line,) = next(section for section in made.sections if section.name == "said").lines
    assert line.text == "Reported 5 May 2020: Russia “had thanked Iran”, according to IRNA"
    assert made.notes[line.notes[0] - 1].rows == ("s2", "s1")


def test_what_could_not_be_seen_is_said(store: Store) -> None:
    unseen = {fact.label: fact.value for fact in brief(store, "IRN", "RUS").unseen}
    assert unseen["Months without any document"] == "10 of 12"
    assert unseen["Documents without an outlet"] == "1"
    assert unseen["Rows with a confidence below one half"] == "1"
    assert any(label.startswith("LG407") for label in unseen)


def test_a_window_leaves_out_what_lies_outside(store: Store) -> None:
    made = brief(store, "IRN", "RUS", frm="2020-12-01", to="2020-12-31")
    assert [found.document.id for found in made.dossier.facts] == ["strike-2"]
    assert not made.dossier.statements
    assert "No statement is recorded." in made.html()


def test_the_newest_rows_are_shown_when_there_are_too_many(store: Store) -> None:
    made = brief(store, "IRN", "RUS", most=1)
    happened = made.sections[0]
    assert (len(happened.lines), happened.total) == (1, 2)
    assert "Shown: the newest 1 of 2" in made.html()


def test_the_file_is_self_contained_and_escaped(store: Store) -> None:
    text = brief(store, "IRN", "RUS").html()
    assert not re.search(r"<(?:script|link|img|iframe)\b", text)
    assert "@import" not in text
    assert "url(http" not in text
    assert "<toward>" not in text
    assert "&lt;toward&gt;" in text
    assert 'href="javascript' not in text


def test_markdown_has_a_definition_for_every_note(store: Store) -> None:
    text = brief(store, "IRN", "RUS").markdown()
    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert used == set(re.findall(r"^\[\^(\d+)\]:", text, re.M))
    assert all(
        re.search(r"\[\^\d+\]$", line)
        for line in text.splitlines()
        if re.match(r"- (?!\*\*\w[\w ]*\*\*:)[^:]+\d{4}: ", line)
    )
    assert "\\<toward\\>" in text


def test_the_same_pair_in_either_order_gives_the_same_brief(store: Store) -> None:
    assert brief(store, "IRN", "RUS").html() == brief(store, "RUS", "IRN").html()


def test_a_pair_without_rows_gives_a_brief_that_says_so(store: Store) -> None:
    made = brief(store, "FRA", "JPN")
    assert "No event is recorded as having occurred." in made.html()
    assert not made.notes


def test_a_country_with_itself_is_refused(store: Store) -> None:
    with pytest.raises(UsageError):
        brief(store, "IRN", "IRN")


def test_reports_of_one_act_share_a_sentence_with_a_note_each(store: Store) -> None:
    first = records()[0]
    again = msgspec.structs.replace(
        first,
        document=msgspec.structs.replace(
            first.document, id="visit/2", outlet="Sample Wire", text=first.document.text + " "
        ),
    )
    store.write([again])
    made = brief(store, "IRN", "RUS")
    line = next(line for line in made.sections[0].lines if "paid a visit" in line.text)
    assert [made.notes[number - 1].document.outlet for number in line.notes] == ["The Daily Sample", "Sample Wire"]
    assert {fact.label: fact.value for fact in made.numbers}["Events occurred or ongoing"] == "2, in 3 reports"
