"""A brief as HTML and as Markdown."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from legation.brief import dates

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_BREAKING = re.compile(r"[\s<>]")
_LINKS = ("http://", "https://")


def html(brief: Any, template: str) -> str:
    """A brief through one of the HTML templates; everything from a record is escaped."""
    return environment().get_template(template).render(brief=brief)


def markdown(brief: Any) -> str:
    """A brief as Markdown; characters with a meaning in Markdown are escaped."""
    return environment().get_template("brief.md.jinja").render(brief=brief)


@cache
def style() -> str:
    """The style sheet inside the HTML file: colours and type, then the parts of a brief."""
    folder = files("legation.brief") / "templates"
    return "\n".join((folder / name).read_text("utf-8") for name in ("tokens.css", "article.css"))


@cache
def environment() -> Environment:
    """The templates with their filters."""
    made = Environment(
        loader=PackageLoader("legation.brief"),
        autoescape=select_autoescape(["html.jinja"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"day": dates.day, "md": plain, "safe_link": safe_link, "bracketed": bracketed}
    made.globals["style"] = style
    return made


def plain(text: str) -> str:
    """Text that Markdown shows as it is, on one line.

    >>> plain("a *b* [c]")
    'a \\\\*b\\\\* \\\\[c\\\\]'
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def safe_link(url: str | None) -> str | None:
    """The address if a reader may follow it: only http and https, so that no `javascript:` gets in."""
    return url if url and url.lower().startswith(_LINKS) else None


def bracketed(url: str) -> str:
    """An address as a Markdown link, its own brackets and blanks encoded.

    >>> bracketed("https://example.org/a b")
    '<https://example.org/a%20b>'
    """
    return f"<{_BREAKING.sub(lambda found: f'%{ord(found[0]):02X}', url)}>"
