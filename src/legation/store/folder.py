"""The folder of a store: what `store.json` says, and whether this Legation can use it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

import msgspec

from legation.errors import StoreError
from legation.records import SCHEMA, Row

VERSION = 2
NAME = "store.json"
UNSAFE = frozenset("%^|[]\\") if os.name == "posix" else frozenset("%^[]")


class Manifest(Row, frozen=True, kw_only=True):
    """What a store says of itself; `version` counts changes of layout, `legation` made it."""

    format: Literal["legation.store"] = "legation.store"
    version: int = VERSION
    legation: str
    schema: str = SCHEMA
    created: str


def legation_version() -> str:
    """The installed version of Legation, `0` in a bare checkout."""
    try:
        return version("legation")
    except PackageNotFoundError:
        return "0"


def now() -> str:
    """This moment as ISO 8601 in UTC, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def read_manifest(path: Path) -> Manifest:
    """The manifest of the store in a folder; raises `StoreError` LG501 (no store) or LG502 (another version)."""
    try:
        manifest = msgspec.json.decode((path / NAME).read_bytes(), type=Manifest)
    except (OSError, ValueError) as error:
        raise StoreError(
            "LG501", f"{path} is no Legation store", "`legation ingest SOURCE --store DIR` makes one"
        ) from error
    if manifest.version != VERSION:
        made = f"{path} has store version {manifest.version} (Legation {manifest.legation}), this one reads {VERSION}"
        newer = manifest.version > VERSION
        raise StoreError("LG502", made, "upgrade legation" if newer else "ingest the documents into a new store")
    return manifest


def make_folder(path: Path) -> None:
    """Make a folder a store; raises `StoreError` LG501 where it already holds something else."""
    if bad := UNSAFE.intersection(str(path)):
        raise StoreError("LG501", f"a store can't lie under a path with {' '.join(sorted(bad))}: {path}", "rename it")
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise StoreError("LG501", f"{path} exists and is no Legation store", "name a new or an empty folder")
    path.mkdir(parents=True, exist_ok=True)
    draft = path / f"{NAME}.{os.getpid()}"
    draft.write_bytes(msgspec.json.format(msgspec.json.encode(Manifest(legation=legation_version(), created=now()))))
    draft.replace(path / NAME)
