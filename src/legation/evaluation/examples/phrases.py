"""Examples of status cues, time expressions, references and issues."""

from __future__ import annotations

from legation.actors import Actors
from legation.evaluation.examples.case import Case, Outcome
from legation.language import Frames, Parse, parse, status
from legation.language.times import rules, times
from legation.records import Document
from legation.statements.issues import Issues


def status_of(case: Case) -> Outcome:
    """The predicate named has the status named, by this cue; of a counter-example, without it."""
    parsed = _parsed(case)
    word = next((w for w in parsed.words if w.text == case.example["predicate"]), None)
    if word is None:
        return Outcome(False, (f"no word {case.example['predicate']!r}",))
    frames = Frames(parsed)
    found = status(frames, frames.at(word.i))
    cues = [c.rule.id for c in found.cues]
    holds = found.status == case.example["status"] and (case.rule in cues) == case.wanted
    return Outcome(holds, (f"{word.text}: {found.status} [{', '.join(cues)}]",))


def dated(case: Case) -> Outcome:
    """A time expression of this rule has the days named; what a rule emits only inside others may be another's."""
    found = times(case.text, case.day, tense=lambda _: case.example.get("tense"))
    inner = {rule.id for rule in rules() if not rule.emit}
    days = [(t.start, t.end) for t in found if case.rule in inner or t.rule == case.rule]
    holds = (case.example["start"], case.example["end"]) in days if case.wanted else not days
    return Outcome(holds, tuple(f"{t.start}/{t.end} [{t.rule}]" for t in found))


def referred(case: Case) -> Outcome:
    """The words named refer to the actors or to the act named; of a counter-example, to nothing."""
    parsed = _parsed(case)
    actors, head = Actors(parsed), _head(parsed, case.example["refers"])
    back = actors.references.antecedents.found.antecedents(head)
    named = {r.actor if r.country is None else r.country for r in actors.refs(head)}
    acts = [parsed.slice(m.span) for m in back if m.form == "verb" or "to" in case.example]
    if not case.wanted:
        listed = [r.actor for r in actors.resolve(head) if r.actor]
        return Outcome(not listed and not acts, (*listed, *acts))
    wanted, gives = case.example, (*sorted(map(str, named)), *acts)
    holds = named == set(wanted["actors"]) if "actors" in wanted else acts[:1] == [wanted["to"]]
    return Outcome(holds, gives)


def about(case: Case) -> Outcome:
    """The text names the issue in its normal form; a counter-example names none."""
    parsed = _parsed(case)
    named = tuple(issue.name for issue in Issues(parsed).within(range(len(parsed.words))))
    return Outcome(case.example["issue"] in named if case.wanted else not named, named)


def _parsed(case: Case) -> Parse:
    return parse(Document(id="d", text=case.text, published=case.day))


def _head(parsed: Parse, words: str) -> int:
    start = parsed.text.rindex(words)
    inside = parsed.words_in((start, start + len(words)))
    return next(w for w in inside if parsed.words[w].head not in inside)
