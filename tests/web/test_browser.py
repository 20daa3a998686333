"""The pages in a real Chromium: what is seen, what works with and without scripts, and that nothing leaves.

They skip where there is no Chromium (Debian: `apt-get install chromium chromium-driver`), unless
`LEGATION_BROWSER=required` is set.
"""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI

from tests.brief.sample_records import STRIKE, VISIT, records

pytestmark = pytest.mark.browser

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--window-size=1200,900",
)


def missing() -> str | None:
    """Why there is no browser, None where there is one."""
    if not shutil.which("chromium") or not shutil.which("chromedriver"):
        return "chromium and chromedriver are not installed"
    try:
        import selenium  # noqa: F401
    except ImportError:
        return "selenium is not installed (test extra)"
    return None


@pytest.fixture(scope="session")
def address(site: FastAPI) -> Iterator[str]:
    """The application on a free port of this machine."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(site, port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


def started(folder: Path, *, scripts: bool = True):  # type: ignore[no-untyped-def]
    reason = missing()
    if reason and os.environ.get("LEGATION_BROWSER") != "required":
        pytest.skip(reason)
    assert reason is None, reason
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in (*FLAGS, f"--user-data-dir={folder}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))


@pytest.fixture(scope="session")
def chromium(tmp_path_factory):  # type: ignore[no-untyped-def]
    browser = started(tmp_path_factory.mktemp("chromium"))
    yield browser
    browser.quit()


@pytest.fixture(scope="session")
def plain(tmp_path_factory):  # type: ignore[no-untyped-def]
    browser = started(tmp_path_factory.mktemp("plain"), scripts=False)
    yield browser
    browser.quit()


def cells(browser) -> list[str]:  # type: ignore[no-untyped-def]
    found: list[str] = browser.execute_script(
        "return [...document.querySelectorAll('table.rows tbody tr')].map(row => row.id)"
    )
    return found


def waited(browser, condition) -> None:  # type: ignore[no-untyped-def]
    from selenium.webdriver.support.wait import WebDriverWait

    WebDriverWait(browser, 10).until(condition)


def test_one_walks_from_the_start_to_the_words_of_a_row(chromium, address: str) -> None:  # type: ignore[no-untyped-def]
    chromium.get(address)
    chromium.find_element("css selector", 'a[href="/pair/IRN-RUS"]').click()
    event = records()[0].events[0]
    waited(chromium, lambda browser: browser.find_elements("id", event.id))
    chromium.find_element("css selector", f"#{event.id} a").click()
    waited(chromium, lambda browser: browser.find_elements("css selector", ".text"))
    assert chromium.find_element("css selector", ".text").text.startswith("Foreign Minister Sergei Lavrov")
    marked = chromium.find_elements("css selector", ".mark.event.chosen")
    assert "".join(piece.text for piece in marked) == event.text
    assert chromium.find_element("css selector", f"#why-{event.id} details").get_attribute("open")


def test_the_text_can_be_copied_without_the_numbers(chromium, address: str) -> None:  # type: ignore[no-untyped-def]
    chromium.get(f"{address}/doc/visit%2F1")
    copied = chromium.execute_script(
        "const r = document.createRange(); r.selectNodeContents(document.querySelector('.text'));"
        "const s = getSelection(); s.removeAllRanges(); s.addRange(r); return s.toString()"
    )
    assert copied == VISIT


def test_a_filter_changes_the_address_and_back_undoes_it(chromium, address: str) -> None:  # type: ignore[no-untyped-def]
    chromium.get(f"{address}/pair/IRN-RUS/events")
    before = cells(chromium)
    chromium.find_element("css selector", ".filters summary").click()
    chromium.find_element("css selector", 'input[value="COOPERATE"]').click()
    waited(chromium, lambda browser: len(cells(browser)) == 1)
    assert "type=COOPERATE" in chromium.current_url
    chromium.back()
    waited(chromium, lambda browser: cells(browser) == before)
    assert "type" not in chromium.current_url


def test_the_find_box_narrows_while_one_types(chromium, address: str) -> None:  # type: ignore[no-untyped-def]
    chromium.get(address)
    chromium.find_element("id", "q").send_keys("som")
    waited(chromium, lambda browser: len(browser.find_elements("css selector", ".pairs tbody tr")) == 1)
    assert "q=som" in chromium.current_url


def test_all_of_it_works_without_scripts(plain, address: str) -> None:  # type: ignore[no-untyped-def]
    plain.get(f"{address}/pair/IRN-RUS/events")
    plain.find_element("css selector", ".filters summary").click()
    plain.find_element("css selector", 'input[value="COOPERATE"]').click()
    assert plain.execute_script("return typeof htmx") == "undefined"
    plain.find_element("css selector", ".filters button").click()
    waited(plain, lambda browser: len(cells(browser)) == 1)
    plain.get(address)
    plain.find_element("id", "text").send_keys(STRIKE)
    plain.find_element("css selector", ".paste .main").click()
    waited(plain, lambda browser: browser.find_elements("css selector", ".entry"))
    assert "cooperated against" in plain.find_element("css selector", ".text").text
    assert len(plain.find_elements("css selector", ".entry")) == 2


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_follows_the_system_and_the_switch(chromium, address: str, theme: str) -> None:  # type: ignore[no-untyped-def]
    feature = [{"name": "prefers-color-scheme", "value": theme}]
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": feature})
    chromium.get(address)
    assert ground(chromium) == {"light": "rgb(253, 253, 252)", "dark": "rgb(20, 24, 29)"}[theme]
    for choice in ("dark", "system"):
        chromium.find_element("css selector", f'button[value="{choice}"]').click()
        pressed = f'button[value="{choice}"][aria-pressed="true"]'
        waited(chromium, lambda browser, pressed=pressed: browser.find_elements("css selector", pressed))
        assert ground(chromium) == ("rgb(20, 24, 29)" if "dark" in (choice, theme) else "rgb(253, 253, 252)")
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def ground(browser) -> str:  # type: ignore[no-untyped-def]
    found: str = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
    return found


@pytest.mark.parametrize("url", ["/", "/pair/IRN-RUS", "/pair/IRN-RUS/brief", "/doc/visit%2F1?why=now"])
@pytest.mark.parametrize("width", [360, 1200])
def test_no_page_is_wider_than_the_window(chromium, address: str, url: str, width: int) -> None:  # type: ignore[no-untyped-def]
    metrics = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    chromium.get(address + url)
    wide = chromium.execute_script("return document.documentElement.scrollWidth")
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert wide <= width


def test_the_first_tab_reaches_the_skip_link(chromium, address: str) -> None:  # type: ignore[no-untyped-def]
    from selenium.webdriver.common.keys import Keys

    chromium.get(f"{address}/pair/IRN-RUS")
    chromium.find_element("tag name", "body").send_keys(Keys.TAB)
    focused = chromium.switch_to.active_element
    assert focused.get_attribute("class") == "skip"
    assert focused.rect["x"] >= 0
    assert chromium.execute_script("return getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_no_policy_is_violated_and_nothing_leaves_the_machine(chromium, address: str) -> None:  # type: ignore[no-untyped-def]
    import json

    chromium.get_log("browser")
    chromium.get_log("performance")
    for url in ("/", "/pair/IRN-RUS", "/pair/IRN-RUS/brief", "/pair/IRN-RUS/brief.html", "/doc/strike-2"):
        chromium.get(address + url)
        assert chromium.get_log("browser") == []
    events = [json.loads(entry["message"])["message"] for entry in chromium.get_log("performance")]
    asked = [each["params"]["request"]["url"] for each in events if each["method"] == "Network.requestWillBeSent"]
    assert asked
    assert all(each.startswith((address, "data:")) for each in asked)
