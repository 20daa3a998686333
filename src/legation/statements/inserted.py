"""Cues that stand in, before or behind the clause they report, and cues before a colon."""

from __future__ import annotations

from legation.language.frame import Frame
from legation.language.frames import Frames
from legation.language.parse import Parse
from legation.statements.cues import CueRule, cues, form

AS_KINDS = frozenset({"say", "claim", "think", "warn"})  # "as the minister noted"; not "as he pleaded for help"
MARKS = frozenset({",", "-", "–", "—", "--", "”", '"', "''", "’", "("})


def around(frames: Frames, frame: Frame, rule: CueRule) -> set[int]:
    """The clause that an inserted cue stands in: "Norway, the minister added, will …"; "as Putin put it, …"."""
    parse = frames.parse
    tells = "patient" in rule.addressee
    word = parse.words[frame.word]
    if (
        word.head < 0
        or (parse.children(frame.word, "obj") and not tells and not as_clause(parse, frame.word))
        or _behind_colon(parse, frame.word)
    ):
        return set()
    if not (
        word.dep == "parataxis" or _set_off(parse, frame) or (as_clause(parse, frame.word) and rule.kind in AS_KINDS)
    ):
        return set()
    own = set(parse.subtree(frame.word))
    top = root(parse, frame.word)
    words = set(parse.subtree(top)) | set(_sentence(parse, frame.word))
    return (words - own) & set(_side(parse, frame.word))


def around_all(parse: Parse, i: int) -> set[int]:
    """All words of a cue's sentence on its side of any semicolon, but the cue itself."""
    return set(_side(parse, i)) - {i}


def contrasted(parse: Parse, i: int) -> set[int]:
    """ "…, while the premier said that …": what another says beside it, behind the cue."""
    behind, contrasting = parse.words[i : _sentence(parse, i).stop], form("contrasting")
    clauses = [w.head for w in behind if w.dep == "mark" and w.lower in contrasting]
    telling = [c for c in clauses if parse.words[c].lemma in cues("verb") and parse.children(c, "nsubj")]
    return {w for c in telling for w in parse.subtree(c)}


def _behind_colon(parse: Parse, i: int) -> bool:
    """Whether a colon stands between a cue and the word it hangs on: what follows a colon reports nothing before it."""
    return any(parse.words[w].text == ":" for w in range(parse.words[i].head, i))


def as_clause(parse: Parse, i: int) -> bool:
    """ "as Putin put it", "as the ministry noted": a subject, no object but "it"."""
    objects = [parse.words[o].lower for o in parse.children(i, "obj")]
    mark = any(parse.words[m].lower == "as" for m in parse.children(i, "mark", "advmod", "case"))
    return mark and parse.words[i].dep in ("advcl", "ccomp", "parataxis", "acl") and all(o == "it" for o in objects)


def root(parse: Parse, i: int) -> int:
    """The root of a word's sentence."""
    return max([i, *parse.ancestors(i)], key=lambda w: (parse.words[w].head < 0, w))


def _sentence(parse: Parse, i: int) -> range:
    sentence = parse.sentences[parse.words[i].sentence]
    return range(sentence.first, sentence.last)


def _side(parse: Parse, i: int) -> range:
    """The words of a sentence on word `i`'s side of any semicolon; one behind it belongs to its side."""
    sentence = _sentence(parse, i)
    before = next((w for w in range(i - 1, sentence.start - 1, -1) if parse.words[w].text == ";"), sentence.start - 1)
    behind = next((w for w in range(i, sentence.stop) if parse.words[w].text == ";"), sentence.stop - 1)
    return range(before + 1, behind + 1)


def _set_off(parse: Parse, frame: Frame) -> bool:
    """A cue with its own subject, between commas or behind the last one, whatever the parser hung it on."""
    word = parse.words[frame.word]
    if (
        not parse.children(frame.word, "nsubj")
        or word.dep in ("ccomp", "xcomp", "conj", "root")
        or parse.children(frame.word, "mark")
    ):
        return False
    if any(parse.words[s].tag in ("WP", "WDT") for s in parse.children(frame.word, "nsubj")):
        return False
    inner = [w for w in sorted(parse.subtree(frame.word)) if parse.words[w].pos != "PUNCT"]
    before, behind = inner[0] - 1, inner[-1] + 1
    last = parse.sentences[word.sentence].last
    ended = behind >= last or parse.words[behind].text in MARKS or parse.words[behind].pos == "PUNCT"
    return before >= 0 and parse.words[before].text in MARKS and ended


def after_colon(frames: Frames, frame: Frame) -> set[int]:
    """What follows a colon right behind the cue's clause, to the sentence's end or, where it ends, the next one."""
    parse = frames.parse
    sentence = parse.sentences[frame.sentence]
    colon = next((i for i in range(frame.word + 1, sentence.last) if parse.words[i].text == ":"), None)
    if colon is None or _verb_between(parse, frame.word, colon):
        return set()
    if colon + 2 < sentence.last:
        return set(range(colon + 1, sentence.last))
    if sentence.i + 1 < len(parse.sentences) and colon + 1 >= sentence.last:
        following = parse.sentences[sentence.i + 1]
        return set(range(following.first, following.last))
    return set()


def _verb_between(parse: Parse, cue: int, colon: int) -> bool:
    return any(
        parse.words[i].pos == "VERB" and parse.words[i].tag in ("VBD", "VBZ", "VBP") for i in range(cue + 1, colon)
    )
