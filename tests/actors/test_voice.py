"""Who "we" is outside quotation marks: the speaker of a turn, the publisher, whom the heading names; else nobody."""

from __future__ import annotations

import pytest

from legation.actors import Actors
from legation.language import parse
from legation.records import Document

# (text, outlet, title, whose the last "we", "our" or "I" is)
VOICES = [
    ("We urge Chad to free the monks.", "US Department of State", None, {"USA"}),
    ("On Monday I urged Chad to free the monks.", "The White House", None, {"USA"}),
    ("Statement by the Foreign Ministry of Norway\n\nWe urge Chad to free the monks.", None, None, {"NOR"}),
    ("QUESTION: And Chad?\n\nMR BERG: We urge Chad to free the monks.", "US Department of State", None, {"USA"}),
    ("Q And Chad?\n\nMR. BERG: We urge Chad to free the monks.", "The White House", None, {"USA"}),
    ("SECRETARY BLINKEN: Yes.\n\nFOREIGN MINISTER LAVROV: We left Chad.", "US Department of State", None, {"RUS"}),
    ("PRESIDENT BERG: We left Chad.", "The White House", "Remarks by Norwegian President Anna Berg", {"NOR"}),
    # nobody is known
    ("We urge Chad to free the monks.", None, None, set()),
    ("We urge Chad to free the monks.", "The Guardian", None, set()),
    ("We urge Chad to free the monks.", "US Department of State", "Joint Statement on Chad", set()),
    ("MR BERG: Yes.\n\nQUESTION: Will we leave Chad?", "US Department of State", None, set()),
    ("MR BERG: Yes.\n\nMODERATOR: We must end here.", "US Department of State", None, set()),
    ("QUESTION: And Chad?\n\nPRIME MINISTER BERG: We left Chad.", "US Department of State", None, set()),
]


@pytest.mark.parametrize(("text", "outlet", "title", "states"), VOICES)
def test_we_is_who_speaks_or_publishes(text: str, outlet: str | None, title: str | None, states: set[str]) -> None:
    read = parse(Document(id="d", text=text, published="2022-06-15", outlet=outlet, title=title))
    last = next(w.i for w in reversed(read.words) if w.lower in ("we", "our", "i"))
    assert {ref.country for ref in Actors(read).refs(last)} == states
