"""What belongs to no page of its own: style sheet, theme, liveness, versions."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from legation.web import rendering
from legation.web.pages import desk

router = APIRouter()
_YEAR = 365 * 24 * 3600


@router.get("/style.css", include_in_schema=False)
def style() -> Response:
    """The one style sheet."""
    return Response(rendering.stylesheet(), media_type="text/css; charset=utf-8")


@router.get("/favicon.ico", include_in_schema=False)
def icon() -> Response:
    """The icon, for pages that name none, such as the brief in one file."""
    return RedirectResponse("/static/icon.svg", HTTPStatus.PERMANENT_REDIRECT)


@router.post("/-/theme", include_in_schema=False)
def theme(choice: Annotated[str, Form(alias="theme")], back: Annotated[str, Form()] = "/") -> Response:
    """Remember light, dark or the system's choice, and go back to where one was."""
    inside = back.startswith("/") and not back.startswith("//") and "\\" not in back
    answer = RedirectResponse(back if inside else "/", HTTPStatus.SEE_OTHER)
    if choice in rendering.THEMES:
        answer.set_cookie("theme", choice, max_age=_YEAR, samesite="strict", httponly=True)
    return answer


@router.get("/-/health")
def health(request: Request) -> Any:
    """Whether the store can be read, and how much it holds."""
    return {"status": "ok", **msgspec.to_builtins(desk(request).health())}


@router.get("/-/versions")
def versions(request: Request) -> Any:
    """The versions that made the rows."""
    return dict(desk(request).versions())
