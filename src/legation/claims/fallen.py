"""Why a draft is no claim: nobody it is about, nothing between states, not asserted, no date."""

from __future__ import annotations

from legation.claims.draft import Draft
from legation.claims.dyad import Dyad
from legation.claims.joins import joins
from legation.claims.measures import TOLL
from legation.claims.periods import Dates
from legation.claims.source import Source
from legation.language.quantities import Quantity
from legation.records import Status

# Measures that are not told in money.
UNPAID = frozenset({"stock", "contact", "relation"})
# What is between two, or within one.
BOTH = frozenset({"relations", "cooperation", "tensions", "trust", "peace", "support"})
# People of one state that are told of without another.
ALONE = frozenset({"troops", "casualties", "prisoners", "refugees", "diplomats", "nationals", "population"})


def fallen(source: Source, draft: Draft, held: Status, dates: Dates, dyad: Dyad) -> str | None:
    """Why a draft is no claim: nobody it is about, not asserted, or a noun of no relation."""
    if len(dyad.ids) < _parties(draft):
        return "no party" if not dyad.ids else "one party only"
    if draft.rule.needs and not any(i.startswith(draft.rule.needs) for i in dyad.ids):
        return f"no {draft.rule.needs}"
    if dyad.many:
        return "more than two parties"
    if reason := _unrelated(draft, dyad) or _vague(source, draft, dyad) or _inner(source, draft, dyad):
        return reason
    if draft.rule.dated and not (dates.period or dates.baseline):
        return "no date"
    moved = draft.kind == "change" and draft.direction != "flat"
    if held == "denied" and draft.kind != "exclusive" and (moved or not draft.rule.phrase) and not draft.rule.below:
        return "denied"
    return None if _asserted(source, draft, held, dates) else f"not asserted: {held}"


def wished(source: Source, draft: Draft) -> bool:
    """ "The importance of deepening ties", "deepening ties is a duty": a gerund that says what should be done."""
    parse = source.parse
    at = source.frame(draft.anchor).verb
    while parse.words[at].dep == "conj" and parse.words[parse.words[at].head].tag == "VBG":
        at = parse.words[at].head
    word = parse.words[at]
    if word.tag != "VBG" or word.head < 0 or parse.children(at, "aux"):
        return False
    if parse.words[word.head].lemma.lower() in joins().urging and word.dep in ("xcomp", "ccomp", "obj", "advcl"):
        return word.head < at
    if parse.children(at, "nsubj"):
        return False
    leads = [parse.words[c].lower for c in parse.children(at, "mark", "case") if c < at]
    if not leads:
        return word.dep == "csubj"
    return not joins().means & set(leads) and parse.words[word.head].lemma.lower() not in joins().achieved


def _parties(draft: Draft) -> int:
    """How many sides a claim must have: both where something goes from one to the other, or is done together."""
    entry = draft.measure.entry if draft.measure else None
    if entry is not None and draft.kind == "trend" and entry.name in BOTH:
        return 2
    if entry is None or draft.kind not in ("level", "change", "count"):
        return draft.rule.parties
    if entry.sort == "stock" and draft.rule.sorts and entry.name not in ALONE:
        return 2
    both = entry.name in ("share", "nationals", "contracts", "fines") or (
        entry.sort == "contact" and not entry.directed and draft.rule.name in (None, "meetings")
    )
    given = entry.sort == "flow" and bool(entry.directed) and not entry.national
    return 2 if both or given else draft.rule.parties


def _inner(source: Source, draft: Draft, dyad: Dyad) -> str | None:
    """A state's own affair: people killed who are not told to be its own, a treaty whose parties are not told."""
    bare = draft.kind == "dated" and dyad.view and not draft.rule.carried
    if bare and draft.measure and not source.parties.inside(draft.measure.word) and not _both_told(source, draft, dyad):
        return "no party"
    if draft.rule.carried and dyad.view and not source.parse.children(draft.anchor, "nmod:poss"):
        return None if source.parties.both_here(dyad.ids, draft.anchor) else "no party"
    if draft.rule.sorts and draft.measure and draft.measure.sort == "stock":
        if _harmed(source, draft.measure.word):
            return "a toll"
        if _teller(source, draft.measure.word):
            return "who tells it"
    if draft.rule.name != TOLL or draft.quantity is None or len(dyad.ids) > 1:
        return None
    above = source.parse.words[draft.quantity.head].head
    dead = (above, *source.of(draft.quantity), draft.quantity.head)
    named = any(source.parties.inside(w) for w in dead if w >= 0 and source.parse.words[w].pos != "VERB")
    return None if named else "a state's own affair"


def _of_another_unit(draft: Draft, sort: str, quantity: Quantity) -> bool:
    """Soldiers in dollars, meetings in percent, relations in anything that is reached."""
    if sort in UNPAID and quantity.money:
        return True
    return draft.kind == "level" and (sort == "relation" or (sort == "contact" and quantity.unit is not None))


def _both_told(source: Source, draft: Draft, dyad: Dyad) -> bool:
    at = [draft.anchor, *([draft.measure.word] if draft.measure else ())]
    return any(source.parties.told_here(dyad.ids, i) for i in at)


def _teller(source: Source, noun: int) -> bool:
    """ "Two diplomats told Reuters": they are counted as sources."""
    words = source.parse.words
    above = words[noun].head
    return above >= 0 and words[noun].dep == "nsubj" and words[above].lemma.lower() in joins().telling_of


def _harmed(source: Source, noun: int) -> bool:
    """ "Three of its troops were killed", "the deaths of four Danes": the dead and wounded are no stock."""
    words, at = source.parse.words, noun
    while words[at].dep in ("nmod", "conj", "nummod") and words[at].head >= 0:
        at = words[at].head
        if words[at].lemma.lower() in joins().toll:
            return True
    above = words[at].head
    return above >= 0 and words[at].dep in ("obj", "nsubj:pass") and words[above].lemma.lower() in joins().harmed


def _vague(source: Source, draft: Draft, dyad: Dyad) -> str | None:
    """What is told of nobody in the sentence: a description, a first time, a measure from elsewhere."""
    measure = draft.measure
    if draft.kind in ("comparison", "rank") and measure is not None and measure.far and not measure.pointed:
        return "no measure"
    if draft.kind == "count" and draft.value == 1 and (dyad.view or len(dyad.ids) < 2):
        return "no party"
    if draft.kind == "count" and dyad.view and not source.parties.told_here(dyad.ids, draft.anchor):
        return "no party"
    if not dyad.view:
        return None
    far = measure is not None and measure.far and not measure.pointed and (measure.sort != "flow" or len(dyad.ids) < 2)
    return "no party" if draft.rule.around or far or not _near(source, draft, dyad) else None


def _near(source: Source, draft: Draft, dyad: Dyad) -> bool:
    """Whether the two are named near, or the claim or its measure is told of "both"."""
    at = [draft.anchor, *([draft.measure.word] if draft.measure else ())]
    return any(source.parties.near(dyad.ids, i) for i in at)


def _unrelated(draft: Draft, dyad: Dyad) -> str | None:
    """What is no matter between states: an unlisted noun without its parties, a loose claim with none of its own."""
    entry = draft.measure.entry if draft.measure else None
    if entry and draft.quantity and _of_another_unit(draft, entry.sort, draft.quantity):
        return "a unit of another"
    bare = draft.quantity is None or draft.quantity.unit is None
    if draft.measure and entry is None and draft.kind in ("change", "trend") and bare:
        return "a measure of no relation"
    named = draft.kind in ("dated", "rank", "exclusive") and not dyad.view
    if draft.measure and entry is None and not named and (len(dyad.ids) < 2 or dyad.view):
        return "a measure of no relation"
    if not dyad.view:
        return None
    sort = entry.sort if entry else ""
    if entry and entry.national and not entry.directed:
        return "no party"
    if draft.kind in ("exclusive", "comparison"):
        return "no party"
    loose = draft.value is None and draft.kind in ("change", "trend") and sort in ("contact", "stock", "goods")
    return "no party" if loose or (sort == "stock" and draft.rule.sorts) else None


def _asserted(source: Source, draft: Draft, held: Status, dates: Dates) -> bool:
    """What is planned or possible is a claim where its time lies ahead (a target), or is over (an approval then)."""
    if held not in ("possible", "planned") or draft.kind in ("exclusive", "rank"):
        return True
    if held == "planned" and (draft.kind == "count" or (draft.kind == "level" and _past(source, dates))):
        return True
    return draft.kind != "dated" and _ahead(source, dates)


def _past(source: Source, dates: Dates) -> bool:
    """What was planned or approved for a time that is over by publication."""
    published = source.parse.document.published
    return bool(dates.period and dates.period.end and published and dates.period.end <= published)


def _ahead(source: Source, dates: Dates) -> bool:
    """A forecast or a target says its time: it ends after publication."""
    published = source.parse.document.published
    return bool(dates.period and published and (dates.period.end or dates.period.start or "") > published)
