"""Templates, style sheet and the headers that every answer carries."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from legation.brief import dates
from legation.brief.rendering import safe_link, style
from legation.charts import sparkline
from legation.web import addresses

THEMES = ("system", "light", "dark")
POLICY = (
    "default-src 'none'; style-src {style}; script-src 'self'; connect-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY.format(style="'self'"),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


@cache
def environment() -> Environment:
    """The templates of the pages; those of the brief can be included."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader("legation.web"), PackageLoader("legation.brief")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"day": dates.day, "safe_link": safe_link}
    made.globals |= {
        "document_url": addresses.document_url,
        "pair_url": addresses.pair_url,
        "sparkline": sparkline,
        "themes": THEMES,
    }
    return made


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page from its template; `theme` and the address come from the request."""
    theme = request.cookies.get("theme")
    known = theme if theme in THEMES else "system"
    text = (
        environment()
        .get_template(template)
        .render(
            path=request.url.path,
            here=_here(request),
            theme=known,
            versions=request.app.state.desk.versions(),
            **values,
        )
    )
    return HTMLResponse(text, status)


def _here(request: Request) -> str:
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


@cache
def stylesheet() -> str:
    """The one style sheet: colours, the parts of a brief, the parts of the site."""
    return style() + "\n" + (files("legation.web") / "static/site.css").read_text("utf-8")


@cache
def policy_with_inline_style() -> str:
    """The policy for the self-contained brief, which allows its own style sheet by its digest and no other."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return POLICY.format(style=f"'sha256-{digest}'")
