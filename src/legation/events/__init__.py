"""Who did what to whom: rules over frames → events, and the reason for each candidate that fell."""

from legation.events.code import Coded, code

__all__ = ["Coded", "code"]
