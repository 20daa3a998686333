"""Claims: checkable assertions about states and their relations, with a number, an order or a direction."""

from legation.claims.code import Coded, code

__all__ = ["Coded", "code"]
