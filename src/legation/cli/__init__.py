"""The command `legation`: one file a command, each loaded only when it is called."""

from legation.cli.root import main

__all__ = ["main"]
