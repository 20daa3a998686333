"""One file per page; each reads its request, asks the desk and fills a template."""

from __future__ import annotations

from fastapi import Request

from legation.web.desk import Desk


def desk(request: Request) -> Desk:
    """The desk of the application that a request came to."""
    found: Desk = request.app.state.desk
    return found
