"""`code_many`: the coder over many documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.engine.pool import code_in_processes, logged
from legation.engine.worker import Coder, code_one, default_coder
from legation.lexicon import SHIPPED, in_use
from legation.records import Document, Record


def code_many(documents: Iterable[Document], processes: int = 1, coder: Coder | None = None) -> Iterator[Record]:
    """The records of documents, in their order, read and coded as they are asked for.

    A document whose coding raises, or ends its process, becomes a record with issue LG408 (the traceback goes to the
    log `legation.engine`). One process codes here; more are spawned, each with a coder of its own and one thread.
    Without a coder Legation's codes, by the lexicon in use.
    Raises `ValueError` for fewer than one process, `RuntimeError` where workers can't start.
    """
    if processes < 1:
        raise ValueError(f"at least one process, not {processes}")
    if coder is None and in_use() is not SHIPPED:
        coder = default_coder()
    return code_here(documents, coder) if processes == 1 else code_in_processes(documents, processes, coder)


def code_here(documents: Iterable[Document], coder: Coder | None) -> Iterator[Record]:
    """The records of documents, coded in this process."""
    own = coder or default_coder()
    for document in documents:
        yield logged(code_one(own, document))
