"""`legation serve`: the pages of a store on this machine."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from legation.cli.overlay import lexicon_option
from legation.cli.store import opened, store_option
from legation.errors import Exit, UsageError

HOST, PORT = "127.0.0.1", 8765


@click.command("serve", short_help="The pages of a store, on this machine only.")
@store_option
@click.option("--port", type=click.IntRange(1, 65535), default=PORT, show_default=True)
@lexicon_option
def command(store: Path, port: int) -> Exit:
    """Serve the pages of a store at 127.0.0.1: pairs, documents, why each row was coded.

    \b
    Examples:
      legation serve --store relations
      legation serve --store relations --port 8080

    Nobody outside this machine can reach the pages. Ctrl-C ends.
    """
    serve(store, port)
    return Exit.DONE


def serve(store: Path, port: int) -> None:
    """Runs the pages until Ctrl-C; raises UsageError LG102 where another program has the port."""
    held = opened(store)
    _free(port)
    from legation import web

    click.echo(f"http://{HOST}:{port}/  (Ctrl-C ends)", err=True)
    web.serve(held, HOST, port)


def _free(port: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise UsageError("LG102", f"port {port} is taken: {error.strerror}", f"--port {port + 1}") from error
