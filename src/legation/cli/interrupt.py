"""Ctrl-C: remembered, since native modules turn what is raised while they load into errors of their own, or lose it."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

import click

T = TypeVar("T")


class Interrupt:
    """Whether the user asked to stop."""

    asked = False

    def ask(self, _signal: int, _frame: FrameType | None) -> None:
        """What Ctrl-C calls."""
        self.asked = True
        raise KeyboardInterrupt

    def heeded(self, found: Iterable[T]) -> Iterator[T]:
        """The same items, until the user asks to stop, also where the asking was lost on its way."""
        for item in found:
            if self.asked:
                raise KeyboardInterrupt
            yield item


@contextmanager
def heeding() -> Iterator[Interrupt]:
    """What fails after Ctrl-C counts as stopped by it; where Ctrl-C is ignored or handled already it stays so."""
    interrupt = Interrupt()
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield interrupt
        return
    signal.signal(signal.SIGINT, interrupt.ask)
    try:
        yield interrupt
    except Exception as error:
        if interrupt.asked:
            raise KeyboardInterrupt from error
        raise
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def heeded(found: Iterable[T]) -> Iterator[T]:
    """The same items; between two of them the Ctrl-C of the command that runs is heeded."""
    context = click.get_current_context(silent=True)
    interrupt = context and context.find_object(Interrupt)
    return interrupt.heeded(found) if interrupt else iter(found)
