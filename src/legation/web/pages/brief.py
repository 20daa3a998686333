"""The brief on a pair: as a page, as one file to keep, and as Markdown."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from markupsafe import Markup

from legation.brief import Brief, brief
from legation.web import rendering
from legation.web.filters import filters
from legation.web.pages import desk
from legation.web.pages.pair import asked, moved

router = APIRouter()


@router.get("/pair/{key}/brief", include_in_schema=False)
def page(request: Request, key: str) -> Response:
    """The brief as a page of the site."""
    a, b = asked(request, key)
    if away := moved(request, key, a, b):
        return away
    made = _brief(request, a, b)
    return rendering.page(
        request,
        "brief_page.html.jinja",
        a=a,
        b=b,
        names=made.dossier.names,
        title=made.title,
        body=Markup(made.body()),
        filters=filters(request),
    )


@router.get("/pair/{key}/brief.html")
def file(request: Request, key: str) -> Response:
    """The brief as one self-contained HTML file."""
    a, b = asked(request, key)
    if away := moved(request, key, a, b):
        return away
    return _file(_brief(request, a, b).html(), "text/html", f"{a}-{b}.html")


@router.get("/pair/{key}/brief.md")
def markdown(request: Request, key: str) -> Response:
    """The brief as Markdown."""
    a, b = asked(request, key)
    return moved(request, key, a, b) or _file(_brief(request, a, b).markdown(), "text/markdown", f"{a}-{b}.md")


def _brief(request: Request, a: str, b: str) -> Brief:
    wanted = filters(request)
    return brief(desk(request).store, a, b, frm=wanted.frm, to=wanted.to)


def _file(text: str, kind: str, name: str) -> Response:
    headers = {
        "Content-Disposition": f'inline; filename="brief-{name}"',
        "Content-Security-Policy": rendering.policy_with_inline_style(),
    }
    return Response(text, media_type=f"{kind}; charset=utf-8", headers=headers)
