"""A state's own people as those whom its force reaches: "Kenyan police shot dead 39 demonstrators" names no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.actors import Actors
from legation.actors.vocabulary import Body
from legation.events.rules import Rule
from legation.events.sides import Party, owner
from legation.language.frame import Frame
from legation.language.tables import frame_tables
from legation.records import ActorRef

if TYPE_CHECKING:
    from legation.events.parties import Filling

# PLOVER sectors that act for a state; police act at home, others abroad as well.
FORCES = frozenset({"GOV", "MIL", "JUD", "COP", "SPY"})
HOME = "COP"
PEOPLE = "CVL"
# Sectors of those whom a state's force reaches at home, whoever they are.
SUBJECTS = frozenset({PEOPLE, "OPP", "REB", "REF", "LAB", "REL"})


def own_people(filling: Filling, rule: Rule, frame: Frame, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those of a rule's `own` words, as people of the state that acts; at home, or by its police, any people of it."""
    states = {p.ref.country for p in actors}
    home = next(iter(states)) if len(states) == 1 else None
    if not rule.own or home is None or not all(_forces(p.ref) for p in actors):
        return ()
    placed, police = _placed(filling, rule, frame), all(p.ref.sector == HOME for p in actors)
    if placed - {home} or not (police or placed or _alone(filling, frame, home)):
        return ()
    words = (w for slot in rule.recipient_slots(frame) for w in filling.fillers(frame, slot))
    heads = dict.fromkeys(h for w in words for h in filling.frames.parse.conjuncts(w))
    found = (_party(filling, h, home) for h in heads if _own(filling, rule, h, any_=police or home in placed))
    taken = {p.word for p in actors}
    return tuple({p.ref.actor: p for p in found if p.word not in taken}.values())


def _forces(ref: ActorRef) -> bool:
    """A state as such, or who acts for it."""
    return ref.sector in FORCES or ref.actor == ref.country == owner(ref)


def _placed(filling: Filling, rule: Rule, frame: Frame) -> set[str]:
    """The states that the act's own clause names as places."""
    where = (*frame_tables().places, *frame_tables().beside)
    below = (f"{slot}.{place}" for slot in rule.recipient_slots(frame) for place in where)
    words = (w for slot in (*where, *below) for w in filling.fillers(frame, slot))
    found = (r for w in words for r in filling.actors.refs(w) if r.via != "role")  # outside an embassy is at home
    return {owner(r) for r in found if r.actor} - {""}


def _alone(filling: Filling, frame: Frame, home: str) -> bool:
    """Whether neither the sentence nor the one before names another state: soldiers shoot abroad as well."""
    sentences, actors = filling.frames.parse.sentences, filling.actors
    first, last = sentences[max(0, frame.sentence - 1)].first, sentences[frame.sentence].last
    owners = (actors.owner(m) for m in actors.matches if first <= m.first < last)
    return {o.country or o.id for o in owners if o} <= {home}


def _own(filling: Filling, rule: Rule, word: int, *, any_: bool) -> bool:
    """A plain noun of the rule's words, or for `any_` of people at all, that nothing says more of."""
    actors, noun = filling.actors, filling.frames.parse.words[word]
    if noun.pos != "NOUN" or actors.refs(word) or word in actors.by_word:
        return False
    return noun.lemma in rule.own or (any_ and _subject(actors, word))


def _subject(actors: Actors, word: int) -> bool:
    role = actors.phrases.at(word).role
    return role is not None and role.role.sector in SUBJECTS and role.first <= word <= role.last


def _party(filling: Filling, word: int, home: str) -> Party:
    found = filling.actors.phrases.at(word)
    body = found.role.role if found.role and isinstance(found.role.role, Body) else None
    suffix, sector = (body.suffix, body.sector) if body else (PEOPLE, PEOPLE)
    span = filling.actors.span(found)
    text = filling.frames.parse.slice(span)
    ref = ActorRef(text=text, span=span, actor=f"{home}.{suffix}", country=home, sector=sector, via="role")
    return Party(ref, "own", word)
