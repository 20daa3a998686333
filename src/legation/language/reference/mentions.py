"""The mentions of a parse: names, nouns, pronouns and coordinated phrases, with what each shows of itself."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from legation.language.parse import Parse, Word
from legation.language.reference.model import BODIES, Gender, Kind, Mention, Number
from legation.language.reference.phrases import INNER, complement, coordinated, core, determiner, extent, name_spans
from legation.language.reference.words import (
    Pronoun,
    acts,
    gender_of,
    given_gender,
    is_title,
    kind_of,
    pronouns,
    table,
    title_gender,
)

LABELS: dict[str, Kind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
NOUNS = frozenset({"NOUN", "PROPN"})
OTHERS = frozenset({"PRON", "NUM", "ADJ", "DET"})
ARGUMENTS = frozenset(
    {"nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "nsubj:outer", "obl:agent", "conj", "appos"}
)
LINKING = frozenset({"ADP", "DET", "PUNCT"})
PLURAL = frozenset({"NNS", "NNPS"})
POSSESSIVE = frozenset({"PRP$", "WP$"})


class Mentions:
    """Finds the mentions of one parse, in the order of their first words."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.names = name_spans(parse)
        self._table, self._pronouns = table(), pronouns()

    def find(self) -> tuple[Mention, ...]:
        """All mentions, numbered."""
        found = [m for word in self.parse.words if (m := self._mention(word))]
        heads = {m.head: m for m in found}
        found += [s for m in list(found) if (s := self._set(m, heads))]
        ordered = sorted(found, key=lambda m: (m.last, m.first) if m.form == "set" else (m.head, -m.last))
        return tuple(replace(m, i=i) for i, m in enumerate(ordered))

    def _mention(self, word: Word) -> Mention | None:
        if word.lower in self._pronouns and (word.pos in ("PRON", "DET") or word.tag in ("PRP", "PRP$")):
            return self._pronoun(word, *self._pronouns[word.lower])
        if word.pos in NOUNS and (word.dep not in INNER or self._own_name(word)):
            return self._nominal(word)
        if word.pos in OTHERS and word.dep in ARGUMENTS and not self.parse.children(word.i, "cop"):
            return self._headless(word)
        return self._act(word) if word.pos == "VERB" and word.lemma in acts()[1] else None

    def _act(self, word: Word) -> Mention:
        """A verb whose act a noun may name again: "visited", "the trip"."""
        i, span = word.i, (word.start, word.end)
        return Mention(
            -1, i, i, i, span, word.sentence, "verb", "event", number="singular", nouns=acts()[1][word.lemma]
        )

    def _own_name(self, word: Word) -> bool:
        """A name within the phrase of another: "Microsoft" of "the Microsoft spokesman"; no part of its head's name."""
        span = self.names.get(word.i)
        if span is None or word.dep not in ("compound", "nmod:unmarked", "amod", "nmod:desc"):
            return False
        outside = not span[0] <= word.head <= span[1]
        return word.pos == "PROPN" and outside and word.i == span[1] and span[2] != "PER"

    # --- pronouns

    def _pronoun(self, word: Word, entry: Pronoun, role: str) -> Mention:
        if role == "either":
            role = "possessive" if word.tag in POSSESSIVE or word.dep in ("nmod:poss", "det:poss") else "personal"
        kind: Kind | None = "person" if entry.gender else None
        i, span, number = word.i, (word.start, word.end), entry.number
        return Mention(-1, i, i, i, span, word.sentence, "pronoun", kind, entry.gender, number, entry.person, role)

    # --- nouns and names

    def _nominal(self, word: Word) -> Mention:
        parse, i = self.parse, word.i
        first, last = extent(parse, i)
        body = core(parse, i)
        name, label = self._name(word, body)
        words = [parse.words[w] for w in body]
        plain = frozenset(w.lemma.lower() for w in words if w.i == i or (w.pos == "NOUN" and w.dep == "nmod:desc"))
        if name:  # "the ministry" may be the Foreign Ministry
            plain = (
                frozenset({name[-1].lower()}) if label != "PER" and kind_of(name[-1].lower()) in BODIES else frozenset()
            )
        titles = self._titles(words, name)
        kind = self._kind(word, name, label, titles)
        return Mention(
            -1,
            i,
            first,
            last,
            parse.span((first, last)),
            word.sentence,
            "name" if name else "noun",
            kind,
            self._gender(word, name, titles) if kind in ("person", None) else None,
            self._number(word, bool(name)),
            determiner=determiner(parse, i),
            name=name,
            nouns=plain | titles,
            modifiers=frozenset(w.lower for w in words if w.i != i and w.text not in name and w.dep != "nummod"),
            possessor=next(iter(parse.children(i, "nmod:poss")), None),
        )

    def _name(self, word: Word, body: list[int]) -> tuple[tuple[str, ...], str]:
        """The words of the phrase's name and its label; empty where the phrase is named by no name."""
        words = self.parse.words
        span = self.names.get(word.i)
        if self._office(word, body):
            return (), ""
        if span is None:  # "Foreign Minister Anna Berg" with the title as its head
            behind = [self.names[w] for w in body if w > word.i and w in self.names and self.names[w][2] == "PER"]
            span = behind[0] if behind and behind[0][0] <= word.i + 3 and self._person_noun(word) else None
        if span is not None and (word.pos == "PROPN" or span[1] > span[0] or span[0] > word.i):
            return tuple(words[w].text for w in range(span[0], span[1] + 1)), span[2]
        if not word.text[:1].isupper() or not (word.pos == "PROPN" or self._capitalised(word, body)):
            return (), ""
        parts = [w for w in body if w <= word.i + 4 and (words[w].pos == "PROPN" or words[w].text[:1].isupper())]
        run = [w for w in parts if all(x in parts or words[x].pos in LINKING for x in range(*sorted((w, word.i))))]
        return tuple(words[w].text for w in run), ""

    def _office(self, word: Word, body: list[int]) -> bool:
        """ "The Foreign Minister": a title of several words with the article, and nothing else says who that is."""
        several = any(w < word.i and self.parse.words[w].text[:1].isupper() for w in body)
        alone = several and body[-1] == word.i and not self.parse.children(word.i, "nmod", "appos")
        told = determiner(self.parse, word.i) == "the" and self._person_noun(word)
        return alone and told and (word.i not in self.names or is_title(word.lower))

    def _capitalised(self, word: Word, body: list[int]) -> bool:
        """Capitals on every noun and adjective of a phrase of several, in running text: "the World Food Programme"."""
        words = [self.parse.words[w] for w in body]
        sentence = self.parse.sentences[word.sentence]
        if len(words) < 2 or sentence.kind == "heading" or words[0].i == sentence.first:
            return False
        lower = any(w.text.islower() for w in self.parse.words[sentence.first : sentence.last] if w.pos == "NOUN")
        return lower and all(w.text[:1].isupper() for w in words)

    def _person_noun(self, word: Word) -> bool:
        return kind_of(word.lemma.lower()) == "person" or is_title(word.lower)

    def _titles(self, words: list[Word], name: tuple[str, ...]) -> frozenset[str]:
        """The nouns that stand as titles beside a name, or before it within its label: "Mr", "president"."""
        if not name:
            return frozenset()
        return frozenset(
            w.lemma.lower()
            for w in words
            if (w.text not in name or w.text == name[0])
            and (is_title(w.lower) or (w.pos in NOUNS and kind_of(w.lemma.lower()) == "person" and w.text not in name))
        )

    def _kind(self, word: Word, name: tuple[str, ...], label: str, titles: frozenset[str]) -> Kind | None:
        if word.i in self.parse.time_words:
            return "time"
        if not name:
            return self._noun_kind(word)
        if label:
            return LABELS[label]
        if titles or given_gender(name[0]):
            return "person"
        return kind_of(word.lower) if word.lower in self._table.kinds.get("group", ()) else None

    def _noun_kind(self, word: Word) -> Kind | None:
        lemma = word.lemma.lower()
        of = complement(self.parse, word.i) if lemma in self._table.measures else None
        if of is not None and self.parse.words[of].pos in NOUNS:
            return self._noun_kind(self.parse.words[of])
        return kind_of(lemma)

    def _gender(self, word: Word, name: tuple[str, ...], titles: frozenset[str]) -> Gender | None:
        if not name:
            return gender_of(word.lemma.lower())
        told = {g for t in titles if (g := title_gender(t) or gender_of(t))}
        if len(told) == 1:
            return told.pop()
        given = next((n for n in name if not is_title(n.lower())), "")
        return given_gender(given) if len(name) > 1 or not titles else None

    def _number(self, word: Word, named: bool) -> Number:
        lemma = word.lemma.lower()
        of = complement(self.parse, word.i) if lemma in self._table.measures else None
        if word.tag in PLURAL or (of is not None and self.parse.words[of].tag in PLURAL):
            return "plural"
        counted = any(self.parse.words[c].lower not in ("one", "1") for c in self.parse.children(word.i, "nummod"))
        return "plural" if (lemma == "people" or counted) and not named else "singular"

    # --- phrases without a noun, and coordinated ones

    def _headless(self, word: Word) -> Mention | None:
        known = self._table.indefinite
        people = word.pos == "ADJ" and determiner(self.parse, word.i) == "the" and word.lower not in known.neither
        if not people and word.lower not in known.person and word.lower not in known.plural:
            return None
        first, last = extent(self.parse, word.i)
        of = complement(self.parse, word.i)
        kind: Kind | None = "person" if word.lower in known.person or word.pos == "ADJ" else None
        kind = self._noun_kind(self.parse.words[of]) if of is not None else kind
        number: Number = "singular" if word.lower in known.person else "plural"
        return Mention(
            -1, word.i, first, last, self.parse.span((first, last)), word.sentence, "noun", kind, None, number,
            determiner=determiner(self.parse, word.i) or "a", nouns=frozenset({word.lower}),
        )  # fmt: skip

    def _set(self, first: Mention, heads: dict[int, Mention]) -> Mention | None:
        members = [heads[c] for c in coordinated(self.parse, first.head) if c in heads]
        if len(members) < 2:
            return None
        kinds = {_broad(m.kind) for m in members}
        if len(kinds - {None}) > 1:
            return None
        kind = next((m.kind for m in members if m.kind), None)
        last = max(m.last for m in members)
        return Mention(
            -1, first.head, first.first, last, self.parse.span((first.first, last)), first.sentence, "set", kind, None,
            "plural", members=tuple(m.head for m in members),
        )  # fmt: skip


def _broad(kind: Kind | None) -> str | None:
    """Kinds that are coordinated with each other: states, bodies and groups act alike."""
    return (
        "body"
        if kind in ("organisation", "place", "group")
        else "thing"
        if kind in ("abstract", "event", "thing")
        else kind
    )


def iterate(parse: Parse) -> Iterator[Mention]:
    """The mentions of a parse, in order."""
    yield from Mentions(parse).find()
