"""Chains: a statement inside another's content has it as parent and media above as channel; "we" is who is quoted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from legation.language.parse import Parse
from legation.records import ActorRef, Span, Statement
from legation.statements.cues import form
from legation.statements.near import quoted
from legation.statements.relays import medial


def nested(statements: Sequence[Statement], parse: Parse) -> list[Statement]:
    """The same statements with `parent` and `via` set; via runs from the outermost outlet inwards."""
    by_id = {s.id: s for s in statements}
    holding = _by_sentence(statements, parse)
    parents = {s.id: _parent(s, holding.get(s.sentence, ())) for s in statements}
    out = []
    for s in statements:
        chain: list[Statement] = []
        above = parents[s.id]
        while above is not None and len(chain) < 8:
            chain.append(by_id[above])
            above = parents[above]
        media = [r for p in reversed(chain) for r in (*p.via, *(r for r in p.speakers if medial(parse, r)))]
        own = {r.actor or r.text for r in s.speakers}
        via = tuple({r.actor or r.text: r for r in (*media, *s.via) if (r.actor or r.text) not in own}.values())
        out.append(msgspec.structs.replace(s, parent=parents[s.id], via=via))
    return out


def _by_sentence(statements: Sequence[Statement], parse: Parse) -> dict[int, list[Statement]]:
    """Sentence → the statements whose content stands in it."""
    found: dict[int, list[Statement]] = defaultdict(list)
    for s in statements:
        for i in sorted({parse.words[w].sentence for span in s.content.spans for w in parse.words_in(span)}):
            found[i].append(s)
    return found


def _parent(statement: Statement, others: Sequence[Statement]) -> str | None:
    """The smallest other statement whose content holds this one's cue and that is not held by it."""
    if statement.cue is None:
        return None
    holding = [
        o
        for o in others
        if o.id != statement.id
        and o.cue is not None
        and (_within(statement.cue.span, o.content.spans) or _taken_up(statement, o))
        and not _within(o.cue.span, statement.content.spans)
    ]
    return min(holding, key=lambda o: sum(b - a for a, b in o.content.spans)).id if holding else None


def _taken_up(statement: Statement, other: Statement) -> bool:
    """ "Erdogan dismissed Macron's claim that …": both have the same content, the inner cue stands nearer to it."""
    if statement.cue is None or other.cue is None or statement.content.spans != other.content.spans:
        return False
    return other.cue.span[1] <= statement.cue.span[0] < statement.content.spans[0][0]


def _within(span: Span, spans: Sequence[Span]) -> bool:
    return any(a <= span[0] and span[1] <= b for a, b in spans)


def in_first_person(statements: Sequence[Statement], parse: Parse) -> list[Statement]:
    """ "I" and "we" inside a quotation are the speakers of the statement that quotes it."""
    by_id = {s.id: s for s in statements}
    return [_resolved(s, by_id, parse) for s in statements]


def _resolved(statement: Statement, by_id: dict[str, Statement], parse: Parse) -> Statement:
    above = by_id.get(statement.parent or "")
    if above is None or not above.speakers or not any(_first_person(r) for r in statement.speakers):
        return statement
    if not quoted(parse, statement.span[0]):
        return statement
    found = [r for own in statement.speakers for r in (_as(above.speakers, own) if _first_person(own) else (own,))]
    return msgspec.structs.replace(statement, speakers=tuple(found))


def _first_person(ref: ActorRef) -> bool:
    return (ref.actor is None or ref.via == "pronoun") and ref.text.lower() in form("first_person")


def _as(refs: Sequence[ActorRef], own: ActorRef) -> list[ActorRef]:
    return [msgspec.structs.replace(r, text=own.text, span=own.span, via="pronoun") for r in refs]
