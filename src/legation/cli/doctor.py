"""`legation doctor`: whether all is in place, and what to do where it is not."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

import click

from legation.cli.output import format_option, write
from legation.errors import Exit, LegationError

LIBRARIES = ("spacy", "onnxruntime", "tokenizers", "numpy", "msgspec", "deltalake", "duckdb", "altair",
             "vl-convert-python", "fastapi", "trafilatura", "htmldate", "click", "rich", "pyyaml")  # fmt: skip


COUNTRIES = 190
"""At least so many a whole lexicon has."""


class Finding(NamedTuple):
    """One check: `ok`, what was seen, and what to do where it is wrong."""

    check: str
    ok: bool
    found: str
    todo: str = ""


@click.command("doctor", short_help="Check versions, model, lexicon and store; needs no network.")
@click.option("--store", type=click.Path(path_type=Path), envvar="LEGATION_STORE", metavar="DIR", help="Check it too.")
@format_option
def command(store: Path | None, format: str | None) -> Exit:
    """Check whether all is in place: versions, language model, lexicon, and the store if one is named.

    \b
    Examples:
      legation doctor
      legation doctor --store relations --format json

    Needs no network. Exit code 1 where something is wrong; then `todo` says what to do.
    """
    findings = list(examined(store))
    write(({**each._asdict(), "ok": "ok" if each.ok else "WRONG"} for each in findings), format)
    return Exit.DONE if all(each.ok for each in findings) else Exit.FINDINGS


def examined(store: Path | None) -> Iterator[Finding]:
    """Every check in turn; one that raises is a finding, not an end."""
    checks: list[tuple[str, Callable[[], Iterable[Finding]], str]] = [
        ("python", _python, "install Python 3.11 or newer"),
        ("libraries", _libraries, "pip install --force-reinstall legation"),
        ("lexicon", _lexicon, "rebuild it: python -m legation.lexicon.build"),
        ("model", _model, "the installation is not whole: pip install --force-reinstall legation"),
        ("demo", _demo, "the installation is not whole: pip install --force-reinstall legation"),
    ]
    if store is not None:
        checks.append(("store", lambda: _store(store), "see the message"))
    for name, check, todo in checks:
        try:
            yield from check()
        except LegationError as error:
            yield Finding(name, False, error.message, error.hint or todo)
        except Exception as error:
            yield Finding(name, False, f"{type(error).__name__}: {error}", todo)


def _python() -> Iterator[Finding]:
    yield Finding("legation", True, version("legation"))
    found = f"{platform.python_version()} on {platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    yield Finding("python", sys.version_info >= (3, 11), found, "" if sys.version_info >= (3, 11) else "needs 3.11")


def _libraries() -> Iterator[Finding]:
    for name in LIBRARIES:
        try:
            yield Finding(name, True, version(name))
        except PackageNotFoundError:
            yield Finding(name, False, "not installed", f"pip install {name}")


def _lexicon() -> Iterator[Finding]:
    import msgspec

    from legation.lexicon import DATA
    from legation.lexicon.catalogue import catalogue
    from legation.relations import directory

    counts = Counter(entry.table for entry in catalogue().values())
    total, told = sum(counts.values()), ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
    yield Finding("rules", total > 0, f"{total}: {told}", "" if total else "python -m legation.lexicon.build")
    actors = msgspec.json.decode((DATA / "actors.json").read_bytes())
    entities, names = len(actors["entities"]), len(actors["names"])
    countries = sum("." not in code for code in directory().names)
    whole = countries > COUNTRIES
    found = f"{entities} with {names} names; {countries} countries"
    yield Finding("actors", whole, found, "" if whole else "python -m legation.lexicon.build")


def _model() -> Iterator[Finding]:
    from legation.coder import Coder
    from legation.read import document

    record = Coder().code(document("Officials of Iran and Russia met in Moscow.", date="2020-01-01"))
    loaded = bool(record.sentences)
    todo = "" if loaded else "pip install --force-reinstall legation"
    yield Finding("model", loaded, "loads and reads a sentence" if loaded else "reads no sentence", todo)


def _demo() -> Iterator[Finding]:
    from legation.demo import reports

    yield Finding("demo", True, f"{len(reports())} reports")


def _store(path: Path) -> Iterator[Finding]:
    from legation.cli.store import opened

    store = opened(path)
    counts = ", ".join(f"{count} {name}" for name, count in store.counts().items())
    yield Finding("store", True, f"{path}: {counts}")
    free = shutil.disk_usage(path).free / 1e9
    enough = free > 1
    yield Finding("disk", enough, f"{free:.1f} GB free", "" if enough else "make room before ingesting")
