"""Rows in, charts out: Altair for the notebook, SVG text for pages and briefs, and a table beside each chart."""

from legation.charts.drawing import svg
from legation.charts.months import Month, coarse, month, spread
from legation.charts.sparkline import sparkline
from legation.charts.specification import specification
from legation.charts.timeline import caption, timeline, twin

__all__ = ["Month", "caption", "coarse", "month", "sparkline", "specification", "spread", "svg", "timeline", "twin"]
