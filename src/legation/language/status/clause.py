"""The clause of a predicate: its form (tense, aspect, mood), its subordinators and its subject."""

from __future__ import annotations

from functools import cached_property

from legation.language.parse import Parse

INTERROGATIVE = frozenset({"WRB", "WP", "WDT", "WP$"})
PRESENT = frozenset({"VBZ", "VBP"})
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
PAST_FORMS = frozenset({"past", "past-perfect", "perfect", "perfect-progressive", "past-progressive"})
PRESENT_FORMS = frozenset({"present", "progressive"})
MAIN = frozenset({"root", "conj", "parataxis"})
UNTENSED = frozenset({"infinitive", "gerund", "participle", "bare"})


class Clause:
    """One predicate with its auxiliaries.

    `form` is one of: past, past-perfect, perfect, perfect-progressive, present, progressive, past-progressive, modal,
    imperative, headline ("Putin to visit Iran"), fragment (a participle as the main verb), infinitive, gerund,
    participle, bare.
    """

    def __init__(self, parse: Parse, i: int) -> None:
        self.parse, self.i, self.word = parse, i, parse.words[i]
        self.auxiliaries = [parse.words[c] for c in parse.children(i, "aux", "cop")]
        self.form = self._form()

    @property
    def tensed(self) -> bool:
        """Whether the clause has a tense or mood of its own."""
        return self.form not in UNTENSED

    @property
    def past(self) -> bool:
        return self.form in PAST_FORMS

    @property
    def present(self) -> bool:
        return self.form in PRESENT_FORMS

    def subjects(self) -> list[int]:
        return self.parse.children(self.i, "nsubj", "csubj", "expl")

    def marks(self) -> list[int]:
        """The subordinators of the clause, the prepositions before a gerund and the "when" of an adverbial clause."""
        marks = self.parse.children(self.i, "mark", "case")
        if self.word.dep.startswith("advcl"):
            marks = marks + [c for c in self.parse.children(self.i, "advmod") if self.parse.words[c].tag == "WRB"]
        return marks

    def phrase(self, i: int) -> str:
        """A function word with its fixed parts, in lower case: "instead of"."""
        return " ".join(self.parse.words[p].lower for p in sorted([i, *self.parse.children(i, "fixed")]))

    def infinitive(self) -> bool:
        return any(self.parse.words[c].lower == "to" for c in self.parse.children(self.i, "mark"))

    def _form(self) -> str:
        tense = next((a for a in self.auxiliaries if a.tag in TENSED), None)
        if tense is None:
            return self._untensed()
        if tense.tag == "MD":
            return "modal"
        if tense.lemma == "be" and self.infinitive():
            return "headline"  # "is to visit", "was to have visited"
        past = tense.tag == "VBD"
        if tense.lemma == "have":
            return "past-perfect" if past else "perfect-progressive" if self.word.tag == "VBG" else "perfect"
        if self.word.tag == "VBG" and tense.lemma == "be":
            return "past-progressive" if past else "progressive"
        return "past" if past else "present"

    def _untensed(self) -> str:
        """The form of a predicate without an auxiliary of tense."""
        tag, root = self.word.tag, self.word.dep == "root"
        if tag == "VBD" or (tag == "VBN" and root and self.subjects()):
            return "past"
        if tag in PRESENT:
            return "present"
        if self.infinitive():
            return "headline" if root and self.subjects() else "infinitive"
        if tag in ("VBG", "VBN"):
            return "fragment" if root else {"VBG": "gerund", "VBN": "participle"}[tag]
        return self._base_form() if self.word.pos in ("VERB", "AUX") else "bare"

    def _base_form(self) -> str:
        """ "Iran sign deal" is a present, "sign the deal" an order, "let them sign" below a verb neither."""
        if self.word.dep in ("ccomp", "xcomp", "acl"):
            return "bare"
        if any(s < self.i for s in self.subjects()):
            return "present"
        return "imperative" if self.word.dep in ("root", "parataxis") else "bare"

    @cached_property
    def kinds(self) -> frozenset[str]:
        """What the clause is: its form, and the wider kinds it belongs to."""
        wider = {
            "tensed": self.tensed,
            "any-past": self.past,
            "any-present": self.present,
            "have": any(a.lemma == "have" for a in self.auxiliaries),
            "would-have": self.form == "modal" and any(a.lemma == "have" for a in self.auxiliaries),
            "inverted": self.word.dep.startswith("advcl") and not self.marks() and self._before_subject(),
            "headlined": self._headlined(),
            "auxiliary": bool(self.auxiliaries),
            "adjective": self.word.pos == "ADJ",
            "noun": self.word.pos in ("NOUN", "PROPN"),
            "proper": self.word.pos == "PROPN",
            "subject": bool(self.subjects()),
            "open": any(Clause(self.parse, c).infinitive() for c in self.parse.children(self.i, "xcomp")),
            "question": self._inverted() and not self._interrogative(),
            "asked": self._inverted() and self._interrogative(),
        }
        return frozenset({self.form, *(name for name, true in wider.items() if true)})

    def _inverted(self) -> bool:
        """An auxiliary before the subject, or none ("Anyone know?"), in a sentence that ends in a question mark."""
        sentence = self.parse.sentences[self.word.sentence]
        if "?" not in self.parse.text[slice(*sentence.span)][-4:]:
            return False
        return self._before_subject() or self.word.tag == "VB"

    def _before_subject(self) -> bool:
        """An auxiliary before the subject: "had it"."""
        subject = min(self.subjects(), default=self.i)
        return any(a.i < subject for a in self.auxiliaries)

    def _headlined(self) -> bool:
        """A main clause of a sentence that no stop ends."""
        sentence = self.parse.sentences[self.word.sentence]
        return self.word.dep in MAIN and self.parse.text[slice(*sentence.span)].rstrip()[-1:].isalnum()

    def _interrogative(self) -> bool:
        """ "When did they meet?" takes it that they did; "Did they meet?" asks whether."""
        first = self.parse.sentences[self.word.sentence].first
        return any(w.tag in INTERROGATIVE for w in self.parse.words[first : self.i])
