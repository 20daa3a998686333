"""Acts that no rule knows: what the finder reads in a sentence, and whom it links, under the rule of its type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from legation.events.match import Candidate, settled
from legation.events.parties import Filling
from legation.events.readings import ACTOR, RECIPIENT, Readings
from legation.events.rules import Rule, found_rules
from legation.events.sides import Parties, Party, owner
from legation.events.sites import sited
from legation.events.sorting import HARMS, OTHER_SIDE
from legation.language.frame import Frame
from legation.language.tables import frame_tables
from legation.ontology import TYPES
from legation.records import ActorRef

PARTS = frozenset({"conj", "amod", "compound", "flat", "nmod"})
OF_DEEDS = frozenset({"ACCUSE", "PROTEST"})
Side = frozenset[str]
MANY = 3
INNER = frozenset({"compound", "flat", "nmod:desc", "goeswith"})


def found(filling: Filling, readings: Readings, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """A candidate for each act that no rule tells or discards; what its parties do besides is told already."""
    known = {word for c in told if _decided(c) for word in c.frame.words}
    sides = {(c.frame.sentence, *c.parties.sides()) for c in told if c.reason is None}
    for word, kind in readings.acts():
        frame, rule = filling.frames.at(word), found_rules().get(kind)
        if rule is not None and known.isdisjoint(frame.words) and not _follows(frame):
            between = parties(filling, readings, rule, frame)
            own, theirs = between.sides()
            if not any(at == frame.sentence and _told(a, b, own, theirs) for at, a, b in sides):
                yield settled(filling, frame, rule, between)


def _told(doers: Side, others: Side, own: Side, theirs: Side) -> bool:
    """Whether an act that is told has the parties: its doers' to the same others, or those of three or more at once."""
    every = own | theirs
    return (doers <= own and others == theirs) or (len(every) >= MANY and every <= doers | others)


def _follows(frame: Frame) -> bool:
    """ "Latvia followed Chad in closing its border": the act is what both do, and not that one followed."""
    return frame.lemma in frame_tables().following and bool(frame.slot("in-ing"))


def _decided(candidate: Candidate) -> bool:
    return candidate.reason is None or candidate.reason.startswith("discard")


def parties(filling: Filling, readings: Readings, rule: Rule, frame: Frame) -> Parties:
    """The parties that an act's word is linked to; without a recipient all take part alike, if the type is mutual."""
    linked = readings.linked(frame.word, ACTOR)
    barred = (_acts_after, _rebuts, _by_another, _answers)
    doers = (w for w in linked if not any(bars(filling, rule, frame, w) for bars in barred))
    actors = tuple(_parties(filling, rule, doers))
    others = tuple(_parties(filling, rule, _recipients(filling, readings, rule, frame)))
    own, theirs = ({owner(p.ref) for p in side} for side in (actors, others))
    if own & theirs and theirs - own:  # "Iran's envoy said that Iran and Georgia should …": of its own side as well
        return Parties(actors, ())
    known = {p.ref.actor for p in actors} | own  # who acts for a state does nothing to that state
    recipients = tuple(p for p in others if p.ref.actor not in known)
    together = TYPES[rule.type].reciprocal and not recipients and len(own) > 1
    unsaid = all(_beside(filling, p.word) for p in actors)  # "meetings with Chile and Peru": the others'
    if together and (unsaid or any(map(filling.unknown, frame.slot("with")))):
        return Parties((), ())
    return Parties(actors, recipients, mutual=together)


def _acts_after(filling: Filling, rule: Rule, frame: Frame, word: int) -> bool:
    """ "After the attacks on Chad, Norway sent doctors": who acts since a deed of force is not its doer."""
    words, own = filling.frames.parse.words, filling.frames.parse.words[frame.word]
    since = own.base == "obl" and words[word].base == "nsubj" and words[word].head == own.head
    return since and rule.type in HARMS and filling.frames.case(own.i)[0] in frame_tables().elapsed


def _by_another(filling: Filling, rule: Rule, frame: Frame, word: int) -> bool:
    """ "Chad protested over the abuse of a maid by her employer": of force by somebody nobody else is the doer."""
    by = frame.slot("by") if frame.kind == "noun" and rule.type in HARMS else ()
    return bool(by) and not any(word in filling.frames.parse.subtree(b) for b in by)


def _answers(filling: Filling, rule: Rule, frame: Frame, word: int) -> bool:
    """ "If Chad answered the attack on its bases": who answers a deed of force, or suffers it, is not its doer."""
    words, verb = filling.frames.parse.words, filling.frames.parse.words[frame.word].head
    if rule.type not in HARMS or frame.kind != "noun" or verb < 0 or words[frame.word].base not in ("obj", "obl"):
        return False
    return words[verb].lemma in frame_tables().answering and word in filling.frames.at(verb).slot("agent")


def _rebuts(filling: Filling, rule: Rule, frame: Frame, word: int) -> bool:
    """ "Chad denied claims that Mali had attacked it", "called the allegations absurd": who rejects them makes none."""
    parse, tables = filling.frames.parse, frame_tables()
    verb = frame.word if frame.kind == "verb" else parse.words[frame.word].head
    if rule.type != "ACCUSE" or verb < 0 or parse.words[word].head == frame.word != verb:
        return False
    objects = {parse.words[c].lemma for c in parse.children(verb, "obj", "nsubj:pass")}
    lemma = parse.words[verb].lemma
    return lemma in tables.rebutting or (lemma in tables.naming and bool(objects & tables.sayings))


def _beside(filling: Filling, word: int) -> bool:
    """Whether a party stands where the other side of a mutual act does."""
    words = filling.frames.parse.words
    while words[word].base in PARTS and filling.frames.case(word)[0] not in OTHER_SIDE:
        word = words[word].head
    return filling.frames.case(word)[0] in OTHER_SIDE


def _parties(filling: Filling, rule: Rule, words: Iterable[int]) -> Iterator[Party]:
    """The actors of the words that are linked."""
    known: dict[str, Party] = {}
    for word in words:
        for head, ref in _refs(filling, word):
            if ref.actor and filling.may(rule, ref):
                known.setdefault(ref.actor, Party(ref, "found", head))
    yield from sorted(known.values(), key=lambda p: p.word)


def _recipients(filling: Filling, readings: Readings, rule: Rule, frame: Frame) -> Iterator[int]:
    """The words linked as recipients; of an accusation not whom the deed hurt that it is about, nor where that was."""
    parse = filling.frames.parse
    below = set(parse.subtree(frame.word)) if rule.type in OF_DEEDS else set()
    grounds = set(_grounds(filling, rule, frame))
    deeds = [word for word, kind in readings.acts() if word in below - {frame.word} and kind in HARMS]
    for word in readings.linked(frame.word, RECIPIENT):
        if word in grounds or _of_others(filling, frame, word):
            continue
        if not any(word in parse.subtree(deed) and readings.suffers(deed, word) for deed in deeds):
            yield word


def _grounds(filling: Filling, rule: Rule, frame: Frame) -> Iterator[int]:
    """ "Two men were arrested over the murder of a Pole": who is named in the ground of an arrest is not arrested."""
    parse = filling.frames.parse
    if rule.type == "COERCE" and frame.kind == "verb":
        for child in parse.children(frame.word, "obl", "advcl"):
            if filling.frames.case(child)[0] in frame_tables().causes:
                yield from parse.subtree(child)


def _of_others(filling: Filling, frame: Frame, word: int) -> bool:
    """ "Chad armed the rebels who had attacked Mali": whom others hurt is not whom the act is done to."""
    words, told = filling.frames.parse.words, filling.frames.parse.subtree(frame.word)
    path = [a for a in (word, *filling.frames.parse.ancestors(word)) if a in told]
    return any(words[a].dep == "acl:relcl" and words[a].head not in frame.words for a in path if a != frame.word)


def _refs(filling: Filling, word: int) -> list[tuple[int, ActorRef]]:
    """The actors of a word, or of the phrase whose name it is part of; a town where an act was is nobody."""
    words, actors = filling.frames.parse.words, filling.actors
    if sited(filling.frames, actors, word):
        return []
    while True:
        if refs := actors.resolve(word) or actors.modified(word):
            return [(word, ref) for ref in refs]
        if words[word].dep not in INNER:
            return []
        word = words[word].head
