"""`legation actors`: the register learned, shown, listed and merged; `ingest` codes with it and adds to it."""

import json

import pytest

from legation.errors import Exit


@pytest.fixture
def news(tmp_path):
    texts = ["Norwegian Lawmaker Ola Dahl met reporters in Oslo.", "Norwegian lawmaker Ola Dahl flew to Cairo."]
    lines = [{"id": f"d{n}", "date": "2026-05-05", "text": text} for n, text in enumerate(texts)]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)))
    return path


def rows(text):
    return [json.loads(line) for line in text.splitlines()]


def test_learned_facts_go_to_stdout(run, news):
    result = run("actors", "learn", news)
    assert [(row["actor"], row["documents"]) for row in rows(result.stdout)] == [("NOR.ola-dahl", 2)]
    assert result.stderr == "1 facts, 1 of them in use\n"


def test_a_file_is_added_to(run, news, tmp_path):
    register = tmp_path / "register.jsonl"
    run("actors", "learn", news, "-o", register)
    again = run("actors", "learn", news, "-o", register)
    assert again.stdout == ""
    assert rows(register.read_text())[0]["documents"] == 2


def test_what_contradicts_the_list_is_a_finding(run):
    result = run("actors", "learn", "-", "--date", "2025-01-05", input="Norwegian Prime Minister Anna Berg left.")
    assert result.exit_code == Exit.FINDINGS
    assert "NOR.anna-berg, prime minister 2025-01-05 to 2025-01-05: the list has NOR.jonas-gahr-store" in result.stderr


def test_show_lists_the_listed_and_the_learned(run, news, tmp_path):
    register = tmp_path / "register.jsonl"
    run("actors", "learn", news, "-o", register)
    (shown,) = rows(run("actors", "show", "Dahl", "--register", register, "--format", "jsonl").stdout)
    assert (shown["actor"], shown["source"], shown["why"]) == (
        "NOR.ola-dahl",
        "register",
        "at least 2 documents say so",
    )
    assert shown["evidence"] == "d0@0-27 d1@0-27"
    listed = rows(run("actors", "show", "Lavrov", "--date", "2019-03-07", "--format", "jsonl").stdout)
    assert [row["role"] for row in listed] == ["foreign minister"]
    assert run("actors", "show", "Nobody Known").exit_code == Exit.USAGE


def test_registers_are_listed_and_merged(run, news, tmp_path):
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    run("actors", "learn", news, "-o", one)
    two.write_text(one.read_text().replace('"owner"', '"judged":"rejected","owner"'))
    assert run("actors", "merge", one, two, "-o", one).exit_code == Exit.DONE
    (fact,) = rows(run("actors", "export", "--register", one, "--format", "jsonl").stdout)
    assert (fact["judged"], fact["used"], fact["documents"]) == ("rejected", False, 2)
    assert run("actors", "export").exit_code == Exit.USAGE


def test_ingest_learns_into_the_store_and_says_what_it_coded_with(run, news, tmp_path):
    from legation.store import open_store

    store = tmp_path / "relations"
    run("ingest", news, "--store", store, "--processes", 1)
    assert [row["actor"] for row in rows((store / "register.jsonl").read_text())] == ["NOR.ola-dahl"]
    later = tmp_path / "later.jsonl"
    later.write_text(json.dumps({"id": "l", "date": "2026-06-06", "text": "Dahl criticised Norway's plan."}))
    run("ingest", later, "--store", store, "--processes", 1)
    with open_store(store) as held:
        record = held.document("l")
        digests = [run.register for run in held.runs()]
    assert [(ref.text, ref.actor) for ref in record.actors if ref.via == "registry"] == [("Dahl", "NOR.ola-dahl")]
    assert digests[0] is None
    assert digests[-1] is not None


def test_a_store_teaches_what_its_texts_taught(run, news, tmp_path):
    store = tmp_path / "relations"
    run("ingest", news, "--store", store, "--processes", 1, "--register", tmp_path / "other.jsonl")
    assert not (store / "register.jsonl").exists()
    assert run("actors", "learn", store).stdout == (tmp_path / "other.jsonl").read_text()
