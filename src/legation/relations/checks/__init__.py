"""Whether claims hold: against each other, the record, and official statistics. See `docs/checks.md`."""

from legation.relations.checks.checking import Checked, check_store, store_checks

__all__ = ["Checked", "check_store", "store_checks"]
