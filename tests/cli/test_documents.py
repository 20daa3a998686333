"""README, docs and CI say what the program does."""

import re
import shlex
import subprocess
from contextlib import suppress
from pathlib import Path

import click
import pytest

from legation.cli import main
from legation.errors import LexiconError
from tests.cli.examples import outputs

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def shown():
    """Every command line in a code block of the documents."""
    for page in PAGES:
        for block in re.findall(r"^```(?:sh|console)\n(.*?)^```", page.read_text(), re.M | re.S):
            for line in re.findall(r"^(?:\$ )?(legation .*)", block, re.M):
                yield pytest.param(line, id=f"{page.name}: {line[:60]}")


@pytest.mark.parametrize("line", shown())
def test_a_documented_command_line_is_accepted(line):
    words = shlex.split(line, comments=True)
    words = words[1 : words.index(">")] if ">" in words else words[1:]
    name, arguments = words[0], words[1:]
    with click.Context(main) as group:
        command = main.get_command(group, name)
        assert command is not None
        with suppress(LexiconError):  # the overlay that a page tells of is not here
            assert command.make_context(name, arguments, parent=group).params is not None


def test_examples_in_the_help_are_accepted():
    with click.Context(main) as group:
        for name in main.list_commands(group):
            command = main.get_command(group, name)
            for line in re.findall(r"^ +legation (.*)", command.help, re.M):
                words = shlex.split(line)
                words = words[: words.index(">")] if ">" in words else words
                assert command.make_context(name, words[1:], parent=group).params is not None


def test_the_readme_has_its_two_commands_in_one_line_each_as_ci_runs_them():
    run = (ROOT / ".ci" / "run").read_text()
    patterns = re.findall(r"command_of '(.*)'\)", run)
    assert len(patterns) == 2
    for pattern in patterns:
        assert len(re.findall(rf"^python3 -m venv .*{pattern}.*$", README, re.M)) == 1


def test_ci_is_valid_bash():
    subprocess.run(["bash", "-n", str(ROOT / ".ci" / "run")], check=True)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_documents_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text()):
        assert target.startswith("https://") or (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_documents_hold_no_path_of_a_machine(page):
    assert not re.search(r"(?:^|[\s`(])/(?:home|work|root|Users)/", page.read_text())


def test_the_examples_of_the_readme_show_what_the_program_prints():
    examples = outputs(README)
    assert examples
    for line, shown_there, printed in examples:
        same = placeless(shown_there) == placeless(printed)
        assert same, f"legation {line}: write README.md anew with `python -m tests.cli.examples`"


def placeless(text):
    """Without line numbers, which every change of the lexicon moves."""
    return re.sub(r"(\.yaml):\d+", r"\1", text)
