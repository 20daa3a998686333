"""Who says what to whom, through whom: reporting cues over frames and quotations → statements."""

from legation.statements.code import Coded, code

__all__ = ["Coded", "code"]
