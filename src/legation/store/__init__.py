"""The store: Delta tables in one folder, written by one run at a time, read by DuckDB. See `docs/store.md`."""

from legation.store.found import Found
from legation.store.ingest import IngestReport, ingest
from legation.store.pair import Pair, PairSummary
from legation.store.schema import Run
from legation.store.store import Store, open_store
from legation.store.written import Written

__all__ = ["Found", "IngestReport", "Pair", "PairSummary", "Run", "Store", "Written", "ingest", "open_store"]
