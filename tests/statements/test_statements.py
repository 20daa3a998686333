"""Who says what to whom, through whom, and when."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from legation.actors import Actors
from legation.language import Frames, parse
from legation.records import ActorRef, Document, Statement
from legation.statements import Coded, code
from tests.statements.cases import CASES, CHAINS, NOTHING, Case

PUBLISHED = "2021-06-15"


def coded(text: str) -> Coded:
    parsed = parse(Document(id="d", text=text.replace("¶", "\n\n"), published=PUBLISHED))
    return code(Frames(parsed), Actors(parsed))


def name(ref: ActorRef) -> str:
    return " ".join(str(v) for v in (ref.actor, ref.name, ref.role, ref.text) if v)


def are(refs: tuple[ActorRef, ...], wanted: str) -> bool:
    """As many mentions as parts wanted, each part in the name of its own, in order."""
    parts = [] if wanted in ("", "—") else wanted.split("/")
    return len(refs) == len(parts) and all(p.lower() in name(r).lower() for p, r in zip(parts, refs, strict=True))


def is_(statement: Statement, case: Case) -> bool:
    return (
        are(statement.speakers, case.speakers)
        and are(statement.addressees, case.to)
        and are(statement.via, case.via)
        and statement.content.text == case.content
        and statement.mode == case.mode
        and (statement.date.basis == "publication" if not case.date else statement.date.start == case.date)
    )


def shown(statement: Statement) -> str:
    refs = [[name(r) for r in part] for part in (statement.speakers, statement.addressees, statement.via)]
    return f"{refs} {statement.mode} {statement.date.start} {statement.content.text!r} {statement.why}"


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.text[:60])
def test_case(case: Case) -> None:
    found = coded(case.text)
    fell = [(d.text, d.reason) for d in found.decisions if not d.kept]
    assert any(is_(s, case) for s in found.statements), "\n".join([*map(shown, found.statements), str(fell)])


@pytest.mark.parametrize(("text", "reason"), NOTHING)
def test_nothing_is_said(text: str, reason: str) -> None:
    found = coded(text)
    assert found.statements == (), [shown(s) for s in found.statements]
    assert not reason or any(reason in d.reason for d in found.decisions), found.decisions


def test_a_nested_statement_names_its_parent() -> None:
    outer, inner = coded("The Kremlin said Putin had told Raisi that Russia would deliver wheat.").statements
    assert (outer.parent, inner.parent) == (None, outer.id)


def test_we_inside_a_quotation_is_who_is_quoted() -> None:
    found = coded('"We believe that Iran will comply," Lavrov said.').statements
    inner = next(s for s in found if s.mode != "direct" or s.parent)
    assert [(r.name, r.text, r.via) for r in inner.speakers] == [("Sergei Lavrov", "We", "pronoun")]


def test_every_decision_names_its_rule() -> None:
    assert all(d.rule and d.source for case in CHAINS for d in coded(case.text).decisions)


TEXTS = some.lists(some.sampled_from([c.text for c in CASES]), min_size=1, max_size=3).map("\n\n".join)


@settings(deadline=None)
@given(TEXTS)
def test_spans_slice_to_their_text(text: str) -> None:
    stored = text.replace("¶", "\n\n")
    for s in coded(text).statements:
        assert s.text == stored[slice(*s.span)]
        assert s.content.text == " … ".join(stored[slice(*p)] for p in s.content.spans)
        assert s.cue is not None
        assert s.cue.text == stored[slice(*s.cue.span)]
        assert all(r.text == stored[slice(*r.span)] for r in (*s.speakers, *s.addressees, *s.via))
        assert not any(s.content.spans[i][1] > s.content.spans[i + 1][0] for i in range(len(s.content.spans) - 1))
