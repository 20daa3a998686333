"""A small store of hand-made records on two pairs; all texts are ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.store import Store, open_store
from tests.brief.sample_records import records


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = open_store(tmp_path / "store", create=True)
    made.write(records())
    return made
