"""How long the pages of a pair with many rows take: `python bench/pages.py --rows 20000`.

Makes a store of invented reports in a folder that goes away afterwards (`--store DIR`: kept, and used again), asks each
page several times through the application, and prints a table: the first answer, then the median and the 95th
percentile of the rest.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from itertools import islice
from pathlib import Path

from fastapi.testclient import TestClient
from invented import CHINA, IRAN, ROWS, RUSSIA, TURKEY, records

from legation.decisions import Trace
from legation.records import Record
from legation.store import open_store
from legation.web import app

ADDRESSES = (
    "/",
    "/pair/IRN-RUS",
    "/pair/IRN-RUS?type=CONSULT&status=occurred",
    "/pair/IRN-RUS?from=2019-01-01&to=2019-12-31",
    "/pair/IRN-RUS/events",
    "/pair/IRN-RUS/events?page=100",
    "/pair/IRN-RUS/statements",
    "/pair/IRN-RUS/claims",
    "/pair/IRN-RUS/brief",
    "/pair/IRN-RUS/brief?from=2019-01-01&to=2019-12-31",
    "/pair/IRN-RUS/events.csv",
    "/pair/IRN-RUS.json",
    "/doc/d0000001",
)


def fill(folder: Path, rows: int) -> None:
    """A store with `rows` rows of one pair and half as many of another."""
    with open_store(folder, create=True) as store:
        store.write(islice(records(IRAN, RUSSIA, "d"), rows // ROWS))
        store.write(islice(records(CHINA, TURKEY, "e"), rows // ROWS // 2))


def client(folder: Path) -> TestClient:
    """The application over a store; nothing is coded here."""
    site = app(folder, explain=lambda document: Trace(record=Record(document=document)))
    return TestClient(site, base_url="http://localhost")


def measure(asked: TestClient, address: str, repeat: int) -> tuple[list[float], int]:
    """Milliseconds of each whole answer in order, and the bytes of the last."""
    times, size = [], 0
    for _ in range(repeat):
        start = time.perf_counter()
        answer = asked.get(address)
        times.append((time.perf_counter() - start) * 1000)
        size = len(answer.content)
        if answer.status_code != 200:
            raise SystemExit(f"{address}: {answer.status_code}")
    return times, size


def table(asked: TestClient, repeat: int) -> None:
    """Measure and print every address."""
    print(f"load {os.getloadavg()[0]:.1f}; milliseconds over {repeat} answers")
    print(f"{'address':<52} {'first':>7} {'p50':>7} {'p95':>7} {'kB':>7}")
    for address in ADDRESSES:
        times, size = measure(asked, address, repeat)
        ordered = sorted(times[1:] or times)
        p50, p95 = ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        print(f"{address:<52} {times[0]:7.0f} {p50:7.0f} {p95:7.0f} {size / 1000:7.0f}", flush=True)


def main() -> None:
    """Fill, ask, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=20_000, help="rows of the pair")
    options.add_argument("--repeat", type=int, default=20)
    options.add_argument("--store", type=Path, help="keep the store here, and use it again")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.store or Path(scratch) / "store"
        if not folder.exists():
            fill(folder, given.rows)
        table(client(folder), given.repeat)


if __name__ == "__main__":
    main()
