"""Ctrl-C is not lost, whatever the code that it falls into makes of it."""

import signal
from contextlib import suppress

import click
import pytest

from legation.cli import coding
from legation.cli.interrupt import heeding
from legation.records import Document, Record


@pytest.fixture(autouse=True)
def usual():
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def loading():
    """A native module that Ctrl-C interrupts while it loads."""
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        raise ImportError("initialization failed") from None


def heeded(items, *, asked):
    """The items that are reached; Ctrl-C is lost at the first."""
    with heeding() as interrupt:
        for item in interrupt.heeded(items):
            if asked:
                with suppress(KeyboardInterrupt):
                    signal.raise_signal(signal.SIGINT)
            yield item


def test_what_fails_after_it_counts_as_stopped():
    with pytest.raises(KeyboardInterrupt), heeding():
        loading()


def test_lost_it_is_heeded_before_the_next_item():
    reached = heeded("ab", asked=True)
    assert next(reached) == "a"
    with pytest.raises(KeyboardInterrupt):
        next(reached)


def test_records_heed_it(monkeypatch):
    """`legation code` shows no progress; it heeds a lost Ctrl-C before the next record all the same."""
    documents = [Document(id=name, text="") for name in "ab"]
    monkeypatch.setattr(coding.Coding, "coded", lambda self, found: (Record(document=d) for d in found))
    with heeding() as interrupt, click.Context(click.Command("code"), obj=interrupt):
        found = coding.records(documents)
        assert next(found).document.id == "a"
        interrupt.asked = True
        with pytest.raises(KeyboardInterrupt):
            next(found)


def test_without_it_all_items_are_reached_and_errors_stay_errors():
    assert list(heeded("ab", asked=False)) == ["a", "b"]
    with pytest.raises(ImportError), heeding():
        raise ImportError


def test_where_it_is_ignored_it_stays_so():
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with heeding():
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_afterwards_the_usual_handler_is_back():
    with heeding():
        assert signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
