"""The two sides of a claim: who a measure belongs to and toward whom it goes."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from legation.claims.dyad import Dyad
from legation.claims.joins import joins
from legation.claims.measures import Found, names
from legation.claims.near import Near
from legation.language.frame import Frame

# How far before a share its whole may be named.
WINDOW = 4
DOERS = ("agent", "subject")


class Parties(Near):
    """Finds the dyads of the claims of one parse."""

    def of(self, measure: Found | None, anchor: int, earlier: Found | None = None) -> Dyad:
        """The dyad of a measure, else of the clause around `anchor`, else of the flow said `earlier`, or in view."""
        if measure is None:
            return self._open((), anchor)
        if self.parse.words[measure.word].pos in ("VERB", "AUX"):
            sides = self._of_verb(measure, anchor)
            return self._continued(sides, anchor, earlier) if sides.view and earlier else sides
        own, slots = list(self._slots(measure.word, self.sides.own)), self._named(measure)
        if self.parse.words[measure.word].pos == "PROPN":
            own = [*self.owners(measure.word), *own]  # "30,000 Kenyans"
        directed = measure.entry.directed if measure.entry else None
        if directed:
            sides = self._directed(measure, directed, own, slots, anchor)
            bare = sides.view and not own and not any(slots.values())
            return self._continued(sides, anchor, earlier) if bare or len(sides.ids) < 2 else sides
        met = measure.sort == "contact" and not directed  # "talks in Vienna" are no talks with Austria
        others = [o for name in self.sides.shared if not (met and name == "in") for o in slots.get(name, ())]
        found = tuple(dict.fromkeys((*own, *others)))
        if len(found) < 2 and measure.sort in ("relation", "contact") and self._unknown(measure):
            return Dyad(found)
        if not own and len(found) > 1 and not any(slots.get(name) for name in self.sides.joint):
            found = found[:1]  # "has signed pacts with China and Nepal": each with the doer
        if len(found) == 1 and others:
            return self._completed(found, anchor, measure.word)
        if len(found) == 1 and measure.sort in ("relation", "contact"):
            return self._open(found, anchor, alone=True)
        many = len(found) > 2 and measure.sort in ("contact", "relation")
        return Dyad(tuple(sorted(found[:2])), many=many) if found else self._open((), anchor)

    def _unknown(self, measure: Found) -> bool:
        """Whether somebody is named behind the measure who is no state: "ties with neighbours in the south"."""
        words = self.parse.words
        beside = [w for name, w in self._behind(measure.word, 0) if name in joins().beside]
        return any(words[w].pos in ("NOUN", "PROPN") and not self._around(w) for w in beside)

    def _directed(
        self, measure: Found, directed: str, own: list[str], slots: dict[str, tuple[str, ...]], anchor: int
    ) -> Dyad:
        if measure.sort == "stock" and len(set(own)) > 1 and not slots:
            return Dyad(tuple(own[:1]))  # "155 Belarusian and Russian nationals"
        given = self.sides.giver[directed] if measure.sort in ("flow", "goods") else ()
        said = (
            *own,
            *(o for n in self.sides.reporter[directed] for o in slots.get(n, ())),
            *self._obliques(anchor, given),
        )
        reporter = next(iter(said), None)
        partner = next(
            (o for n in (*self.sides.partner[directed], "of") for o in slots.get(n, ()) if o != reporter), None
        )
        abroad = next((o for o in slots.get("in", ()) if o != reporter), None)
        if measure.entry and measure.entry.home and reporter and abroad and "to" not in slots:
            return Dyad((abroad, reporter))
        if reporter is None:
            doers = self._agents(anchor) if slots or own else self._doers(anchor)
            reporter = next((o for o in doers if o != partner), None)
        if reporter is None and partner is None:
            return self._open((), anchor)
        partner = partner or next(
            (o for o in self._obliques(anchor, (*self.sides.partner[directed], "iobj", "patient")) if o != reporter),
            None,
        )
        partner = partner or next((o for o in self._receivers(anchor, directed) if o != reporter), None)
        if partner is None and measure.sort == "stock":
            left = (
                *(o for n in self.sides.left for o in slots.get(n, ())),
                *self._obliques(anchor, self.sides.left),
            )  # "brought its soldiers home from Niger"
            partner = next((o for o in left if o != reporter), None)
        if reporter is None:
            other = self._other(partner or "", anchor)
            alone = Dyad(()) if measure.sort == "stock" else Dyad((partner or "",))  # "soldiers to Kuwait": whose?
            return Dyad((other, partner or ""), view=True) if other else alone
        if measure.sort != "stock" or self._held(measure.word):
            partner = partner or next((o for o in (*self._doers(anchor), *self._told(anchor)) if o != reporter), None)
        return Dyad((reporter, partner)) if partner else Dyad((reporter,))

    def _held(self, noun: int) -> bool:
        """ "Iraq hosts American troops": people who are the object of a verb, or described by a clause of their own."""
        words = self.parse.words
        while words[noun].dep in ("nmod", "compound", "conj") and words[noun].head >= 0:
            noun = words[noun].head
        return words[noun].dep in ("obj", "nsubj:pass", "iobj") or words[words[noun].head].lemma == "be"

    def _continued(self, found: Dyad, anchor: int, earlier: Found | None) -> Dyad:
        """A flow without sides goes on between those of the flow before it, else from the speaker's side."""
        before = self.of(earlier, earlier.word) if earlier else Dyad(())
        pair = before.ids if len(before.ids) == 2 and set(found.ids) <= set(before.ids) else found.ids
        near = earlier is not None and self.parse.words[earlier.word].sentence == self.parse.words[anchor].sentence
        if len(found.ids) == 1 and not (near and not found.view):
            return found
        first = found.ids[0] if len(found.ids) == 1 else None
        if first is None and not (earlier and earlier.entry and earlier.entry.directed and pair == before.ids):
            first = next((o for o in self._agents(anchor) if o in pair), None)
        return Dyad(tuple(sorted(pair, key=lambda o: o != first)) if first else pair, view=True)

    def _doers(self, anchor: int) -> Iterator[str]:
        """The doers of the verb that a measure is the object of: "Iraq hosts American troops"."""
        for i in (anchor, *self.parse.ancestors(anchor)):
            if self.parse.words[i].pos == "VERB":
                frame = self.frames.at(i)
                if frame.lemma in joins().telling:
                    return  # "the bank puts remittances at …"
                doers = (w for w in frame.slot("agent") if w != anchor and anchor not in self.parse.subtree(w))
                yield from (o for w in doers for o in self.owners(w))
                return

    def _receivers(self, anchor: int, directed: str) -> Iterator[str]:
        """ "Ukraine received aid from …": the doer is whom it went to, where a verb's "from" names the giver."""
        if directed == "out" and next(self._obliques(anchor, self.sides.giver[directed]), None):
            yield from self._agents(anchor)

    def _of_verb(self, measure: Found, anchor: int) -> Dyad:
        """The verb says the measure ("exported", "met"): its doer, and whom its other places name."""
        frame, directed = self.frames.at(measure.word), measure.entry.directed if measure.entry else None
        doers = frame.slot("agent")
        own = [o for w in doers for o in self.owners(w)] or [
            o for w in doers if self.parse.words[w].pos == "NOUN" for o in self._slots(w, self.sides.own)
        ]
        own = own or [
            o for w in self._undone(measure.word, frame) for o in (*self.owners(w), *self._slots(w, self.sides.own))
        ]
        slots = self.sides.verb_partner.get(directed or "", self.sides.verb_shared)
        others = [o for w in frame.slot(*slots) for o in self.owners(w) if o not in own]
        inner = (c for w in frame.slot("patient", *slots) for _, c in self._behind(w, 1))
        others = others or [o for c in inner for o in self.owners(c) if o not in own]
        if directed and not own:
            others = others[:1]  # "were sold to China and Peru"
        found = tuple(dict.fromkeys((*own, *others)))[:2]
        if len(found) == 2:
            return Dyad(found if directed and own and others else tuple(sorted(found)))
        if len(found) == 1 and not directed:
            found = (*found, *(o for o in self._told(anchor) if o not in found))[:2]
        if found or any(
            self.parse.words[w].pos != "PRON" and self.parse.words[w].lemma not in names()["side"].words for w in doers
        ):
            return Dyad(found)
        return self._open(found, anchor)

    def _described(self, anchor: int) -> tuple[str, ...] | None:
        """Whose supplier or ally, and who it is: "Russia, which has served as Assad's main backer"; None: not told."""
        word = self.parse.words[anchor]
        if word.pos != "NOUN":
            return None
        whose = next(self._slots(anchor, self.sides.own), None)
        named = word.head if word.dep == "appos" else self.parse.words[word.head].head if word.dep == "conj" else -1
        verb = next((a for a in (anchor, *self.parse.ancestors(anchor)) if self.frames.at(a).slot(*DOERS)), None)
        doers = () if verb is None else self.frames.at(verb).slot(*DOERS)
        doers = (named, *doers) if named >= 0 and self.parse.words[named].pos == "PROPN" else doers
        who = next((o for w in doers for o in self.actors_at(w) if o != whose), None)
        if whose and doers and who is None and all(self._stands_for(w, anchor) for w in doers):
            return (whose,)  # "Kurdish fighters were Washington's main ally"
        return tuple(sorted((whose, who))) if whose and who else None

    def _stands_for(self, doer: int, anchor: int) -> bool:
        """Whether a doer is somebody else than a side or the noun that describes it."""
        word = self.parse.words[doer]
        side = word.lemma in names()["side"].words
        return word.pos in ("NOUN", "PROPN") and doer != anchor and not side

    def _undone(self, verb: int, frame: Frame) -> Iterator[int]:
        """Who stands for a verb's doer: whose goods "were sold to", "the first minister to visit"."""
        if frame.passive:
            yield from frame.slot("patient")
        elif self.parse.words[verb].dep == "acl":
            yield self.parse.words[verb].head

    def around(self, anchor: int) -> Dyad:
        """All that the clause of `anchor` names, for claims that describe a side ("the only country that …")."""
        if (described := self._described(anchor)) is not None:
            return Dyad(described)
        top = self._top(anchor)
        inside = sorted(self._told_with(anchor), key=lambda w: abs(w - anchor))
        found = tuple(dict.fromkeys(o for w in inside if w in self.heads for o in self.owners(w) if self._party(w, o)))
        controlled = tuple(o for w in self.frames.at(top).slot("agent", "subject") for o in self.owners(w))
        many = len(controlled) > 2
        found = tuple(dict.fromkeys((*controlled, *found)))[:2]
        if len(found) == 1:
            found = (*found, *(o for o in self._told(anchor) if o not in found))[:2]
        return Dyad(tuple(sorted(found)), many=many) if found else self._open((), anchor)

    def _told_with(self, anchor: int) -> list[int]:
        """The words of the clause; of one that describes a noun those of that noun: "the raid that killed two"."""
        words, verb = self.parse.words, self.frames.at(anchor).verb
        if words[verb].pos != "VERB" or words[verb].dep != "acl:relcl":
            return self.clause(anchor)
        return self.parse.subtree(words[verb].head)

    def _party(self, i: int, one: str) -> bool:
        """Not the body whose charter, council or figures are named."""
        return one not in joins().houses or self.parse.words[i].dep in ("nsubj", "obj", "iobj")

    def share(self, anchor: int, whole: Collection[int]) -> Dyad:
        """Who has a share, and in whose whole: "China accounts for 30 percent of Iran's trade"."""
        inside = (
            w
            for i in whole
            for w in sorted({*self.parse.subtree(i), *range(i - WINDOW, i)})
            if w in self.heads and (w > anchor or i < anchor)
        )
        theirs = tuple(dict.fromkeys(o for w in inside for o in self.owners(w)))
        if not theirs and any(self.parse.children(i, "nmod:poss") for i in whole):
            theirs = tuple(self._agents(anchor))[:1]  # "growers, who sold half of their crop to China"
        ours = tuple(o for o in self.around(anchor).ids if o not in theirs)
        return Dyad(tuple(sorted((*theirs[:1], *ours[:1])))) if theirs else Dyad(())
