"""The worked example of docs/extending.md: its files, commands and output; run as a module it writes that anew."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from legation.cli import main

PAGE = Path(__file__).parents[1] / "docs" / "extending.md"
FILE = re.compile(r"^```yaml\n# (\S+)\n(.*?)^```", re.M | re.S)
REPORT = re.compile(r"^```text\n(date .*?)^```", re.M | re.S)
COMMAND = re.compile(r"^```console\n\$ legation ([^\n]*)\n(.*?)^```", re.M | re.S)


def outputs(page: str) -> Iterator[str]:
    """What each command of the page prints, run where its files are."""
    with TemporaryDirectory() as folder, chdir(folder):
        os.environ["LEGATION_CACHE"] = str(Path(folder) / "cache")
        for name, content in FILE.findall(page):
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(content, "utf8")
        Path("report.txt").write_text(REPORT.findall(page)[0], "utf8")
        for line, _ in COMMAND.findall(page):
            result = CliRunner().invoke(main, shlex.split(line), prog_name="legation")
            assert result.exit_code == 0, f"{line}: {result.output}"
            yield "".join(f"{each.rstrip()}\n" for each in result.stdout.splitlines())


def test_the_worked_example_prints_what_the_page_shows() -> None:
    page = PAGE.read_text("utf8")
    assert [shown for _, shown in COMMAND.findall(page)] == list(outputs(page))


def rewritten(page: str) -> str:
    """The page with the output of its commands as it is."""
    found = outputs(page)
    return COMMAND.sub(lambda match: f"```console\n$ legation {match[1]}\n{next(found)}```", page)


if __name__ == "__main__":
    PAGE.write_text(rewritten(PAGE.read_text("utf8")), "utf8")
