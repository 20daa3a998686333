"""A country as the user writes it → its code."""

from __future__ import annotations

from typing import Any

import click


class Country(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic since click 8.4 only
    """Takes a code (`RUS`) or a name (`Russia`), also an organisation's; suggests the nearest for a wrong one."""

    name = "country"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from legation.relations import resolve

        return resolve(str(value))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem

        from legation.relations import directory

        return [CompletionItem(code) for code in sorted(directory().names) if code.startswith(incomplete.upper())]


COUNTRY = Country()
