"""Casualties: numbers of people that an act killed, wounded or took, each given to the one act that it is told of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from legation.events.harm import harming
from legation.events.match import Candidate
from legation.language.frames import Frames
from legation.language.joining import is_passive
from legation.language.parse import Parse
from legation.language.quantities import Quantity, quantities
from legation.language.reference.words import kind_of
from legation.records import Casualties, Harm

# Only what is done by force has a toll: who condemns an attack has killed nobody.
HARMING = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
BESIDE = frozenset({"conj", "advcl", "parataxis"})
RIGHT_BEHIND = 1
KILLED: Harm = "killed"


class Toll(NamedTuple):
    """A number of people, what became of them, and the word that says so."""

    quantity: Quantity
    people: int
    kind: Harm
    by: int


def casualties(frames: Frames, candidates: Sequence[Candidate]) -> dict[int, tuple[Casualties, ...]]:
    """Word of a candidate's predicate → the casualties of its act."""
    acts = [c for c in candidates if c.rule.type in HARMING]
    sentences = {c.frame.sentence for c in acts}
    reach = {id(c): set(_reach(frames, c)) for c in acts}
    out: dict[int, list[Casualties]] = defaultdict(list)
    for toll in (t for t in _tolls(frames, sentences) if acts):
        near = [c for c in acts if toll.people in reach[id(c)]]
        if near:
            owner = min(near, key=lambda c: (len(reach[id(c)]), abs(c.frame.word - toll.by)))
            out[owner.frame.word].append(_row(frames, toll))
    return {word: tuple(rows) for word, rows in out.items()}


def _row(frames: Frames, toll: Toll) -> Casualties:
    parse, quantity = frames.parse, toll.quantity
    words = sorted({*quantity.words, toll.people})
    span = parse.span(range(words[0], words[-1] + 1))
    return Casualties(
        kind=toll.kind,
        value=quantity.value,
        high=quantity.high,
        bound=quantity.bound,
        text=parse.slice(span),
        span=span,
    )


def _tolls(frames: Frames, sentences: Iterable[int]) -> Iterator[Toll]:
    """The tolls that sentences state, in the order of the text."""
    parse = frames.parse
    for sentence in sorted(set(sentences)):
        yield from _single(frames, sentence)
    for quantity in quantities(parse) if sentences else ():
        if quantity.unit is not None or parse.words[quantity.head].sentence not in set(sentences):
            continue
        people = _counted(frames, quantity)
        if people is not None and (said := _said(frames, quantity.head, people)) and not _denied(frames, said[1]):
            yield Toll(quantity, people, *said)


def _single(frames: Frames, sentence: int) -> Iterator[Toll]:
    """ "Shot a guard dead", "the general was killed": one person who is not counted and lost his life."""
    parse, part = frames.parse, frames.parse.sentences[sentence]
    for verb in (w for w in parse.words[part.first : part.last] if w.pos == "VERB"):
        lemma = frames.lemma(verb.i)
        deadly = KILLED in (harming().verbs.get(lemma), _to_death(frames, verb.i), _left(parse, verb.i))
        slot = "patient" if deadly else "agent" if harming().suffers.get(lemma) == KILLED else None
        for person in (c for w in frames.at(verb.i).slot(slot) for c in parse.conjuncts(w)) if slot else ():
            if _is_one(parse, person) and not (_denied(frames, person) or _denied(frames, verb.i)):
                one = Quantity(1.0, "exact", (person,), parse.span((person,)), person)
                yield Toll(one, person, KILLED, verb.i)


def _left(parse: Parse, verb: int) -> Harm | None:
    """ "Was shot dead": the state right behind the verb."""
    behind = (c for c in parse.children(verb) if c == verb + RIGHT_BEHIND)
    return next((kind for c in behind if (kind := harming().states.get(parse.words[c].lower))), None)


def _is_one(parse: Parse, noun: int) -> bool:
    """Whether a noun without a number names one person."""
    word = parse.words[noun]
    if parse.children(noun, "nummod"):
        return False
    return word.name.endswith("PER") if word.tag == "NNP" else word.tag == "NN" and kind_of(word.lemma) == "person"


def noun_of(frames: Frames, quantity: Quantity) -> int:
    """The noun that a quantity counts, or the number where it stands alone."""
    parse, head = frames.parse, quantity.head
    noun = parse.words[head].head if parse.words[head].dep in ("nummod", "det") else head
    return next((c for c in parse.children(head, "nmod") if frames.case(c)[0] == "of"), noun)


def is_people(parse: Parse, noun: int) -> bool:
    """Whether a noun names people: "soldiers", "troops", "Ukrainians"."""
    word = parse.words[noun]
    people = word.pos == "PROPN" and word.tag == "NNPS"
    return people or kind_of(word.lemma.lower()) in ("person", "group") or kind_of(word.lower) == "person"


def _counted(frames: Frames, quantity: Quantity) -> int | None:
    """The noun of people, or the bare number, that a quantity counts; None where it counts something else."""
    parse, noun = frames.parse, noun_of(frames, quantity)
    word = parse.words[noun]
    bare = noun in quantity.words or word.lower in harming().states or word.lemma.lower() in harming().nouns
    return noun if bare or is_people(parse, noun) else None


def _said(frames: Frames, number: int, people: int) -> tuple[Harm, int] | None:
    """What became of people, and the word that says so."""
    parse, words = frames.parse, harming()
    at = people if people in parse.ancestors(number) or people == number else number  # "dozens" of "dozens of people"
    word = parse.words[people]
    if kind := words.nouns.get(word.lemma.lower()) or words.states.get(word.lower):
        return kind, people
    for child in (*parse.children(people, "amod", "acl"), *parse.children(at, "amod", "acl")):
        if kind := words.states.get(parse.words[child].lower):
            return kind, child
    first = parse.words[at]
    while first.dep == "conj" and first.head >= 0 and parse.words[first.head].pos != "VERB":
        first = parse.words[first.head]
    return _of_verb(frames, first.i)


def _of_verb(frames: Frames, noun: int) -> tuple[Harm, int] | None:
    """What the word above a noun says of it: "killed 12", "12 were killed", "12 died", "left 12 dead"."""
    parse, words, head = frames.parse, harming(), frames.parse.words[noun].head
    if head < 0:
        return None
    dep, lemma = parse.words[noun].dep, frames.lemma(head)
    if kind := words.verbs.get(lemma) or _to_death(frames, head):
        passive = is_passive(frames.parse, head)
        if dep == "nsubj:pass" or (dep in ("obj", "nsubj") and (dep == "nsubj") == passive):
            return kind, head
    if dep.startswith("nsubj") and (kind := words.suffers.get(lemma) or words.states.get(parse.words[head].lower)):
        return kind, head
    below = (c for c in parse.children(head, "xcomp", "obj", "advcl") if dep == "obj" and c == noun + RIGHT_BEHIND)
    return next(((kind, c) for c in below if (kind := words.states.get(parse.words[c].lower))), None)


def _to_death(frames: Frames, verb: int) -> Harm | None:
    """ "beaten to death", "stoned to death": what the deed ended in."""
    ends = (c for c in frames.parse.children(verb, "obl") if frames.case(c)[0] == "to")
    return next((kind for c in ends if (kind := harming().nouns.get(frames.parse.words[c].lemma.lower()))), None)


def _denied(frames: Frames, word: int) -> bool:
    parse = frames.parse
    return any(parse.words[c].lower in ("not", "n't", "never", "no") for c in parse.children(word, "advmod", "det"))


def _reach(frames: Frames, candidate: Candidate) -> Iterator[int]:
    """The words that tell of an act: its clause, those that share its subject, the clause of harm that it hangs on."""
    parse, top = frames.parse, candidate.frame.verb
    while (above := parse.words[top].head) >= 0 and _joined(frames, top, above):
        top = above
    stack = [top]
    while stack:
        at = stack.pop()
        yield at
        stack.extend(c for c in parse.children(at) if not _apart(frames, c))


def _joined(frames: Frames, word: int, above: int) -> bool:
    """Whether a word tells how the harm came about that the word above it tells: "12 died in a strike", "left dead"."""
    parse, dep = frames.parse, frames.parse.words[word].dep
    if dep.startswith("nsubj") and parse.words[above].pos in ("VERB", "AUX"):
        return True
    harm = frames.lemma(above) in {*harming().verbs, *harming().suffers} or parse.words[above].lower in harming().states
    return harm and dep.split(":")[0] in ("obl", "nmod", "advcl", "conj")


def _apart(frames: Frames, child: int) -> bool:
    """A clause with a subject of its own beside another tells of another act, unless it only tells its harm."""
    parse, word = frames.parse, frames.parse.words[child]
    if word.dep not in BESIDE or word.pos not in ("VERB", "AUX"):
        return False
    subjects = {parse.words[c].dep for c in parse.children(child, "nsubj")}
    return bool(subjects) and ("nsubj" in subjects or _caused(parse, child))


def _caused(parse: Parse, verb: int) -> bool:
    """ "40 were killed in a flood": the harm has a cause of its own."""
    others = (parse.words[c] for c in parse.children(verb, "obl") if c not in parse.time_words)
    return any(w.pos == "NOUN" and kind_of(w.lemma.lower()) not in ("place", "person") for w in others)
