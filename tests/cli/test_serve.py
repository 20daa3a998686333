"""`legation serve`: the pages, on this machine only."""

import socket

import pytest

from legation.errors import Exit
from legation.store import open_store

pytestmark = pytest.mark.usefixtures("plain_coder")


def test_the_pages_are_served_on_this_machine_only(run, tmp_path, monkeypatch):
    open_store(tmp_path / "s", create=True)
    served = []
    monkeypatch.setattr("legation.web.serve", lambda store, host, port: served.append((store.path, host, port)))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    result = run("serve", "--store", tmp_path / "s", "--port", port)
    assert result.exit_code == Exit.DONE
    assert served == [(tmp_path / "s", "127.0.0.1", port)]
    assert f"http://127.0.0.1:{port}/" in result.stderr


def test_a_port_in_use_is_said_with_another(run, tmp_path):
    open_store(tmp_path / "s", create=True)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("serve", "--store", tmp_path / "s", "--port", port)
    assert result.exit_code == Exit.USAGE
    assert f"port {port} is taken" in result.stderr
