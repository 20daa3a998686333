"""Whom the words around a claim name: the doers of its clause, those who are told it, the pair in view."""

from __future__ import annotations

from collections.abc import Iterator

from legation.claims.dyad import Dyad
from legation.claims.joins import joins
from legation.claims.measures import names
from legation.claims.named import Named


class Near(Named):
    """Reads whom the sentence and the text before a claim name."""

    def inside(self, i: int) -> tuple[str, ...]:
        """Whom the phrase of a noun names anywhere: "67 dead on the Israeli side"."""
        named = (w for w in self.parse.phrase(i) if w in self.heads and self.parse.words[w].pos != "PRON")
        return tuple(o for w in named for o in self.owners(w))

    def clause(self, anchor: int) -> list[int]:
        """The words of the clause that `anchor` stands in, with the relative clauses that hang in it."""
        return list(self.parse.subtree(self._top(anchor)))

    def _top(self, anchor: int) -> int:
        parse = self.parse
        if parse.words[anchor].dep in ("cop", "aux", "aux:pass"):
            anchor = parse.words[anchor].head
        path = (anchor, *parse.ancestors(anchor))
        top = next(
            (a for a in path if parse.words[a].pos in ("VERB", "AUX") or parse.children(a, "nsubj", "nsubj:pass")),
            anchor,
        )
        if parse.words[top].dep in ("acl:relcl", "acl"):
            top = next((a for a in parse.ancestors(top) if parse.children(a, "nsubj", "nsubj:pass")), top)
        return top

    def _agents(self, anchor: int) -> Iterator[str]:
        """The doers of the verbs above `anchor`, nearest first."""
        for i in (anchor, *self.parse.ancestors(anchor)):
            if self.parse.words[i].pos in ("VERB", "AUX", "ADJ"):
                told = self.frames.at(i).lemma in joins().telling
                doers = () if told else self.frames.at(i).slot("agent")
                yield from (o for w in doers for o in self.owners(w))
                if any(self._other_side(w) for w in doers):
                    return  # "many countries cut their duties": no state that is told, and nobody further up

    def _other_side(self, doer: int) -> bool:
        """A doer that is somebody, and no state that is told."""
        word = self.parse.words[doer]
        sides = word.tag == "NNS" and word.lemma.lower() in names()["side"].words
        return (word.pos == "PROPN" or sides) and not self.owners(doer)

    def _obliques(self, anchor: int, names: tuple[str, ...]) -> Iterator[str]:
        """What the verb that the measure hangs on names behind these prepositions."""
        for i in (anchor, *self.parse.ancestors(anchor)):
            if self.parse.words[i].pos == "VERB":
                fillers = [f for f in self.frames.at(i).fillers if f.slot in names]
                found = [f.word for name in names for f in fillers if f.slot == name]
                deep = (f.word for f in fillers if f.slot not in joins().places)  # not "in defiance of UN sanctions"
                inner = (c for w in deep for _, c in self._behind(w, 0))
                yield from (o for w in (*found, *inner) for o in self.owners(w))
                return

    def _told(self, anchor: int) -> Iterator[str]:
        """Whom a claim of "we" and "you" is told, where it is quoted: the other side."""
        parse = self.parse
        top = self._top(anchor)
        if not any(parse.words[w].lower in joins().speakers for w in parse.subtree(top)):
            return
        path = (top, *parse.ancestors(top))
        told = next((parse.words[a].head for a in path if parse.words[a].dep in ("ccomp", "parataxis")), -1)
        verbs = [told] if told >= 0 else [c for c in parse.children(top, "parataxis") if parse.words[c].pos == "VERB"]
        for verb in verbs:
            heard = self.frames.at(verb).slot("patient", "iobj", "to", "with")
            yield from (o for w in heard if not anchor <= w <= top for o in self._around(w))

    def _around(self, i: int) -> Iterator[str]:
        """The states that a noun, or what stands before or behind it, stands for: "his Greek guest"."""
        yield from (
            *self.owners(i),
            *self._slots(i, self.sides.own),
            *(o for _, c in self._behind(i) for o in self.owners(c)),
        )

    def _completed(self, found: tuple[str, ...], anchor: int, noun: int) -> Dyad:
        """ "trade with Iran": the other side is the doer, else the other of the two in view."""
        agent = next((o for o in (*self._agents(anchor), *self._told(anchor)) if o not in found), None)
        if agent:
            return Dyad(tuple(sorted((*found, agent))))
        other = None if self._stranger(anchor, noun) else self._other(found[0], anchor)
        return Dyad(tuple(sorted((*found, other))), view=True) if other else Dyad(found)

    def _stranger(self, anchor: int, noun: int) -> bool:
        """Whether the doer nearest above is told and is no state: "the group has developed close ties with Jordan"."""
        for i in (anchor, *self.parse.ancestors(anchor)):
            doers = self.frames.at(i).slot("agent") if self.parse.words[i].pos == "VERB" else ()
            if doers:
                return all(
                    self.parse.words[w].pos in ("NOUN", "PROPN")
                    and noun not in self.parse.subtree(w)
                    and self.parse.words[w].lemma not in names()["side"].words
                    and not any(r.role for r in self.actors.refs(w))
                    for w in doers
                )
        return False

    def _other(self, one: str, anchor: int) -> str | None:
        pair = self.view(anchor)
        return next((o for o in pair if o != one), None) if one in pair else None

    def _open(self, found: tuple[str, ...], anchor: int, alone: bool = False) -> Dyad:
        """No side named by the measure: the doers of the clause, those of the sentence, the pair in view."""
        agents = tuple(dict.fromkeys((*found, *self._clause(anchor))))
        if not found and self._crowd(anchor):
            return Dyad(tuple(sorted(agents[:2])), many=True)
        if len(agents) == 1:
            agents = (*agents, *(o for o in self._told(anchor) if o not in agents))
        if len(agents) >= 2:
            return Dyad(tuple(sorted(agents[:2])))
        pair = self.view(anchor)
        if len(pair) == 2 and set(agents) <= set(pair):
            return Dyad(tuple(sorted(pair)), view=True)
        return Dyad(agents or found or (tuple(sorted(pair)) if len(pair) == 2 else ()), view=not agents)

    def _crowd(self, anchor: int) -> bool:
        """Whether those of the clause are more than two: "Iran, Russia and Turkey signed …"."""
        verb = next((i for i in (anchor, *self.parse.ancestors(anchor)) if self.parse.words[i].pos == "VERB"), None)
        return verb is not None and any(
            len(self.owners(w)) > 2 for w in self.frames.at(verb).slot("agent", *self.sides.joint, "with")
        )

    def _clause(self, anchor: int) -> Iterator[str]:
        """The doers and the parties behind the verb or predicate nearest above."""
        for i in (anchor, *self.parse.ancestors(anchor)):
            word = self.parse.words[i]
            if word.pos in ("VERB", "AUX") or self.parse.children(i, "nsubj", "nsubj:pass"):
                frame = self.frames.at(i)
                yield from (
                    o
                    for w in frame.slot("agent", "subject", "with", "between", "patient", "to", "from")
                    for o in self.owners(w)
                )
                return
