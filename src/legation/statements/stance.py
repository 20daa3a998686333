"""Stance: how friendly a statement is toward each state that its words judge.

Every word of `lexicon/en/stance.yaml` in the cue or the content looks for the state that it judges: a deed for who did
it, a measure or an attitude of the speaker's own side for whom it is turned on, a quality for what it is said of, a
cue for whom it tells. What denies or ends a word turns it round; a word that finds no state says nothing.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from legation.actors import Actors
from legation.language.frames import Frames
from legation.records import Span, Stance
from legation.statements.cues import cues
from legation.statements.denial import asked, negated, promised
from legation.statements.drafts import Draft, ref_words
from legation.statements.holder import Own
from legation.statements.judged import doer, moved_by, objects, opposed, provoked, refused, said_of, targets
from legation.statements.near import matches_in
from legation.statements.tone import judging, tone, weight

CLAIMED = ("ccomp", "csubj", "acl", "advcl")
JUDGES = frozenset({"VERB", "NOUN", "ADJ", "ADV", "PROPN", "AUX"})
DENIED, TURNED = -0.5, -0.7  # what is left of a weight, on the other side, behind "not" and behind "lift", "stop"
DEPTH = 4  # how many words above may turn one round
ASKED, MEANT = -0.25, -0.5  # of whom something must be done; of whom a threat names
RELIED = 0.6  # for who may rely on the speaker
Judgement = tuple[float, set[int]]
Shown = tuple[float, int]  # a value and the word that shows it
Told = tuple[float, list[str], int]  # a value, the states that it is for, and the word that shows it


def stance(frames: Frames, actors: Actors, draft: Draft, spans: Sequence[Span]) -> tuple[Stance, ...]:
    """One Stance per state judged that is not the speakers' own, in the order of the text."""
    return _Reading(frames, actors, draft, spans).stances()


class _Reading:
    """The judgements of one statement."""

    def __init__(self, frames: Frames, actors: Actors, draft: Draft, spans: Sequence[Span]) -> None:
        self._frames, self._actors, self._draft = frames, actors, draft
        self._words = {i for s in spans for i in frames.parse.words_in(s)}
        self._told = ref_words(frames.parse, draft.addressees)
        self._own = Own(frames, actors, draft)

    def stances(self) -> tuple[Stance, ...]:
        found: dict[str, list[Shown]] = defaultdict(list)
        for value, states, i in (*self._toward_told(), *self._judgements()):
            for state in states:
                found[state].append((value, i))
        for value, states, i in (*self._obliged(), *self._menaced()):
            for state in states:
                found[state] = found[state] or [(value, i)]
        if self._menacing():
            found = {state: [(-abs(v), i) for v, i in shown] for state, shown in found.items()}
        rows = (self._row(state, shown) for state, shown in found.items())
        return tuple(row for row in rows if row.value)

    def _row(self, state: str, shown: Sequence[Shown]) -> Stance:
        spans = tuple(self._frames.parse.span([i]) for i in sorted({i for _, i in shown}))
        return Stance(toward=state, value=_joined([value for value, _ in shown]), spans=spans)

    def _judgements(self) -> Iterator[Told]:
        words = self._frames.parse.words
        every = [i for i in sorted(self._words | {self._draft.word}) if words[i].pos in JUDGES]
        able, silent = judging(), tone().silent
        every = [i for i in every if words[i].lemma.lower() in able and words[i].lower not in silent]
        others = self._own.others(self._words) if every else set()
        for i in every:
            if i not in others:
                found = ((value, self._states(i, judged)) for value, judged in self._judged(i) if judged)
                if first := next(((value, states) for value, states in found if states), None):
                    yield (*self._unasked(*first), i)
                yield from self._resisted(i)

    def _unasked(self, value: float, states: list[str]) -> tuple[float, list[str]]:
        """Whoever is asked for help is not helped."""
        if value < 0 or self._draft.rule.kind != "demand":
            return value, states
        told = {r.country or r.actor for r in self._draft.addressees}
        return value, [s for s in states if s not in told]

    def _judged(self, i: int) -> Iterator[Judgement]:
        """The values of a word and the words among which the state it judges may stand, the likelier first."""
        polarity, whose = self._polarity(i), self._own.whose(i)
        yield from self._held(i, whose, polarity)
        if i != self._draft.word:
            yield from self._did(i, whose, polarity)
        if (w := weight(self._frames, i, "measures")) and whose != "another" and self._actual(i):
            yield from ((w * polarity, judged) for judged in targets(self._frames, i))
            if w < 0:
                yield w * polarity, provoked(self._frames, i)
        if self._relied(i):
            yield RELIED * polarity, doer(self._frames, i)
        kept = tone().refused.get(self._frames.lemma(i))
        if kept and whose != "another" and self._negated(i):
            yield from ((-kept, judged) for judged in refused(self._frames, i))
        if (w := weight(self._frames, i, "qualities")) and i != self._draft.word and not self._intensifies(i):
            yield from ((w * polarity, judged) for judged in said_of(self._frames, i))

    def _did(self, i: int, whose: str, polarity: float) -> Iterator[Judgement]:
        """A deed: of another for who did it, of the speaker's own side for whom it is done to."""
        w = weight(self._frames, i, "deeds")
        if not w:
            return
        own = whose == "own" or (whose == "presumed" and self._pledged(i, w))
        if own and self._actual(i):
            yield from ((w * polarity, judged) for judged in targets(self._frames, i))
        elif self._done(i, polarity):
            yield w, doer(self._frames, i)
        elif self._negated(i):
            borne = self._frames.at(i).passive and promised(self._frames.parse, i)  # "will not be bullied by"
            yield w if borne else w * DENIED, doer(self._frames, i)

    def _pledged(self, i: int, value: float) -> bool:
        """Whether an official tells what his own state will do: something good, or what another brings on."""
        return promised(self._frames.parse, i) and (value > 0 or bool(provoked(self._frames, i)))

    def _negated(self, i: int) -> bool:
        return negated(self._frames.parse, i)

    def _held(self, i: int, whose: str, polarity: float) -> Iterator[Judgement]:
        """An attitude of the speaker's toward whom it is held, those behind its "against" apart."""
        w = weight(self._frames, i, "attitudes")
        if w and self._frames.lemma(i) in tone().moving and (felt := self._frames.at(i).slot("patient")):
            if any(self._own.counts(h, True) for h in felt):
                yield from ((w * polarity, judged) for judged in moved_by(self._frames, i))
            return
        if self._relied(i):
            return
        if w and (whose == "own" or self._felt(i, whose, w)):
            against = opposed(self._frames, i) if w > 0 else set()
            yield from ((w * polarity, judged - against) for judged in objects(self._frames, i))

    def _relied(self, i: int) -> bool:
        """ "Taiwan could rely on his country": on the speaker's side."""
        if self._frames.lemma(i) not in tone().relying:
            return False
        may = promised(self._frames.parse, i)
        return any(self._own.counts(h, may) for h in self._frames.at(i).slot("on", "upon"))

    def _resisted(self, i: int) -> Iterator[Told]:
        """ "Stand with Estonia against Russia": support for one turns on the other."""
        w = max(weight(self._frames, i, kind) for kind in ("attitudes", "measures"))
        if w > 0 and self._own.whose(i) != "another" and (judged := opposed(self._frames, i)):
            yield -w * self._polarity(i), self._states(i, judged), i

    def _actual(self, i: int) -> bool:
        """Whether the speaker's side does or will do it: a noun governed by a verb of doing, and not what it denies."""
        denied = self._draft.rule.kind == "deny" and self._frames.lemma(self._draft.word) not in tone().turning
        return not denied and (self._frames.parse.words[i].pos != "NOUN" or self._made(i))

    def _done(self, i: int, polarity: float) -> bool:
        """Whether a deed is told as done, or asked to be left off: a noun unless "no" stands by it."""
        if self._frames.parse.words[i].pos == "NOUN":
            return not self._negated(i) or self._needed(i)
        return polarity > 0 or asked(self._frames.parse, i)

    def _intensifies(self, i: int) -> bool:
        """ "Strong regret", "great concern": an adjective before a word of the other sign."""
        word, own = self._frames.parse.words[i], weight(self._frames, i, "qualities")
        kinds = ("attitudes", "deeds", "measures")
        return word.dep == "amod" and any(weight(self._frames, word.head, kind) * own < 0 for kind in kinds)

    def _needed(self, i: int) -> bool:
        """ "Without its help it would not have been built": what is told as done."""
        parse, above = self._frames.parse, self._frames.parse.words[i].head
        return bool(parse.children(i, "case")) and above >= 0 and self._negated(above)

    def _felt(self, i: int, whose: str, value: float) -> bool:
        """Whether an attitude is the speaker's though not said to be his: "must be punished", "friendship with"."""
        word = self._frames.parse.words[i]
        if whose == "presumed":
            return word.lemma not in cues("verb")
        if whose != "open":
            return False
        passive = self._frames.at(i).passive and bool(self._frames.parse.children(i, "aux"))
        return (value > 0 and word.pos == "NOUN") or (word.pos == "VERB" and passive)

    def _made(self, i: int) -> bool:
        """Whether a measure named by a noun is one the speaker takes, ends or speaks of taking."""
        head = self._frames.parse.words[i].head
        if head < 0:
            return False
        if self._frames.parse.words[head].dep == "conj" and self._frames.parse.words[head].pos == "NOUN":
            head = self._frames.parse.words[head].head
        if weight(self._frames, i, "deeds") and weight(self._frames, head, "attitudes") < 0:
            return False  # "condemned the attack on": the deed of another
        governs = self._frames.lemma(head) in tone().making | tone().turning or self._for(i)
        return governs and self._own.whose(head) != "another"

    def _for(self, i: int) -> bool:
        """ "Ready for talks", "threatened with a boycott": what an attitude or the cue itself turns to."""
        head = self._frames.parse.words[i].head
        return head == self._draft.word or bool(weight(self._frames, head, "attitudes"))

    def _polarity(self, i: int) -> float:
        """What denies a word, or ends what it says: its own negation and those of the verbs above it."""
        parse, value = self._frames.parse, 1.0
        value *= DENIED if self._negated(i) else 1.0
        value *= (
            DENIED if self._draft.rule.unsaid and i != self._draft.word and self._negated(self._draft.word) else 1.0
        )
        at = i
        for _ in range(DEPTH):
            above = parse.words[at].head
            if above >= 0 and parse.words[at].dep in CLAIMED and parse.words[above].lemma in tone().untrue:
                return 0.0
            if above < 0 or at == self._draft.word or parse.words[at].dep in ("nsubj", "ccomp", "advcl", "acl:relcl"):
                break
            within = above in self._words or above == self._draft.word
            if within and self._turns(above, at):
                value *= TURNED
            if within and above != self._draft.word and parse.words[at].dep != "conj" and self._negated(above):
                value *= DENIED
            at = above
        return value

    def _turns(self, verb: int, below: int) -> bool:
        words = self._frames.parse.words
        governed = words[below].dep in ("obj", "nsubj:pass", "xcomp", "obl", "ccomp")
        return governed and words[verb].pos in ("VERB", "AUX") and self._frames.lemma(verb) in tone().turning

    def _states(self, i: int, judged: set[int]) -> list[str]:
        """The states judged but the speakers' own; a cue's own object may stand outside what is said."""
        within = self._words | self._told
        if i == self._draft.word:
            within = within | set(self._frames.parse.subtree(i))
        return [s for s in _named(self._actors, judged & within) if s not in self._own.states]

    # --- cues

    def _toward_told(self) -> Iterator[Told]:
        """What the cue says of whom it turns to, or of who is to act."""
        value = weight(self._frames, self._draft.word, "told")
        kind = self._draft.rule.kind
        if not value or kind not in ("demand", "promise", "say", "warn"):
            return
        if kind == "say" and self._frames.lemma(self._draft.word) in tone().bidding:
            return
        told = [r.country or r.actor for r in self._draft.addressees]
        states = [s for s in told if s and s not in self._own.states]
        if not states and value < 0 and self._draft.rule.kind == "demand":
            states = self._subjects()
        if states:
            yield value, list(dict.fromkeys(states)), self._draft.word

    def _subjects(self) -> list[str]:
        """Who is to do what is said: the subject of its uppermost verb."""
        parse = self._frames.parse
        tops = [i for i in self._words if parse.words[i].head == self._draft.word and parse.words[i].pos == "VERB"]
        heads = [h for i in tops for h in self._frames.at(i).slot("agent")]
        return [s for h in heads for s in self._states(h, set(parse.phrase(h)))]

    def _obliged(self) -> Iterator[Told]:
        """ "Japan must apologise": asked of Japan; "Japan must win" is wished for it."""
        parse = self._frames.parse
        for i in self._words:
            verb = parse.words[i].head
            if parse.words[i].tag == "MD" and parse.words[i].lower in tone().obliging and verb >= 0:
                heads = self._frames.at(verb).slot("agent")
                states = [s for h in heads for s in self._states(h, set(parse.phrase(h)))]
                wished = parse.words[verb].lemma in tone().wished or parse.words[verb].pos != "VERB"
                if states and (parse.words[i].lower == "must" or not wished):
                    yield (
                        (-ASKED if wished else ASKED) * (-1 if wished and self._negated(verb) else 1),
                        states,
                        i,
                    )

    def _menaced(self) -> Iterator[Told]:
        """Whoever a threat names outside a subject."""
        if self._menacing():
            parse = self._frames.parse
            subjects = {w for i in self._words if parse.words[i].dep == "nsubj" for w in parse.subtree(i)}
            named = _named(self._actors, self._words - subjects)
            yield MEANT, [s for s in named if s not in self._own.states], self._draft.word

    def _menacing(self) -> bool:
        return self._frames.parse.words[self._draft.word].lemma in tone().menacing


def _joined(values: Sequence[float]) -> float:
    """Several words strengthen each other, a little."""
    return round(max(-1.0, min(1.0, sum(values) / max(1.0, math.sqrt(len(values))))), 2)


def _named(actors: Actors, words: set[int]) -> list[str]:
    """The states (or organisations) that names among the words stand for, each once; places stand for none."""
    owners = (actors.owner(m) for m in matches_in(actors, words) if m.name.kind != "place")
    return list(dict.fromkeys(o.id for o in owners if o))
