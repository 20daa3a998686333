"""`legation lexicon`: an own lexicon checked, built, and compared with another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

from legation.cli.coding import items
from legation.cli.output import format_option, write
from legation.cli.overlay import lexicon_option
from legation.cli.progress import shown
from legation.errors import Exit, InputError, LexiconError, UsageError
from legation.records import Document

FOLDER = click.Path(path_type=Path)
OURS = "shipped"


@click.group("lexicon", short_help="Check, build and compare a lexicon of your own.")
def command() -> None:
    """Check, build and compare a folder of own rules and actors.

    \b
    Examples:
      legation lexicon check DIR
      legation lexicon diff shipped DIR --sample news/
    """


@command.command("check", short_help="What is wrong in a lexicon; runs its examples.")
@click.argument("folder", type=FOLDER, required=False, metavar="[DIR]")
@click.option("--all", "every", is_flag=True, help="Run the examples of our entries too, with yours over them.")
@format_option
def check(folder: Path | None, every: bool, format: str | None) -> Exit:
    """Check an overlay, or without DIR the lexicon that ships: fields, codes, ids, names; the examples are run.

    \b
    Examples:
      legation lexicon check DIR
      legation lexicon check DIR --all --format json

    Exit code 1 where something is found; each finding has its file and line.
    """
    from legation.evaluation.examples.check import checked

    found: list[str] = []

    def rows() -> Iterator[dict[str, Any]]:
        for finding in shown(checked(folder, every=every), "findings"):
            found.append(finding.code)
            yield msgspec.structs.asdict(finding)

    write(rows(), format)
    click.echo(f"{len(found) or 'no'} finding{'' if len(found) == 1 else 's'}", err=True)
    return Exit.FINDINGS if found else Exit.DONE


@command.command("build", short_help="Compile a lexicon to the tables that coding reads.")
@click.argument("folder", type=FOLDER, required=False, metavar="[DIR]")
@format_option
def build(folder: Path | None, format: str | None) -> Exit:
    """Compile an overlay into the user's cache folder, or without DIR the lexicon of this checkout into the package.

    \b
    Examples:
      legation lexicon build DIR
      legation lexicon build

    Coding compiles an overlay by itself when its content has changed; this does so beforehand.
    """
    write(_overlay(folder) if folder else _shipped(), format)
    return Exit.DONE


def _overlay(folder: Path) -> Iterator[dict[str, Any]]:
    from legation.lexicon import chosen
    from legation.lexicon.opening import cache_path

    lexicon = chosen(folder)
    path = cache_path(lexicon.digest or "")
    yield from ({"table": name, "bytes": len(lexicon.raw(name)), "in": str(path)} for name in lexicon.changed)


def _shipped() -> Iterator[dict[str, Any]]:
    from legation.lexicon import DATA
    from legation.lexicon.build import build
    from legation.lexicon.source import SOURCE

    if not SOURCE.is_dir():
        raise LexiconError("LG201", f"no folder {SOURCE}", "name the folder of an overlay: legation lexicon build DIR")
    for name in build():
        path = DATA / f"{name}.json"
        yield {"table": name, "bytes": path.stat().st_size, "in": str(path)}


@command.command("diff", short_help="What another lexicon codes otherwise, on a sample.")
@click.argument("old")
@click.argument("new")
@click.option("--sample", "corpus", required=True, metavar="SOURCE", help="A file, folder or glob of documents.")
@click.option("--documents", type=click.IntRange(1), default=200, show_default=True, help="How many of them.")
@click.option("--date", metavar="YYYY-MM-DD", help="Publication date where the sample has none.")
@click.option("--by", type=click.Choice(["row", "rule"]), default="row", show_default=True, help="rule: counts only.")
@format_option
def diff(old: str, new: str, corpus: str, documents: int, date: str | None, by: str, format: str | None) -> Exit:
    """Show the rows that the lexicon NEW gains, loses and changes against OLD, with rule and sentence.

    \b
    Examples:
      legation lexicon diff shipped DIR --sample news/
      legation lexicon diff DIR DIR2 --sample news.jsonl --by rule --format csv

    OLD and NEW are folders of overlays (or whole lexicons); `shipped` is the lexicon that ships. The same documents
    are drawn from the same sample.
    """
    from legation.coder import Coder
    from legation.evaluation.gains import by_rule, changes, sample

    drawn = sample(_readable(corpus, date), documents)
    coders = [Coder(lexicon=_named(name)) for name in (old, new)]
    found = list(changes(shown(drawn, "coding", len(drawn)), *coders))
    rows = by_rule(found) if by == "rule" else [msgspec.structs.asdict(each) for each in found]
    write(rows, format)
    kinds = [sum(each.change == kind for each in found) for kind in ("gained", "lost", "changed")]
    click.echo(f"{len(drawn)} documents: {kinds[0]} rows gained, {kinds[1]} lost, {kinds[2]} changed", err=True)
    return Exit.DONE


def _named(name: str) -> Any:
    from legation.lexicon import SHIPPED, chosen

    return SHIPPED if name == OURS else chosen(name)


def _readable(corpus: str, date: str | None) -> Iterator[Document]:
    """The documents of the sample; how many can't be read is told on stderr."""
    read = left_out = 0
    for item in items([corpus], date):
        document = item if isinstance(item, Document) else item.document
        read, left_out = read + 1, left_out + (document is None)
        if document is not None:
            yield document
    if read == left_out:
        raise InputError("LG302", f"no document in {corpus}")
    if left_out:
        click.echo(f"{left_out} sources that can't be read were left out", err=True)


@command.command("codes", short_help="Which CAMEO codes the lexicon reaches, and by what.")
@click.option("--root", metavar="NN", help="Only codes of this root: 14, say.")
@click.option("--by", type=click.Choice(["code", "root"]), default="code", show_default=True, help="root: counts only.")
@format_option
@lexicon_option
def codes(root: str | None, by: str, format: str | None) -> Exit:
    """List the CAMEO codes that an event may get: how many ways there are, the first of them, or why there is none.

    \b
    Examples:
      legation lexicon codes --by root
      legation lexicon codes --root 14 --format csv

    Ways are event rules, entries of the table `codes`, contexts and statuses; `legation rule show` shows each that has
    an id. Codes that nothing gives are named on stderr.
    """
    from legation.evaluation.coverage import by_root, coverage

    found = [each for each in coverage() if root in (None, each.root)]
    if not found:
        raise UsageError("LG102", f"no events have codes of root {root!r}", "roots are 02 to 20: two digits")
    write(by_root(found) if by == "root" else map(_reach, found), format)
    reached = sum(bool(each.by) for each in found)
    click.echo(f"{reached} of {len(found)} codes are reached", err=True)
    for each in found:
        if not each.by:
            click.echo(f"  {each.code} {each.name}: {each.reason}", err=True)
    return Exit.DONE


def _reach(each: Any) -> dict[str, Any]:
    return {"code": each.code, "name": each.name, "ways": len(each.by), "first": ", ".join(each.by[:3]) or each.reason}


@command.command("codebook", short_help="What the codes mean, as Markdown.")
@lexicon_option
def codebook() -> Exit:
    """Write the codebook: every type, mode, context, status and code with its meaning and examples.

    \b
    Examples:
      legation lexicon codebook > codebook.md
      legation lexicon codebook --lexicon DIR > codebook.md
    """
    from legation.lexicon.codebook import codebook as written

    click.echo(written(), nl=False)
    return Exit.DONE
