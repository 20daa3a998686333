"""Help: quick, short, and complete in docs/commands.md."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from legation.cli import main
from legation.cli.root import COMMANDS
from legation.errors import CODES, Exit

DOCS = Path(__file__).parents[2] / "docs" / "commands.md"
HEAVY = {
    "spacy",
    "onnxruntime",
    "numpy",
    "duckdb",
    "deltalake",
    "pyarrow",
    "altair",
    "fastapi",
    "uvicorn",
    "trafilatura",
}


def commands():
    context = click.Context(main)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {each}", command.commands[each]) for each in command.commands)


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_the_help_of_a_command_leads_with_two_examples_and_is_short(run, name):
    result = run(*name.split(), "--help")
    assert result.exit_code == Exit.DONE
    assert len(result.stdout.splitlines()) < 60
    examples = result.stdout[: result.stdout.index("Options:")]
    assert len(re.findall(rf"^ +(?:cat .* )?legation {name.split()[0]}\b", examples, re.M)) == 2


def test_help_and_python_m_legation_load_nothing_heavy():
    code = (
        "import sys, runpy\nsys.argv = ['legation', '--help']\n"
        "try: runpy.run_module('legation', run_name='__main__')\n"
        f"except SystemExit: print(sorted({HEAVY!r} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert done.stdout.startswith("Usage: legation [OPTIONS] COMMAND")


def test_version_names_the_schema(run):
    assert re.fullmatch(r"legation \d+\.\d+\.\d+, legation\.record/1\n", run("--version").stdout)


@pytest.mark.parametrize("topic", ["exit-codes", "errors", "formats", "code"])
def test_topics(run, topic):
    assert run("help", topic).exit_code == Exit.DONE


def test_exit_codes_are_all_listed(run):
    shown = run("help", "exit-codes").stdout
    assert [int(number) for number in re.findall(r"^ *(\d+)  ", shown, re.M)] == [int(code) for code in Exit]


def test_errors_are_all_listed(run):
    assert [line.split()[0] for line in run("help", "errors").stdout.splitlines()] == list(CODES)


def test_a_wrong_topic_is_wrong_usage(run):
    result = run("help", "exit-code")
    assert result.exit_code == Exit.USAGE
    assert "did you mean exit-codes?" in result.stderr


def test_every_command_and_option_is_documented():
    heading = r"^## `legation ([a-z]+(?: [a-z]+)?)[^\n]*\n(.*?)(?=^## |\Z)"
    sections = dict(re.findall(heading, DOCS.read_text(), re.M | re.S))
    for name, command in commands():
        if isinstance(command, click.Group):
            continue
        assert name in sections, f"{name} is not in docs/commands.md"
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert f"`{parameter.opts[-1]}" in sections[name], f"{name} {parameter.opts[-1]} is not documented"


def test_no_command_is_documented_that_does_not_exist():
    documented = re.findall(r"^## `legation ([a-z]+)", DOCS.read_text(), re.M)
    assert set(documented) == set(COMMANDS)
