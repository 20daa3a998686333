"""Errors: one message, one hint, one exit code; a traceback only with --debug."""

import pytest

from legation.cli import code, root
from legation.cli.failure import nearest
from legation.errors import Exit, InputError, LegationError, LexiconError, StoreError, UsageError


@pytest.mark.parametrize(
    ("error", "exit_code"),
    [
        (UsageError("LG101", "m", "do this"), Exit.USAGE),
        (LexiconError("LG201", "m", "do this"), Exit.USAGE),
        (InputError("LG301", "m", "do this"), Exit.UNREADABLE),
        (StoreError("LG503", "m", "do this"), Exit.STORE),
    ],
)
def test_an_error_of_legation_ends_with_its_code_message_and_hint(run, monkeypatch, error, exit_code):
    monkeypatch.setattr(code, "items", raising(error))
    result = run("code", "x")
    assert result.exit_code == exit_code
    assert result.stderr == f"error[{error.code}]: m\nhint: do this\n"


def test_ctrl_c_ends_with_130(run, monkeypatch):
    monkeypatch.setattr(code, "items", raising(KeyboardInterrupt()))
    result = run("code", "x")
    assert result.exit_code == Exit.INTERRUPTED
    assert "interrupted" in result.stderr


def test_an_unexpected_error_is_named_without_traceback(run, monkeypatch):
    monkeypatch.setattr(code, "items", raising(ZeroDivisionError("by zero")))
    result = run("code", "x")
    assert result.exit_code == Exit.FINDINGS
    assert "ZeroDivisionError: by zero" in result.stderr
    assert "Traceback" not in result.stderr


def test_debug_lets_the_traceback_through(run, monkeypatch):
    monkeypatch.setattr(code, "items", raising(UsageError("LG101", "m")))
    assert isinstance(run("--debug", "code", "x").exception, LegationError)


@pytest.mark.parametrize("wrong", ["cod", "ingets", "relation", "dokter"])
def test_a_wrong_command_gets_the_nearest_one(run, wrong):
    result = run(wrong)
    assert result.exit_code == Exit.USAGE
    assert f"did you mean {nearest(wrong, root.COMMANDS).split()[-1]}" in result.stderr


def test_a_wrong_option_is_wrong_usage(run):
    result = run("code", "x", "--colour")
    assert result.exit_code == Exit.USAGE
    assert "error[LG102]" in result.stderr
    assert "hint: legation code --help" in result.stderr


def raising(error):
    def fail(*_args, **_kwargs):
        raise error

    return fail
