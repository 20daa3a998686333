"""Reports on two countries of our own making, a day and a type each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from legation.records import Document, Record
from legation.store import Pair, Store, open_store
from tests.rows import actor, date, event, statement

Tell = Callable[..., None]
TEXT = "Norway wrote to Peru. Peru answered Norway. Norway said Peru was fair. Peru said Norway was slow."


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "relations", create=True) as made:
        yield made


@pytest.fixture
def pair(store: Store) -> Pair:
    return store.pair("NOR", "PER")


@pytest.fixture
def tell(store: Store) -> Tell:
    """Stores one report: `tell("2020-10-05", "forth", quad=3)`."""

    def report(day: str | None, direction: str, published: str | None = None, **event_fields: Any) -> None:
        number = store.counts()["documents"]
        text = event_fields.pop("text", f"{TEXT} Report {number}.")
        document = Document(id=f"r{number}", text=text, published=published or day)
        norway, peru = actor(text, "Norway", "NOR"), actor(text, "Peru", "PER")
        sides = {"forth": ([norway], [peru]), "back": ([peru], [norway]), "mutual": ([norway, peru], [])}[direction]
        fields = {"date": date(day, event_fields.pop("end", None)), **event_fields}
        store.write([Record(document=document, events=(event(document, "wrote", *sides, **fields),))])

    return report


@pytest.fixture
def speak(store: Store) -> Callable[..., None]:
    """Stores one statement of Norway about Peru (`forth`) or the other way round, with its stance."""

    def said(day: str, direction: str, value: float) -> None:
        number = store.counts()["documents"]
        document = Document(id=f"s{number}", text=f"{TEXT} Report {number}.", published=day)
        speaker, other, content = ("Norway", "PER", "was fair") if direction == "forth" else ("Peru", "NOR", "was slow")
        ref = actor(document.text, speaker, "NOR" if direction == "forth" else "PER")
        store.write(
            [Record(document=document, statements=(statement(document, ref, "said", content, toward={other: value}),))]
        )

    return said
