"""`legation why`: why a text was coded so, and why not otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from legation.cli.coding import Item, items, source_options
from legation.cli.failure import nearest
from legation.cli.overlay import lexicon_option
from legation.decisions import Trace
from legation.errors import DocumentError, Exit, InputError, UsageError
from legation.read import document
from legation.records import Document

SUFFIXES = (".txt", ".md", ".html", ".htm", ".jsonl", ".json", ".gz", ".zst")


@click.command("why", short_help="Why a text was coded so, or why not.")
@click.argument("text", metavar="TEXT|FILE|-")
@click.argument("id", required=False)
@source_options
@click.option("--json", "as_json", is_flag=True, help="The trace as JSON.")
@lexicon_option
def command(text: str, id: str | None, date: str | None, input_format: str | None, as_json: bool) -> Exit:
    """Show why a text was coded so: the rule, the words, and what was rejected and why.

    \b
    Examples:
      legation why "Wang Yi visited Islamabad on Tuesday." --date 2019-03-07
      legation why reports.jsonl irn-rus-2018-08-12

    ID chooses one document of a file that holds several.
    """
    trace = _explained(_chosen(text, id, date, input_format))
    if as_json:
        from legation.records import encode

        click.echo(encode(trace))
    else:
        from legation.cli.tree import show

        show(trace)
    return Exit.DONE


def _explained(chosen: Document) -> Trace:
    from legation.coder import Coder

    trace: Trace = Coder().explain(chosen)
    return trace


def _chosen(text: str, id: str | None, date: str | None, input_format: str | None) -> Document:
    """The text itself, or the document of the file."""
    if text != "-" and not _is_path(text):
        if text.endswith(SUFFIXES) and " " not in text:
            raise InputError("LG301", f"no file {text}", "a text of your own goes in quotation marks, with its spaces")
        return document(text, date=date)
    found = items([text], date, input_format)
    if id is None:
        return _first(text, found)
    known: list[str] = []
    for item in found:
        if item.id == id:
            return _readable(item)
        known.append(item.id)
    raise UsageError("LG102", f"no document {id!r} in {text}", nearest(id, known) or f"there are: {_some(known)}")


def _first(text: str, found: Iterator[Item]) -> Document:
    """The first document; that there are more is said on stderr."""
    first = next(found, None)
    if first is None:
        raise InputError("LG302", f"no document in {text}")
    if next(found, None) is not None:
        click.echo(f"{text}: the first document is shown; for another give its ID", err=True)
    return _readable(first)


def _readable(item: Item) -> Document:
    if isinstance(item, Document):
        return item
    if item.document is not None:
        return item.document
    raise DocumentError(item.issue.code, f"{item.id}: {item.issue.message}")


def _is_path(text: str) -> bool:
    """Whether the argument names a file; a long text is no name."""
    try:
        return len(text) < 1024 and "\n" not in text and Path(text).exists()
    except OSError:
        return False


def _some(known: list[str]) -> str:
    return ", ".join(known[:5]) + (", …" if len(known) > 5 else "") or "none"
