"""`legation serve`: the pages of a store on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from legation.errors import Exit


@click.command("serve", short_help="The pages of a store, on this machine only.")
@click.option("--store", type=click.Path(path_type=Path), required=True, metavar="DIR", help="The store to show.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
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
    """Runs the web app until Ctrl-C."""
    import uvicorn

    from legation.store import open_store
    from legation.web import app

    click.echo(f"http://127.0.0.1:{port}/  (Ctrl-C ends)", err=True)
    uvicorn.run(app(open_store(store)), host="127.0.0.1", port=port, log_level="warning")
