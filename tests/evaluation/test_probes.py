"""Every probe comes out right, end to end."""

from __future__ import annotations

import pytest

import legation
from legation.evaluation.language.probes import DATE, PROBES, Probe


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.text)
def test_probe(probe: Probe) -> None:
    record = legation.code(probe.text, date=DATE)
    assert probe.test(record), [(e.type, e.status, e.date.start) for e in record.events]
