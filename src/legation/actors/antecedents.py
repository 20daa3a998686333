"""The actors behind what refers back: through the entities that the language stage has found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from legation.actors.naming import bare
from legation.language import Parse, refer
from legation.language.reference import Coreference, Link, Mention
from legation.records import ActorRef

if TYPE_CHECKING:
    from legation.actors.resolver import Actors

Refs = tuple[ActorRef, ...]
Accept = Callable[[int, Refs], bool]
EQUATED = frozenset({"apposition", "predicate"})
LOOKED_AT = 12  # Mentions of one entity that are asked for their actor: the time stays linear.


class Antecedents:
    """The entities of one parse, asked for their actors."""

    def __init__(self, parse: Parse, actors: Actors) -> None:
        self.parse, self.actors = parse, actors

    @cached_property
    def found(self) -> Coreference:
        """The entities and links, read when first asked for."""
        return refer(self.parse)

    def link(self, i: int) -> Link | None:
        """What word `i` refers back to, as far as the language stage says something of it."""
        return self.found.link(i)

    def refs(self, i: int, accept: Accept | None = None) -> Refs:
        """The actors that the nearest earlier mention with any names, of those accepted; empty where none does.

        Of one person the mention that names it goes before the one that gives its role alone.
        """
        first: Refs = ()
        for mention in islice(self.found.antecedents(i), LOOKED_AT):
            refs = self._named(mention)
            if refs and (accept is None or accept(mention.head, refs)):
                if len(refs) > 1 or refs[0].name or refs[0].role is None:
                    return refs if not first or refs[0].country == first[0].country else first
                first = first or refs
        return first

    def equated(self, i: int) -> Refs:
        """The actor that an apposition or a predicate gives to the entity of word `i`: "Anna Berg, Norway's envoy"."""
        mention = self.found.by_head.get(i)
        entity = self.found.entity_of.get(mention.i) if mention else None
        if mention is None or entity is None:
            return ()
        for number, reason in islice(zip(entity.mentions, entity.evidence, strict=True), LOOKED_AT):
            near = self.found.mentions[number].sentence <= mention.sentence
            told = reason in EQUATED and near and number != mention.i
            if told and (refs := self.actors.resolve(self.found.mentions[number].head)):
                return refs
        return ()

    def told(self, i: int, kinds: tuple[str, ...]) -> str | None:
        """The name of the entity that word `i` describes in an apposition or as a predicate, if of such a kind."""
        mention = self.found.by_head.get(i)
        entity = self.found.entity_of.get(mention.i) if mention else None
        return self.name(i) if entity and entity.kind in kinds and self.described(i) else None

    def described(self, i: int) -> bool:
        """Whether the sentence of word `i` equates what it stands for with a name or a role."""
        mention = self.found.by_head.get(i)
        entity = self.found.entity_of.get(mention.i) if mention else None
        if mention is None or entity is None:
            return False
        told = (m for m, why in zip(entity.mentions, entity.evidence, strict=True) if why in EQUATED)
        return any(self.found.mentions[m].sentence == mention.sentence for m in told)

    def is_person(self, i: int) -> bool:
        """Whether word `i` heads the name of a person."""
        mention = self.found.by_head.get(i)
        return mention is not None and mention.form == "name" and mention.kind == "person"

    def may_be(self, i: int, name: int) -> bool:
        """Whether the gender of a pronoun speaks not against whom a name names."""
        one, two = self.found.by_head.get(i), self.found.by_head.get(name)
        genders = {mention.gender for mention in (one, two) if mention and mention.gender}
        return len(genders) < 2

    def name(self, i: int) -> str | None:
        """The fullest name of the entity of word `i`."""
        mention = self.found.by_head.get(i)
        entity = self.found.entity_of.get(mention.i) if mention else None
        if entity is None or not entity.name:
            return None
        name = entity.name.replace(" - ", "-")
        return bare(self.actors, name) if entity.kind == "person" else name

    def nominals(self, i: int) -> Iterator[Mention]:
        """The earlier mentions of the entity that are no pronouns, nearest first."""
        return (m for m in self.found.antecedents(i) if m.form != "pronoun")

    def _named(self, mention: Mention) -> Refs:
        if mention.form == "pronoun":
            return ()
        if mention.form == "set":
            return self.actors.refs(mention.head)
        return self.actors.resolve(mention.head) or self.equated(mention.head)
