"""What rules mean: a small set of operators over intervals of days, by the names that the lexicon uses.

An operator takes the context and named arguments; arguments that begin with `$` in the lexicon are groups of the match.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from legation.language.times import dates, distances, periods, reckonings

Operator = Callable[..., Any]

OPERATORS: dict[str, Operator] = {
    name: operator
    for module in (dates, distances, periods, reckonings)
    for name, operator in vars(module).items()
    if getattr(operator, "__module__", None) == module.__name__ and not name.startswith("_")
}
