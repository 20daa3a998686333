"""Names for trees that have none: python -m training.language.silver DATA --model DIR --out FILE.jsonl

The trained head reads the sentences of a treebank; gold tags say where names can be. A word that no name has by its
gold tag is outside; a proper noun gets the head's tag where it is sure, and none (−100, no loss) elsewhere.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from legation.language.encoder import Encoder
from legation.language.names import TAGS, best_tags
from training.language.data import read_conllu

TREEBANKS = ("ewt-train",)
SURE = 0.9
INSIDE_NAMES = frozenset({"ADP", "DET", "CCONJ", "PART", "PUNCT", "NUM", "ADJ", "NOUN", "SYM"})
UNKNOWN = -100


def silver(tags: list[str], scores: NDArray[np.float32]) -> list[int]:
    """Tag indices per word from gold UPOS and the head's log probabilities; UNKNOWN where it is in doubt."""
    best, sure = best_tags(scores), np.exp(scores.max(1)) >= SURE
    out = []
    for at, tag in enumerate(tags):
        if tag != "PROPN":
            within = best[at] and tag in INSIDE_NAMES and "PROPN" in tags[max(0, at - 2) : at + 3]
            out.append((best[at] if sure[at] else UNKNOWN) if within else 0)
        else:
            out.append(best[at] if sure[at] else UNKNOWN)
    return [UNKNOWN if _broken(out, at) else tag for at, tag in enumerate(out)]


def _broken(tags: list[int], at: int) -> bool:
    """An inside tag whose name lost its beginning."""
    tag = tags[at]
    inside = tag > 0 and TAGS[tag].startswith("I-")
    return inside and (at == 0 or tags[at - 1] not in (tag, tag - 1))


def main() -> None:
    """Writes one JSON line per sentence: words and tags."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    encoder = Encoder(args.model)
    with args.out.open("w", encoding="utf8") as file:
        for name in TREEBANKS:
            sentences = [rows for rows in read_conllu(args.data / f"syntax/{name}.conllu.gz")]
            analyses = encoder.analyse([[r[1] for r in rows] for rows in sentences])
            for rows, analysis in zip(sentences, analyses, strict=True):
                if analysis:
                    tags = silver([r[3] for r in rows], analysis.name_scores)
                    file.write(json.dumps({"words": [r[1] for r in rows], "tags": tags}) + "\n")


if __name__ == "__main__":
    main()
