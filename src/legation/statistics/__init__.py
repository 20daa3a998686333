"""Statistics: trade and other figures of UN Comtrade, the IMF, the World Bank and others, by period and vintage."""

from legation.statistics.loading import Report, load
from legation.statistics.reading import FORMATS, Reading, read

SOURCES = tuple(FORMATS)

__all__ = ["SOURCES", "Reading", "Report", "load", "read"]
