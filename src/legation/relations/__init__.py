"""Relations: what the rows of a pair add up to, with what is not known said beside it."""

from legation.relations.estimates import Estimate, ratio
from legation.relations.names import directory, name_of, resolve
from legation.relations.panel import ChannelRow, Panel, PeriodRow, panel

__all__ = ["ChannelRow", "Estimate", "Panel", "PeriodRow", "directory", "name_of", "panel", "ratio", "resolve"]
