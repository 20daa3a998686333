"""Precision of claims, judged by reading: draws the claims to read, and scores what the reader said of them.

    python eval/claims_audit.py draw --corpus ../shared/data/corpus/dev.jsonl.gz --seed 1 --size 150 > drawn.jsonl
    python eval/claims_audit.py draw … --read > to_read.txt      # the same claims with their sentence and those before
    python eval/claims_audit.py score eval/audit/claims-1.jsonl

One claim of each document that has any, as `audit.py` draws events; rows kept in `eval/audit/` hold ids, spans and
verdicts only. `wrong` are the fields that are not right, of FIELDS; "meaning" where the row says nothing of a relation
or of a state (scores, private matters, people told of in a story). `score` prints each field with its 95 % interval.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from audit import commands, documents, drawn, wilson

from legation.coder import Coder
from legation.records import Claim, Period, Record

FIELDS = ("meaning", "kind", "measure", "dyad", "value", "period", "status")


def row(record: Record, claim: Claim) -> dict[str, Any]:
    """What is kept of a claim: whose it is and where it stands, no word of the text."""
    return {"document": record.document.id, "claim": claim.id, "span": claim.span, "rule": claim.why[0]}


def shown(number: int, record: Record, claim: Claim) -> str:
    """The claim and its sentence behind the two before it, for the reader."""
    text, spans = record.document.text, record.sentences
    before = " ".join(text[slice(*spans[i])] for i in range(max(0, claim.sentence - 2), claim.sentence))
    value = f"{claim.value} {claim.unit} {claim.bound}" if claim.value is not None else "-"
    said = (claim.kind, claim.measure, " ".join(claim.dyad), claim.direction, value, _days(claim.period))
    return "\n".join((f"#{number} {record.document.id} {record.document.published} | {record.document.title}",
                      f"  < {before}", f"  = {text[slice(*spans[claim.sentence])]}",
                      f"  ** {' | '.join(map(str, said))} | base {_days(claim.baseline)}",
                      f"  ** “{claim.text}” {' '.join(claim.why)}", ""))  # fmt: skip


def _days(period: Period | None) -> str:
    return f"{period.start}…{period.end}" if period else "-"


def score(path: Path) -> None:
    """Prints the figures of a file and its classes of error."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
    for field in ("all", *FIELDS):
        hits = sum(not r["wrong"] if field == "all" else field not in r["wrong"] for r in rows)
        value, low, high = wilson(hits, len(rows))
        print(f"{field:12}{value:6.1f} %   [{low:.1f}, {high:.1f}]")
    for error, count in Counter(r["error"] for r in rows if r["wrong"]).most_common():
        print(f"{count:4}  {error}")


def main() -> int:
    parser, draw = commands(__doc__, 150)
    draw.add_argument("--read", action="store_true")
    args = parser.parse_args()
    if args.command == "score":
        score(args.file)
        return 0
    records = map(Coder().code, documents(args.corpus, args.seed))
    for number, (record, claim) in enumerate(drawn(records, args.seed, args.size, lambda record: record.claims)):
        print(shown(number, record, claim) if args.read else json.dumps(row(record, claim)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
