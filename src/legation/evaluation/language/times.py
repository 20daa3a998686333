"""Measures time expressions: GUM news, WikiWars, Microsoft's unit cases, and speed.

    python eval/time.py --data ../shared/data [--misses]

A gold date is right when it lies under one of our expressions and the days are the same, in one of two readings:
  exact    the interval is the gold interval
  sensible exact, or one of: the end of our range or open interval that the gold words name ("from [2004] to 2009",
           "by [2050]"); a current unit that we end, or begin, on the day of publication ("this year")
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from legation.language.times import TimeExpression, times

Days = tuple[str | None, str | None]


def records(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def days(value: str) -> Days | None:
    """The first and last day of a TIMEX value; None for what is no date."""
    if "/" in value:
        first, last = value.split("/")
        ends = days(first) if first else (None, None), days(last) if last else (None, None)
        return (ends[0][0], ends[1][1]) if ends[0] and ends[1] else None
    parts = value.split("T")[0].split("-")
    try:
        numbers = [int(part) for part in parts]
    except ValueError:
        return week(parts)
    if len(parts[0]) == 3:
        return f"{parts[0]}0-01-01", f"{parts[0]}9-12-31"
    if len(parts[0]) != 4 or ":" in value.split("T")[0]:
        return None
    if len(numbers) == 1:
        return f"{numbers[0]:04}-01-01", f"{numbers[0]:04}-12-31"
    if len(numbers) == 2 and 1 <= numbers[1] <= 12:
        return f"{value[:7]}-01", f"{value[:7]}-{monthrange(*numbers)[1]}"
    return (value[:10], value[:10]) if len(numbers) == 3 else None


def week(parts: list[str]) -> Days | None:
    if len(parts) == 2 and parts[1][:1] == "W" and parts[1][1:].isdigit() and parts[0].isdigit():
        monday = date.fromisocalendar(int(parts[0]), int(parts[1][1:]), 1)
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    return None


def over(found: tuple[TimeExpression, ...], start: int, end: int) -> list[TimeExpression]:
    return [each for each in found if each.span[0] < end and start < each.span[1]]


def sensible(each: TimeExpression, gold: Days, published: str, text: str, at: tuple[int, int]) -> bool:
    ours = (each.start, each.end)
    if ours == gold:
        return True
    if each.precision in ("range", "open") or each.kind == "range":
        inside = at[0] >= each.span[0] and at[1] <= each.span[1]
        if inside and ((each.start == gold[0] and each.start) or (each.end == gold[1] and each.end)):
            return True
    clipped = {(gold[0], published), (published, gold[1])}
    return ours in clipped and bool(gold[0] and gold[1] and gold[0] <= published <= gold[1])


def measure(documents: list[dict[str, Any]], show: bool) -> Counter[str]:
    score: Counter[str] = Counter()
    for document in documents:
        found = times(document["text"], document["dct"])
        for gold in document["timex"]:
            wanted = days(gold["value"])
            if wanted is None:
                continue
            hits = over(found, gold["s"], gold["e"])
            at = (gold["s"], gold["e"])
            exact = any((each.start, each.end) == wanted for each in hits)
            good = exact or any(sensible(each, wanted, document["dct"], document["text"], at) for each in hits)
            score.update(all=1, found=bool(hits), exact=exact, sensible=good)
            if show and not good:
                context = document["text"][max(0, at[0] - 50) : at[1] + 20].replace("\n", " ")
                print(f"{document['doc_id']} {document['dct']}: …{context}… [{gold['text']}] {gold['value']}")
                print("    ours:", [(each.text, each.start, each.end, each.rule) for each in hits])
    return score


def microsoft(path: Path, show: bool) -> Counter[str]:
    score: Counter[str] = Counter()
    for case in records(path):
        for result in case["results"]:
            if result["type"] not in ("date", "daterange") or not result["values"] or case["not_python"]:
                continue
            wanted = {bounds(value) for value in result["values"]} - {None}
            if not wanted:
                continue
            hits = over(times(case["text"], case["ref"][:10]), result["s"], result["e"] + 1)
            right = any((each.start, each.end) in wanted for each in hits)
            kept = right or any(starts(each, wanted) for each in hits)
            score.update(all=1, found=bool(hits), exact=right, sensible=kept)
            if show and not kept:
                print(f"{case['ref'][:10]}: {case['text'][:80]} [{result['text']}] {wanted}")
                print("    ours:", [(each.text, each.start, each.end, each.rule) for each in hits])
    return score


def bounds(value: dict[str, str]) -> Days | None:
    """Microsoft's ends are exclusive, but for ranges between two named days."""
    if "value" in value:
        return (value["value"],) * 2 if value["value"][:1].isdigit() else None
    if "start" not in value and "end" not in value:
        return None
    end = value.get("end")
    last = (date.fromisoformat(end) - timedelta(days=1)).isoformat() if end else None
    return value.get("start"), last


def starts(each: TimeExpression, wanted: set[Days]) -> bool:
    """The same range with Microsoft's end read as a day, or as the month that it opens."""
    for start, end in wanted:
        if start == each.start and end and each.end:
            gap = (date.fromisoformat(each.end) - date.fromisoformat(end)).days
            if 0 <= gap <= 31:
                return True
    return False


def speed(documents: list[dict[str, Any]]) -> float:
    words = sum(len(document["text"].split()) for document in documents)
    began = time.process_time()
    for document in documents:
        times(document["text"], document["dct"])
    return words / (time.process_time() - began)


def line(name: str, score: Counter[str]) -> str:
    total = score["all"]
    shares = ", ".join(
        f"{key} {score[key]} ({100 * score[key] / total:.1f} %)" for key in ("found", "exact", "sensible")
    )
    return f"{name}: {total} gold; {shares}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--misses", choices=["gum", "wikiwars", "microsoft"])
    options = parser.parse_args()
    folder = options.data / "time"
    gum = [each for each in records(folder / "timex_gum.jsonl.gz")]
    news = [each for each in gum if each["genre"] == "news"]
    print(line("GUM news", measure(news, options.misses == "gum")))
    print(line("GUM, other genres", measure([each for each in gum if each["genre"] != "news"], False)))
    wars = list(records(folder / "timex_wikiwars.jsonl.gz"))
    print(line("WikiWars", measure(wars, options.misses == "wikiwars")))
    print(line("Microsoft", microsoft(folder / "ms_datetime_specs.jsonl.gz", options.misses == "microsoft")))
    print(f"speed: {speed(gum):,.0f} words per CPU second")


if __name__ == "__main__":
    main()
