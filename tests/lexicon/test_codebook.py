"""docs/codebook.md is what ontology and lexicon give: everything is in it, and every link leads somewhere."""

from __future__ import annotations

import re

import pytest

from legation.lexicon.codebook import PAGE, codebook
from legation.ontology import CAMEO, CONTEXTS, STATUSES, TYPES

TEXT = PAGE.read_text("utf8")


def test_the_page_is_what_is_generated() -> None:
    assert codebook() == TEXT, "write it anew: python -m legation.lexicon.build"


@pytest.mark.parametrize("type_", TYPES)
def test_a_type_has_its_meaning_and_its_modes_with_an_example(type_: str) -> None:
    section = TEXT.split(f"\n### {type_}\n")[1].split("\n### ")[0]
    assert TYPES[type_].definition in section
    for mode in TYPES[type_].modes.values():
        own = section.split(f"#### {type_} {mode.id}\n")[1].split("\n#### ")[0]
        assert mode.definition in own
        assert "Goldstein" in own
    assert section.count("- ✓") >= len(TYPES[type_].modes)


def test_contexts_statuses_and_codes_are_all_there() -> None:
    assert [c for c in CONTEXTS if f"| `{c}` | {CONTEXTS[c].definition} |" not in TEXT] == []
    assert [s for s in STATUSES if f"### {s}\n\n{STATUSES[s].definition}" not in TEXT] == []
    assert [c for c in CAMEO if not re.search(rf"^\\| (\\*\\*)?{c}(\\*\\*)? \\|", TEXT, re.M)] == []


def test_every_context_has_words_and_an_example() -> None:
    rows = [line.split(" | ") for line in TEXT.splitlines() if line.startswith("| `")]
    assert len(rows) == len(CONTEXTS)
    assert all(row[2] for row in rows)
    assert [row[0] for row in rows if not row[3].startswith("“")] == []


def test_links_lead_to_headings() -> None:
    headings = {re.sub(r"[^a-z0-9 -]", "", h.lower()).replace(" ", "-") for h in re.findall(r"^#+ (.*)$", TEXT, re.M)}
    assert set(re.findall(r"\]\(#([^)]*)\)", TEXT)) <= headings
