"""The application over a small store, with a coder that knows the sample texts."""

from __future__ import annotations

import msgspec
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from legation.decisions import Decision, Slot, Trace
from legation.records import Document, Record
from legation.store import Store, open_store
from legation.web import app
from tests.brief.sample_records import records

LOCAL = "http://localhost"


def explain(document: Document) -> Trace:
    """The record of a sample text; any other text gets an empty one, and `crash` an exception."""
    if "crash" in document.text:
        raise RuntimeError("no parse <b>")
    known = {record.document.text: record for record in records()}
    found = known.get(document.text, Record(document=document))
    kept = [
        Decision(
            kind="event",
            kept=True,
            reason="rule matched",
            span=event.span,
            text=event.text,
            sentence=event.sentence,
            rule=event.why[0],
            source="en/events/sample.yaml:14",
            row=event.id,
            slots=tuple(Slot(name="actor", text=ref.text, span=ref.span, value=ref.actor) for ref in event.actors),
        )
        for event in found.events
    ]
    dropped = Decision(kind="event", kept=False, reason="no_target", span=(0, 4), text=document.text[:4], sentence=0)
    return Trace(record=msgspec.structs.replace(found, document=document), decisions=(*kept, dropped))


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "browser: needs chromium and chromedriver; skips without, unless required")


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    made = open_store(tmp_path_factory.mktemp("web") / "store", create=True)
    made.write(records())
    return made


@pytest.fixture(scope="session")
def site(store: Store) -> FastAPI:
    return app(store, explain=explain)


@pytest.fixture
def client(site: FastAPI) -> TestClient:
    return TestClient(site, base_url=LOCAL, raise_server_exceptions=False)
