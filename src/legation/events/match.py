"""Rules over frames: every match of a predicate's rules, kept or dropped with its reason."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from legation.events.conditions import Conditions, Unmet
from legation.events.discards import discard
from legation.events.parties import Filling
from legation.events.rules import Rule, openers, rules
from legation.events.sides import Parties, owner, state
from legation.events.sorting import BACK
from legation.language.frame import Frame
from legation.language.parse import Word

KINDS = {"VERB": ("verb",), "AUX": ("verb",), "ADJ": ("adjective", "verb")}
# Types that are of interest between states only; what a government does to its own is coded for the others.
BETWEEN_STATES = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE", "AID"})
NOBODY = Parties((), ())
# Firms use no armed force: what they launch are products and prices. What two of these sign binds no state.
ARMED, FIRMS = frozenset({"ASSAULT", "MOBILIZE"}), frozenset({"BUS", "MNC"})
# Pronouns of states and bodies: of persons one may well be of the state whose other persons are told of.
NEITHER = frozenset({"it", "they"})
PREDICATIVE = frozenset({"xcomp", "root", "ccomp", "advcl", "acl", "acl:relcl", "conj", "parataxis", "csubj"})


class Candidate(msgspec.Struct, frozen=True):
    """A rule that met a frame; `reason` is None where it is kept."""

    rule: Rule
    frame: Frame
    parties: Parties
    reason: str | None = None
    unmet: Unmet | None = None


def candidates(filling: Filling) -> Iterator[Candidate]:
    """All candidates in the order of the text: per frame the first rule that holds, and those that fell before it."""
    conditions, known = Conditions(filling), openers()
    for word in filling.frames.parse.words:
        if known.isdisjoint((word.lower, word.lemma, word.lemma.lower())):  # as of most
            continue
        for kind in _kinds(filling, word):
            if found := _rules(filling, word, kind):
                yield from _decide(filling, conditions, filling.frames.at(word.i), found)


def _kinds(filling: Filling, word: Word) -> tuple[str, ...]:
    """The kinds of trigger that a word may be."""
    kinds = ("noun",) if filling.frames.nominal(word.i) else KINDS.get(word.pos, ())
    if kinds == ("noun",) and _named(filling, word):
        return ()
    return tuple(k for k in kinds if k != "adjective" or word.dep in PREDICATIVE)


def _rules(filling: Filling, word: Word, kind: str) -> tuple[Rule, ...]:
    """The rules of a word's lemma, or of its form where the tagger's lemma has none; a verb with its particle only."""
    lemma = word.lemma.lower() if kind == "noun" else filling.frames.lemma(word.i)
    return rules().get((kind, lemma)) or (() if " " in lemma else rules().get((kind, word.lower), ()))


def _named(filling: Filling, word: Word) -> bool:
    """Part of a name or of a date, and so no act: "Congress", "Border Patrol", "in March"."""
    named = word.i in filling.actors.by_word or (word.pos == "PROPN" and word.name != "O")
    return named or (word.pos == "PROPN" and word.i in filling.frames.parse.time_words)


def _decide(filling: Filling, conditions: Conditions, frame: Frame, found: tuple[Rule, ...]) -> Iterator[Candidate]:
    for rule in found:
        unmet = conditions.unmet(frame, rule)
        candidate = Candidate(rule, frame, NOBODY, "condition", unmet) if unmet else _candidate(filling, frame, rule)
        yield candidate
        if candidate.reason is None:
            return


def _candidate(filling: Filling, frame: Frame, rule: Rule) -> Candidate:
    return settled(filling, frame, rule, filling.parties(rule, frame))


def settled(filling: Filling, frame: Frame, rule: Rule, parties: Parties) -> Candidate:
    """A rule's match with its parties, kept or dropped."""
    reason = _parties_reason(rule, parties) or _another_acts(filling, frame, rule, parties)
    if reason:
        return Candidate(rule, frame, parties, reason)
    if found := discard(filling.frames, frame, rule, parties):
        return Candidate(rule, frame, parties, f"discard {found}")
    if parties.recipients or rule.alone or rule.reciprocal:
        sides = (tuple(p.ref for p in side) for side in (parties.actors, parties.recipients))
        filling.deeds.tell(frame, rule.type, *sides)
    return Candidate(rule, frame, parties)


def _parties_reason(rule: Rule, parties: Parties) -> str | None:
    if not parties.actors:
        return "no actor"
    if _refers_ahead(parties):
        return "refers ahead"
    if rule.type in ARMED and all(p.ref.via == "name" and p.ref.sector in FIRMS for p in parties.actors):
        return "a firm"
    if rule.type == "AGREE" and all(p.ref.sector in FIRMS for p in (*parties.actors, *parties.recipients)):
        return "firms only"
    if rule.reciprocal or parties.mutual:
        return None if len(parties.owners()) > 1 or rule.alone else "one party only"
    if rule.foreign and {state(p.ref) for p in parties.recipients} & {state(p.ref) for p in parties.actors}:
        return "own state among them"
    between = rule.type in BETWEEN_STATES or (rule.type == "SANCTION" and rule.mode != "convict")
    if parties.recipients and between and len(parties.owners()) == 1 and not rule.alone:
        return "own state only"
    return None if parties.recipients or rule.alone else "no recipient"


def _refers_ahead(parties: Parties) -> bool:
    """ "They urged to probe the U.S. forces": a pronoun is nobody whom its own clause names as the other side."""
    named = {owner(p.ref) for p in parties.recipients if p.ref.via not in BACK}
    return bool(named) and all(p.ref.text.lower() in NEITHER and {owner(p.ref)} == named for p in parties.actors)


def _another_acts(filling: Filling, frame: Frame, rule: Rule, parties: Parties) -> str | None:
    """ "Iran said Israel would attack": who is to act is not who says so."""
    own = {owner(p.ref) for p in parties.actors}
    doers = {owner(r) for slot in rule.same for w in filling.fillers(frame, slot) for r in filling.actors.refs(w)}
    return None if doers <= own | {""} else "another acts"
