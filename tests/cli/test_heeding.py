"""Ctrl-C is not lost, whatever the code that it falls into makes of it."""

import signal
from contextlib import suppress

import pytest

from legation.cli.interrupt import heeding


@pytest.fixture(autouse=True)
def usual():
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_what_fails_after_it_counts_as_stopped():
    with pytest.raises(KeyboardInterrupt), heeding():
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt:
            raise ImportError("initialization failed") from None


def test_lost_it_is_heeded_before_the_next_item():
    with heeding() as interrupt, pytest.raises(KeyboardInterrupt):
        for _ in interrupt.heeded(range(2)):
            with suppress(KeyboardInterrupt):
                signal.raise_signal(signal.SIGINT)


def test_without_it_errors_and_items_pass():
    with pytest.raises(ImportError), heeding() as interrupt:
        assert list(interrupt.heeded("ab")) == ["a", "b"]
        raise ImportError


def test_where_it_is_ignored_it_stays_so():
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with heeding():
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_afterwards_the_usual_handler_is_back():
    with heeding():
        assert signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
