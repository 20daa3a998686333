"""The examples of README.md with their output; `python -m tests.cli.examples` writes them anew."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from click.testing import CliRunner

from legation.cli import main

README = Path(__file__).parents[2] / "README.md"
BLOCK = re.compile(r"^```console\n\$ legation ([^\n]*)\n(.*?)^```", re.M | re.S)


def outputs(text: str) -> list[tuple[str, str, str]]:
    """Each example's command line, its output as the README shows it, and its output as it is."""
    return [(line, shown, output(line)) for line, shown in BLOCK.findall(text)]


def output(line: str) -> str:
    """What a command line prints on stdout."""
    result = CliRunner().invoke(main, shlex.split(line), prog_name="legation")
    if result.exit_code:
        raise RuntimeError(f"legation {line}: {result.stderr}")
    return "".join(f"{each.rstrip()}\n" for each in result.stdout.splitlines())


def rewritten(text: str) -> str:
    """The README with its examples' output as it is."""
    return BLOCK.sub(lambda match: f"```console\n$ legation {match[1]}\n{output(match[1])}```", text)


if __name__ == "__main__":
    README.write_text(rewritten(README.read_text()))
