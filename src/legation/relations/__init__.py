"""Relations: what the rows of a pair add up to, with what is not known said beside it."""

from legation.relations.estimates import Estimate, ratio
from legation.relations.names import resolve
from legation.relations.panel import ChannelRow, Panel, PeriodRow, panel

__all__ = ["ChannelRow", "Estimate", "Panel", "PeriodRow", "panel", "ratio", "resolve"]
