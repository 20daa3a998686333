"""The learned register: texts in, facts out; then a bare name resolves without any list."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.actors import Fact, Learner, Register, learn, read_register, write_register
from legation.actors.learning import conflicts
from legation.actors.lookup import found
from legation.actors.register import KEPT, Sighting
from legation.coder import Coder
from legation.errors import InputError
from legation.read import document

DAY, LATER = "2026-05-05", "2026-09-09"


def facts(*texts: str, day: str = DAY) -> Register:
    learner = Learner()
    for number, text in enumerate(texts):
        learner.add(Coder().code(document(text, date=day, id=f"d{number}")))
    return learner.register()


def resolved(text: str, register: Register, day: str = LATER) -> dict[str, tuple[str | None, str | None, str | None]]:
    record = Coder(register=register).code(document(text, date=day))
    return {ref.text: (ref.actor, ref.role, ref.via) for ref in record.actors}


# (text, id, role, used after one document)
LEARNED = [
    ("Norwegian Prime Minister Anna Berg flew to Cairo.", "NOR.anna-berg", "prime minister", True),
    ("Anna Berg, Norway's foreign minister, flew to Cairo.", "NOR.anna-berg", "foreign minister", True),
    ("Norwegian lawmaker Ola Dahl spoke.", "NOR.ola-dahl", "lawmaker", False),
    ("The Russian ambassador to Ankara, Pavel Orlov, protested.", "RUS.pavel-orlov", "ambassador", False),
    ("NATO spokeswoman Maria Rossi gave no details.", "IGO.NATO.maria-rossi", "spokesman", False),
    ("The Sudanese rebel group Front for Justice attacked Chad.", "SDN.REB.front-for-justice", None, False),
]


@pytest.mark.parametrize(("text", "actor", "role", "used"), LEARNED, ids=[n[0][:40] for n in LEARNED])
def test_a_text_teaches_who_holds_which_role(text: str, actor: str, role: str | None, used: bool) -> None:
    (fact,) = facts(text)
    assert (fact.actor, fact.role, fact.used, fact.first, fact.documents) == (actor, role, used, DAY, 1)
    start, end = fact.evidence[0].span
    assert fact.name in text[start:end] or fact.name == text[start:end]


@pytest.mark.parametrize(
    "text",
    [
        "Former Norwegian Prime Minister Anna Berg flew to Cairo.",
        "Norwegian President-elect Anna Berg flew to Cairo.",
        "Anna Berg will not be Norway's prime minister.",
        "Norway's prime minister flew to Cairo.",
        "Norwegian Prime Minister Jonas Gahr Store flew to Cairo.",
        "Prime Minister Berg of Norway flew to Cairo.",
    ],
)
def test_nothing_is_learned(text: str) -> None:
    assert len(facts(text)) == 0


def test_a_document_without_a_date_teaches_nothing() -> None:
    assert learn(Coder().code(document("Norwegian Prime Minister Anna Berg flew to Cairo."))) == ()


def test_a_bare_family_name_is_known_afterwards() -> None:
    register = facts("Norwegian Prime Minister Anna Berg flew to Cairo.")
    assert resolved("Berg rejected Russia's offer.", register)["Berg"] == (
        "NOR.anna-berg",
        "prime minister",
        "registry",
    )
    assert "Berg" not in resolved("Berg rejected Russia's offer.", Register())


def test_the_name_used_alone_is_the_one_the_text_used_alone() -> None:
    register = facts("Thai Foreign Minister Anan Rattanakul left. Anan met reporters.")
    assert resolved("Anan rejected Cambodia's offer.", register)["Anan"][0] == "THA.anan-rattanakul"


def test_a_family_name_comes_first_in_china() -> None:
    register = facts("Chinese Foreign Minister Ouyang Ganming left.")
    assert resolved("China agreed, and Ouyang met reporters.", register)["Ouyang"][0] == "CHN.ouyang-ganming"


def test_a_lesser_role_needs_two_documents() -> None:
    text = "Norwegian lawmaker Ola Dahl spoke."
    assert "Dahl" not in resolved("Dahl criticised Norway's plan.", facts(text))
    assert resolved("Dahl criticised Norway's plan.", facts(text, text))["Dahl"][0] == "NOR.ola-dahl"


def test_one_document_counts_once_however_often_it_is_read() -> None:
    record = Coder().code(document("Norwegian lawmaker Ola Dahl spoke.", date=DAY, id="d"))
    learner = Learner()
    learner.add(record)
    learner.add(record)
    (fact,) = learner.register().merged(learner.register())
    assert fact.documents == 1


def test_what_the_register_told_is_not_learned_from() -> None:
    register = facts("Norwegian Prime Minister Anna Berg flew to Cairo.")
    assert learn(Coder(register=register).code(document("Berg rejected Russia's offer.", date=LATER))) == ()


def test_two_persons_of_one_name_are_left_open_and_said_so() -> None:
    register = facts("Norwegian Prime Minister Anna Berg left.", "Norwegian Foreign Minister Kari Berg left.")
    trace = Coder(register=register).explain(document("Norway agreed, and Berg met reporters.", date=LATER))
    assert "Berg" not in {ref.text for ref in trace.record.actors}
    (said,) = [d for d in trace.decisions if d.text == "Berg"]
    assert (said.kept, said.detail) == (False, "NOR.anna-berg, NOR.kari-berg")


def test_the_country_in_view_decides_between_two() -> None:
    register = facts("Norwegian Prime Minister Anna Berg left.", "Danish Foreign Minister Kari Berg left.")
    assert resolved("Denmark agreed, and Berg met reporters.", register)["Berg"][0] == "DNK.kari-berg"


def test_the_list_is_never_overridden_silently() -> None:
    register = facts("Norwegian Prime Minister Anna Berg left.")
    record = Coder(register=register).code(document("The Norwegian prime minister left.", date=LATER))
    assert [r.name for r in record.actors if r.role == "prime minister"] == [None], "two holders: nobody is named"
    assert [(fact.actor, holder) for fact, holder in conflicts(register)] == [("NOR.anna-berg", "NOR.jonas-gahr-store")]


def test_a_listed_name_is_still_the_listed_person() -> None:
    register = facts("Bulgarian lawmaker Ivan Lavrov spoke.", "Bulgarian lawmaker Ivan Lavrov spoke.")
    assert resolved("Lavrov met Iran's envoy.", register, "2020-01-01")["Lavrov"][0] == "RUS.sergei-lavrov"
    assert resolved("Russia agreed, Lavrov said.", register)["Lavrov"][0] == "RUS.sergei-lavrov"


def test_where_the_list_knows_nobody_the_office_is_the_learned_holders() -> None:
    register = facts("The Tuvaluan defence minister, Tom Lotoala, left.")
    record = Coder(register=register).code(document("The Tuvaluan defence minister left.", date="2026-06-06"))
    assert [r.name for r in record.actors if r.role == "defence minister"] == ["Tom Lotoala"]


def test_a_sighting_speaks_for_some_time_only() -> None:
    register = facts("Norwegian Prime Minister Anna Berg flew to Cairo.")
    assert "Berg" not in resolved("Berg rejected Russia's offer.", register, "2031-01-01")
    assert "Berg" not in resolved("Berg rejected Russia's offer.", register, "2019-01-01")


def test_a_judgement_stands_above_all() -> None:
    (fact,) = facts("Norwegian Prime Minister Anna Berg flew to Cairo.")
    rejected = Register([fact]).merged(Register([Fact(**{**_fields(fact), "judged": "rejected"})]))
    assert "Berg" not in resolved("Berg rejected Russia's offer.", rejected)
    (lesser,) = facts("Norwegian lawmaker Ola Dahl spoke.")
    confirmed = Register([Fact(**{**_fields(lesser), "judged": "confirmed"})])
    assert resolved("Dahl criticised Norway's plan.", confirmed)["Dahl"][0] == "NOR.ola-dahl"


def test_coding_does_not_change_the_register() -> None:
    register = facts("Norwegian Prime Minister Anna Berg flew to Cairo.")
    before = register.digest
    Coder(register=register).code(document("Danish Foreign Minister Kari Berg left.", date=LATER))
    assert register.digest == before
    assert pickle.loads(pickle.dumps(register)) == register


def test_show_says_who_and_why() -> None:
    register = facts("Norwegian Prime Minister Anna Berg left.", "Norwegian lawmaker Ola Dahl spoke.")
    berg, dahl = next(found("Berg", register)), next(found("Dahl", register))
    assert (berg.actor, berg.role, berg.used, berg.source) == ("NOR.anna-berg", "prime minister", True, "register")
    assert berg.why.startswith("its full name stood beside a high office; the list has NOR.jonas-gahr-store")
    assert (dahl.used, dahl.why) == (False, "seen in one document; 2 are needed")
    assert {known.source for known in found("Lavrov", register)} == {"list"}


def test_a_file_comes_back_as_it_was(tmp_path: Path) -> None:
    register = facts("Norwegian Prime Minister Anna Berg left.", "Norwegian lawmaker Ola Dahl spoke.")
    write_register(register, tmp_path / "r.jsonl")
    assert read_register(tmp_path / "r.jsonl") == register


def test_a_wrong_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text('\n{"actor": "NOR.anna-berg"}\n')
    with pytest.raises(InputError, match=r"r\.jsonl:2: .*name"):
        read_register(tmp_path / "r.jsonl")
    with pytest.raises(InputError, match="no register"):
        read_register(tmp_path / "none.jsonl")


DAYS = st.dates().map(lambda d: d.isoformat())
DOCUMENTS = st.text("abcdef", min_size=1, max_size=3)
SIGHTINGS = st.lists(
    st.builds(Sighting, date=DAYS, document=DOCUMENTS, span=st.just((0, 4))), min_size=1, unique_by=lambda s: s.document
)
FACTS = st.builds(
    lambda id, seen, strong, judged, documents: Fact(
        actor=id,
        name="A B",
        owner="NOR",
        role="lawmaker",
        first=min(s.date for s in seen),
        last=max(s.date for s in seen),
        documents=max(documents, len({s.document for s in seen})),
        strong=strong,
        judged=judged,
        evidence=tuple(sorted(seen)),
    ),
    st.sampled_from(["NOR.a", "NOR.b"]),
    SIGHTINGS,
    st.booleans(),
    st.none(),
    st.integers(1, 300),
)
REGISTERS = st.lists(FACTS, max_size=4).map(Register)


@given(REGISTERS, REGISTERS, REGISTERS)
def test_merging_is_a_union(a: Register, b: Register, c: Register) -> None:
    assert a.merged(b) == b.merged(a)
    assert a.merged(b).merged(c) == a.merged(b.merged(c))
    assert a.merged(a) == a.merged()
    assert all(len(fact.evidence) <= 2 * KEPT <= 100 for fact in a)


def _fields(fact: Fact) -> dict[str, object]:
    return {name: getattr(fact, name) for name in fact.__struct_fields__}
