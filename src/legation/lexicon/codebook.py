"""The codebook, `docs/codebook.md`: what each type, mode, context, status and code means, with examples of rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from legation.lexicon.catalogue import Listed, catalogue, told_examples
from legation.lexicon.source import SOURCE
from legation.ontology import (
    CAMEO,
    CONTEXTS,
    QUAD_RULE,
    QUADS,
    SCALE,
    STATUSES,
    TYPES,
    CameoCode,
    Context,
    code_of,
    open_code,
)
from legation.ontology.codes import EventType, Mode

EXAMPLES, COUNTER_EXAMPLES, WORDS = 2, 2, 8
INTRO = """\
# Codebook

What Legation's codes mean. This page is made from the ontology and the lexicon (`legation lexicon codebook`); each
example is one of a rule, and is run as a test. An event has a [type](#types) of PLOVER and often a mode,
[contexts](#contexts), a [status](#statuses) and a [CAMEO code](#cameo-codes-and-scales) with quad and Goldstein value.
What the fields of a record are, the schema says ([record.schema.json](record.schema.json)).

- An event is coded between actors that are states, organisations, or persons and bodies in them. Who acts stands left
  of the arrow.
- The type is that of the outer act: a threat to attack is THREATEN, a promise to sign AGREE, a refusal to leave REJECT.
  An accusation is ACCUSE and a statement, and the alleged act an event of its own that names this statement.
- In types marked *mutual* all parties are actors. A mode marked ° is ours: PLOVER has none for it.
- Lines with ✓ are examples, lines with ✗ counter-examples, with the reason. Intensity is PLOVER's, from −10 to 10.
"""
PAGE = SOURCE.parent / "docs" / "codebook.md"
"""The page in a checkout."""


def stale() -> bool:
    """Whether there is a page that differs from what ontology and lexicon give."""
    return PAGE.exists() and PAGE.read_text("utf8") != codebook()


def codebook() -> str:
    """The whole page, for the lexicon in use."""
    parts = [INTRO, *_contents(), "\n## Types\n", *map(_type, TYPES.values()), _contexts(), _statuses(), _codes()]
    return "\n".join(parts).rstrip() + "\n"


def _contents() -> Iterator[str]:
    for type_ in TYPES.values():
        modes = ", ".join(f"[{mode}](#{_anchor(type_.id, mode)})" for mode in type_.modes)
        yield f"- [{type_.id}](#{type_.id.lower()}) – {type_.label}{f': {modes}' if modes else ''}"
    yield "- [Contexts](#contexts) · [Statuses](#statuses) · [CAMEO codes and scales](#cameo-codes-and-scales)"


def _anchor(type_: str, mode: str) -> str:
    return f"{type_}-{mode}".lower()


def _type(type_: EventType) -> str:
    mutual = " · *mutual*" if type_.reciprocal else ""
    between = " · only with a recipient" if type_.requires_recipient else ""
    facts = f"quad {type_.quad}, {QUADS[type_.quad]} · intensity {type_.intensity:+.1f}{mutual}{between}"
    head = [f"### {type_.id}\n", f"{type_.definition}\n", f"{_code(type_.id, None)} · {facts}\n"]
    return "\n".join([*head, *_shown(type_.id, None), *(_mode(type_, m) for m in type_.modes.values())]) + "\n"


def _mode(type_: EventType, mode: Mode) -> str:
    own = " °" if mode.house else ""
    head = [f"\n#### {type_.id} {mode.id}\n", f"{mode.definition}{own}\n"]
    facts = f"{_code(type_.id, mode.id)} · intensity {mode.intensity:+.1f}\n"
    return "\n".join([*head, facts, *_shown(type_.id, mode.id)])


def _code(type_: str, mode: str | None) -> str:
    code = CAMEO[code_of(type_, mode)]
    values = ", ".join(f"{name} {value:+.1f}" for name, value in code.scales.items())
    quads = ", ".join(f"{name} {quad}" for name, quad in code.quads.items())
    return f"CAMEO [{code.code}](#cameo-codes-and-scales), {code.name.lower()} · Goldstein {values} · quad {quads}"


def _shown(type_: str, mode: str | None) -> Iterator[str]:
    """The first examples of the rules of a type and mode, one a rule, in the order of the files."""
    rules = [r for r in _rules() if r.fields["type"] == type_ and r.fields.get("mode") == mode]
    good = (e for r in rules for e in islice(_told(r, "examples"), 1))
    bad = (e for r in rules for e in islice(_told(r, "not"), 1) if e.get("because"))
    yield from map(_example, islice(good, EXAMPLES))
    yield from (f"- ✗ “{e['text']}” – {e['because']}" for e in islice(bad, COUNTER_EXAMPLES))


def _rules() -> list[Listed]:
    """All rules of events; those of the finder last."""
    return sorted((e for e in catalogue().values() if e.table == "events"), key=lambda e: "found" in e.fields)


def _told(rule: Listed, key: str) -> Iterator[dict[str, Any]]:
    return iter(told_examples().get(rule.id, {}).get(key, []))


def _example(example: dict[str, Any]) -> str:
    sides = [", ".join(map(str, example.get(side) or ())) for side in ("actors", "recipients")]
    status = f", {example['status']}" if example.get("status") else ""
    return f"- ✓ “{example['text']}” – {' → '.join(filter(None, sides))}{status}"


def _contexts() -> str:
    listed = {e.fields["context"]: e for e in catalogue().values() if e.table == "contexts"}
    rows = (_context(context, listed[context.id]) for context in CONTEXTS.values())
    intro = (
        "What an event is about; it may have several. A context has no quad and no Goldstein value of its own: "
        "the codes that it helps to choose have.\n"
    )
    head = [
        "| context | about | some words that show it | example | counter-example | CAMEO codes |",
        "|---|---|---|---|---|---|",
    ]
    return "\n".join(["## Contexts\n", intro, *head, *rows])


def _context(context: Context, entry: Listed) -> str:
    words = entry.fields["words"]
    own = (str(example["text"]) for example in _told(entry, "examples"))
    example = next(chain(own, _about(context, words)), None)
    shown = f"“{example}”" if example else ""
    against = next((f"“{e['text']}” – {e['because']}" for e in _told(entry, "not")), "")
    codes = ", ".join(code.code for code in CAMEO.values() if context.id in code.contexts)
    return f"| `{context.id}` | {context.definition} | {', '.join(words[:WORDS])} | {shown} | {against} | {codes} |"


def _about(context: Context, words: Iterable[str]) -> Iterator[str]:
    """Examples of rules that give the context, then of rules whose example has a word of it."""
    told = [(rule, example["text"]) for rule in _rules() for example in _told(rule, "examples")]
    yield from (text for rule, text in told if context.id in rule.fields.get("contexts", ()))
    marks = [f" {word} " for word in words]
    yield from (text for _, text in told if any(mark in _spaced(text) for mark in marks))


def _spaced(text: str) -> str:
    return f" {''.join(c if c.isalnum() or c in '-' else ' ' for c in text.lower())} "


def _statuses() -> str:
    lines = ["\n## Statuses\n", "Whether it happened, as the words say – not whether it is true.\n"]
    cues = [entry for entry in catalogue().values() if entry.table == "status"]
    for status in STATUSES.values():
        lines.append(f"### {status.id}\n\n{status.definition}\n")
        given = (e for cue in cues for e in islice(_told(cue, "examples"), 1) if e["status"] == status.id)
        lines += [f"- ✓ “{e['text']}” – {e['predicate']}" for e in islice(given, 2 * EXAMPLES)]
        lines.append("")
    return "\n".join(lines)


def _codes() -> str:
    scales = sorted({name for code in CAMEO.values() for name in code.scales})
    rules = sorted({name for code in CAMEO.values() for name in code.quads})
    lines = [
        "## CAMEO codes and scales\n",
        f"Each code with the PLOVER type and mode that it is, its Goldstein value by scale ({', '.join(scales)}; "
        f"events get that of {SCALE}) and its quad by source ({', '.join(rules)}; events get that of {QUAD_RULE}). "
        f"Quads: {'; '.join(f'{quad} {name}' for quad, name in QUADS.items())}. Root 01 are statements and no events. "
        "**Bold**: what an event of that type and mode gets when its rule names no other; its words, contexts and "
        "status may say more (`legation lexicon codes`).\n",
        f"| code | name | type and mode | {' | '.join(scales)} | {' | '.join(rules)} | example |",
        f"|---|---|---|{'---:|' * (len(scales) + len(rules))}---|",
    ]
    shown = dict(_coded())
    return "\n".join([*lines, *(_code_row(code, scales, rules, shown.get(code.code, "")) for code in CAMEO.values())])


def _coded() -> Iterator[tuple[str, str]]:
    """A code and a text told with it: of rules, unless it may be refined, then of the entries that refine."""
    for rule in _rules():
        code = rule.fields.get("cameo") or code_of(rule.fields["type"], rule.fields.get("mode"))
        yield from ((code, f"“{e['text']}”") for e in islice(_told(rule, "examples"), 1) if not open_code(code))
    entries = (entry for entry in catalogue().values() if entry.table == "codes")
    yield from ((e["code"], f"“{e['text']}”") for entry in entries for e in _told(entry, "examples"))


def _code_row(code: CameoCode, scales: list[str], rules: list[str], example: str) -> str:
    kind = " ".join(filter(None, (code.type, code.mode)))
    default = code.type and code.mode in (None, *TYPES[code.type].modes) and code_of(code.type, code.mode) == code.code
    more = f" ({', '.join(code.contexts)})" if code.contexts else ""
    values = [f"{code.scales[name]:+.1f}" if name in code.scales else "" for name in scales]
    quads = [str(code.quads[name]) for name in rules]
    shown = f"**{code.code}**" if default else code.code
    return f"| {shown} | {code.name} | {kind or '–'}{more} | {' | '.join([*values, *quads])} | {example} |"
