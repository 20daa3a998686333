"""A trace as a tree for reading: each sentence, what was kept and by which rule, what fell and why."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from legation.cli.rows import asserted, one_line, who
from legation.decisions import Decision, Slot, Trace
from legation.records import ActorRef, Claim, Date, Event, Period, Record, Span, Statement

AnyRow = Event | Statement | Claim
UNWRAPPED = 100_000


def show(trace: Trace) -> None:
    """Prints the tree on stdout; in a pipe without colour and without folding."""
    width = None if sys.stdout.isatty() else UNWRAPPED
    console = Console(file=sys.stdout, width=width, highlight=False)
    console.print(Text(_heading(trace.record), style="bold"))
    for number, tree in _sentences(trace):
        console.print(Text(f"\n{number + 1}"), end=" ")
        console.print(tree)
    for line in _ending(trace):
        console.print(Text(line))


def _heading(record: Record) -> str:
    counts = ((len(record.events), "event"), (len(record.statements), "statement"), (len(record.claims), "claim"))
    told = ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for count, name in counts)
    return f"{record.document.id} · published {record.document.published or 'on an unknown day'} · {told}"


def _sentences(trace: Trace) -> Iterable[tuple[int, Tree]]:
    """A tree for each sentence with a decision; for each sentence at all where nothing was coded."""
    record = trace.record
    coded: list[AnyRow] = [*record.events, *record.statements, *record.claims]
    rows = {row.id: row for row in coded}
    for number, span in enumerate(record.sentences):
        found = [decision for decision in trace.decisions if decision.sentence == number]
        if found or not rows:
            yield number, _sentence(record, span, found, rows)


def _sentence(record: Record, span: Span, found: list[Decision], rows: dict[str, AnyRow]) -> Tree:
    references = [decision for decision in found if decision.kind == "actor"]
    found = [decision for decision in found if decision.kind != "actor"]
    kept = [decision for decision in found if decision.kept]
    tree = Tree(marked(record.document.text, span, _evidence(kept or found, span)), guide_style="dim")
    for decision in kept:
        _kept(tree, decision, rows.get(decision.row or ""))
    for alike in fallen(found):
        _dropped(tree, alike)
    for reference in references:
        tree.add(_reference(reference))
    actors = outermost(ref for ref in record.actors if span[0] <= ref.span[0] < span[1])
    if actors:
        tree.add(Text("named: " + " · ".join(dict.fromkeys(map(_named, actors))), style="dim"))
    if not found:
        tree.add(Text("nothing here is a trigger of a rule", style="dim"))
    return tree


def marked(text: str, sentence: Span, spans: Iterable[Span]) -> Text:
    """The sentence with square brackets round the evidence, so that it shows without colour too.

    >>> marked("Putin met Raisi.", (0, 16), [(0, 5), (10, 15)]).plain
    '[Putin] met [Raisi].'
    """
    result, position = Text(), sentence[0]
    for start, end in joined(spans):
        result.append(one_space(text[position:start]))
        result.append(f"[{one_space(text[start:end])}]", style="bold cyan")
        position = end
    result.append(one_space(text[position : sentence[1]]))
    return result


def joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, overlapping ones made one.

    >>> joined([(4, 6), (0, 2), (1, 3)])
    [(0, 3), (4, 6)]
    """
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def one_space(text: str) -> str:
    """Line breaks as spaces; the length stays."""
    return text.replace("\r", " ").replace("\n", " ")


def _evidence(found: list[Decision], sentence: Span) -> list[Span]:
    """The words that filled slots, and triggers: short spans, not whole sentences."""
    slots = [slot.span for decision in found for slot in decision.slots]
    short = (sentence[1] - sentence[0]) / 2
    spans = slots or [decision.span for decision in found if decision.span[1] - decision.span[0] <= short]
    return [(a, b) for a, b in spans if sentence[0] <= a < b <= sentence[1] and b - a <= short]


def _kept(tree: Tree, decision: Decision, row: AnyRow | None) -> None:
    branch = tree.add(Text.assemble(("✓ ", "green"), (f"{decision.kind} ", "bold"), _told(row) or decision.reason))
    branch.add(Text(f"rule {decision.rule or '–'}{_place(decision)}"))
    for slot in decision.slots:
        branch.add(_slot(slot))
    if isinstance(row, Statement):
        branch.add(Text.assemble(("content: ", "cyan"), f'"{one_line(row.content.text)}"'))
    detail = _detail(row, decision)
    if detail:
        branch.add(Text(detail))


def fallen(found: Iterable[Decision]) -> list[list[Decision]]:
    """The rejected candidates; those of the same words that fell for the same reason are together."""
    groups: dict[tuple[object, ...], list[Decision]] = {}
    for decision in found:
        if not decision.kept:
            key = (decision.kind, decision.span, decision.reason, decision.slots)
            groups.setdefault(key, []).append(decision)
    return list(groups.values())


def _dropped(tree: Tree, alike: list[Decision]) -> None:
    first = alike[0]
    words = f' "{one_line(first.text)}"' if first.text else ""
    branch = tree.add(Text.assemble(("✗ ", "red"), f"{first.kind}{words}: {first.reason}"))
    for decision in alike:
        if decision.rule:
            detail = f": {decision.detail}" if decision.detail else ""
            branch.add(Text(f"rule {decision.rule}{_place(decision)}{detail}"))
        elif decision.detail:
            branch.add(Text(decision.detail))
    for slot in first.slots:
        branch.add(_slot(slot))


def _reference(decision: Decision) -> Text:
    """ "he" = "Sergei Lavrov" → RUS.sergei-lavrov (0.91 …), or why it was left open."""
    detail = f" ({decision.detail})" if decision.detail else ""
    if not decision.kept:
        return Text(f'"{decision.text}": {decision.reason}{detail}', style="dim")
    values = (f' = "{one_line(s.text)}"' + (f" → {s.value}" if s.value else "") for s in decision.slots)
    return Text(f'"{decision.text}"{"".join(values)}{detail}', style="dim")


def _place(decision: Decision) -> str:
    return f" ({decision.source})" if decision.source else ""


def _slot(slot: Slot) -> Text:
    value = f"  → {slot.value}" if slot.value else ""
    return Text.assemble((f"{slot.name}: ", "cyan"), f'"{one_line(slot.text)}"', value)


def _told(row: AnyRow | None) -> str:
    """A row in short."""
    if isinstance(row, Event):
        whom = f" → {who(row.recipients)}" if row.recipients else ""
        cameo = f" (CAMEO {row.cameo})" if row.cameo else ""
        return f"{row.type} {row.mode or ''}".strip() + f"{cameo}: {who(row.actors) or 'nobody named'}{whom}"
    if isinstance(row, Statement):
        whom = f" → {who(row.addressees)}" if row.addressees else ""
        return f"{row.mode}: {who(row.speakers) or 'nobody named'}{whom}"
    if isinstance(row, Claim):
        return f"{row.kind}: {asserted(row)}" + (f" ({'–'.join(row.dyad)})" if row.dyad else "")
    return ""


def _detail(row: AnyRow | None, decision: Decision) -> str:
    parts = [decision.detail or ""]
    if isinstance(row, Event):
        parts += [f"status {row.status}", _when(row.date)]
    if isinstance(row, Statement):
        parts += [_when(row.date), *(f"toward {stance.toward} {stance.value:+.1f}" for stance in row.stance)]
    if isinstance(row, Claim) and row.period:
        parts.append(
            f"period {_days(row.period)}" + (f' from "{one_line(row.period.text)}"' if row.period.text else "")
        )
    if row is not None:
        parts.append(f"confidence {row.confidence:.2f}")
    return " · ".join(part for part in parts if part)


def _when(date: Date) -> str:
    days = _days(date)
    return f'{days} from "{one_line(date.text)}"' if date.text else f"{days} by {date.basis}"


def _days(interval: Date | Period) -> str:
    return " … ".join(dict.fromkeys(day for day in (interval.start, interval.end) if day)) or "no day"


def outermost(refs: Iterable[ActorRef]) -> list[ActorRef]:
    """The mentions that lie in no longer mention of the same actor or country."""
    found = list(refs)

    def within(inner: ActorRef, outer: ActorRef) -> bool:
        (a, b), (start, end) = inner.span, outer.span
        same = inner.actor == outer.actor or inner.country == outer.country
        return same and start <= a and b <= end and (a, b) != (start, end)

    return [ref for ref in found if not any(within(ref, other) for other in found)]


def _named(ref: ActorRef) -> str:
    role = f", {ref.role}" if ref.role else ""
    via = f" (by {ref.via})" if ref.via else ""
    return f'"{one_line(ref.text)}" = {ref.actor or "not resolved"}{role}{via}'


def _ending(trace: Trace) -> list[str]:
    """Issues; and for a text without an event, what became of its candidates."""
    lines = [f"issue {issue.code}: {issue.message}" for issue in trace.record.issues]
    if trace.record.events:
        return lines
    fell = [decision for decision in trace.decisions if decision.kind == "event" and not decision.kept]
    if not fell:
        return [*lines, "", "no event: no word of the text is a trigger of an event rule"]
    reasons = Counter(decision.reason for decision in fell)
    told = "; ".join(f"{reason} ({count})" if count > 1 else reason for reason, count in reasons.most_common())
    return [*lines, "", f"no event: {len(fell)} candidate{'' if len(fell) == 1 else 's'} fell: {told}"]
