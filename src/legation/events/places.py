"""Where an act took place: the name in its clause that stands where a place does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from legation.actors import Actors
from legation.events.match import Candidate
from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.joining import preposition
from legation.language.parse import Parse
from legation.language.reference.words import kind_of
from legation.language.tables import frame_tables
from legation.records import Place

# Acts that reach the place that they are done to: "shelled Kharkiv"; where somebody travels he is.
REACHING = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
REACHED = {"ASSAULT": ("patient", "on", "against", "into", "at"), "COERCE": ("patient",)}
TRAVEL = ("patient", "to", "into")
LISTED = ("place", "capital", "name")
OF = ("nmod", "appos", "flat", "compound")


def place(frames: Frames, actors: Actors, candidate: Candidate) -> Place | None:
    """The narrowest place that the act's own clause names, None where it names none; a recipient is one where force
    reached it or a guest travelled there.
    """
    found = list(_found(frames.parse, actors, candidate))
    return next((p for p, state in found if not state), found[0][0] if found else None)


def _found(parse: Parse, actors: Actors, candidate: Candidate) -> Iterator[tuple[Place, bool]]:
    """The places of a clause, each with whether it is a whole state, the surest first; a state that is a recipient says
    nothing more as a place.
    """
    frame, rule = candidate.frame, candidate.rule
    taken = {p.word for p in candidate.parties.recipients}
    visit = rule.mode == "visit"
    for word, bare in _located(parse, candidate):
        found = _place(parse, actors, word, bare=bare)
        if found and (
            (word not in taken and _own(parse, frame, word, found[1])) or (rule.type in REACHING and not found[1])
        ):
            yield found
    for word in frame.slot(*(TRAVEL if visit else REACHED.get(rule.type, ()))):
        found = _place(parse, actors, word)
        if found and word in taken and not found[1]:
            yield found


def _located(parse: Parse, candidate: Candidate) -> Iterator[tuple[int, bool]]:
    """The words behind prepositions that say where – of the act, of one told beside it with the same subject, of a
    crowd – and whether a bare name does so behind this one.
    """
    frame, tables = candidate.frame, frame_tables()
    yield from ((w, slot in tables.where) for slot in (*tables.where, *tables.beside) for w in frame.slot(slot))
    verbs = (c for c in parse.conjuncts(frame.verb) if c != frame.verb and not parse.children(c, "nsubj"))
    crowd = frame.slot("agent") if candidate.rule.type == "PROTEST" else ()
    for word in (
        *(o for v in verbs for o in parse.children(v, "obl")),
        *(n for a in crowd for n in parse.children(a, "nmod")),
    ):
        if preposition(parse, word)[0] in tables.where:
            yield word, True


def _own(parse: Parse, frame: Frame, word: int, state: bool) -> bool:
    """Not where what they speak of is: "discussed the situation in Myanmar"."""
    head, case = parse.words[word].head, preposition(parse, word)[1]
    spoken = {head} if head not in frame.words else {case - 1} if case else set[int]()
    if any(parse.words[i].lemma in frame_tables().situations and i not in frame.words for i in spoken):
        return False
    return head in frame.words or not state


def _place(parse: Parse, actors: Actors, word: int, *, bare: bool = True) -> tuple[Place, bool] | None:
    """The place that a phrase names: by itself where it may be `bare`, or behind "town of", "coast of"."""
    if bare and (named := _named(parse, actors, word)):
        return named, _is_state(actors, word)
    of_place = kind_of(parse.words[word].lemma.lower()) == "place"
    for inner in parse.children(word, *OF):
        if not of_place and preposition(parse, inner)[0] not in frame_tables().where:  # "outside the embassy in Prague"
            continue
        if parse.words[word].pos == "PROPN" and inner not in actors.by_word and parse.words[inner].pos == "PROPN":
            span = parse.span((word, inner))  # "the Sea of Japan"
            return Place(name=parse.slice(span), country=None, span=span), False
        found = _named(parse, actors, inner)
        if found:
            country = found.country or _country(parse, actors, word)
            return msgspec.structs.replace(found, country=country), _is_state(actors, inner)
    return None


def _named(parse: Parse, actors: Actors, word: int) -> Place | None:
    """The place that a word is the name of, whether it is listed or not."""
    if word in parse.time_words:
        return None
    match = actors.by_word.get(word)
    if match is not None:
        if match.name.kind not in LISTED or match.entity.kind != "country":
            return None
        span = parse.span((match.first, match.last))
        return Place(name=parse.slice(span), country=match.entity.country, span=span)
    name = next((n for n in parse.names if n.first <= word < n.last and n.label == "LOC"), None)
    if name is None:
        return None
    span = parse.span((name.first, name.last - 1))
    return Place(name=parse.slice(span), country=_country(parse, actors, word), span=span)


def _country(parse: Parse, actors: Actors, word: int) -> str | None:
    """The state that the words beside an unlisted name put it in: "Nayrab, Syria", "the Omani port of Sohar"."""
    beside = parse.children(word, *OF, "amod", "nmod:unmarked", "nmod:poss")
    return next(_countries(actors, (i for i in beside if i != word)), None)


def _countries(actors: Actors, words: Iterable[int]) -> Iterator[str]:
    for word in words:
        match = actors.by_word.get(word)
        if match is not None and match.entity.kind == "country" and match.entity.country:
            yield match.entity.country


def _is_state(actors: Actors, word: int) -> bool:
    match = actors.by_word.get(word)
    return match is not None and match.name.kind == "name"
