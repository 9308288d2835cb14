"""What a reader fills in stands everywhere, stays, and builds."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import expect

from conftest import DOCBUILD, REPOSITORY, address, allowed, pages_of

HINT = re.compile(r"CHANGE_TO_[A-Z0-9_]+")


@pytest.fixture(scope="session")
def open_values():
    """Every open value, as the compiler lists it."""
    listed = subprocess.run(
        [DOCBUILD, "values", "--scale", "large", "--format", "json"],
        check=True, cwd=REPOSITORY, capture_output=True, text=True,
    ).stdout
    entries = [json.loads(line) for line in listed.splitlines()]
    assert len(entries) > 30
    return entries


@pytest.fixture(scope="session")
def overlay(open_values):
    """A value for every key that is open, none of them an example."""
    return {
        entry["key"]: own(entry["key"], entry["type"], number)
        for number, entry in enumerate(open_values)
    }


def own(key, kind, number):
    """A value of a type that is no example."""
    if key == "net.private_cidr":
        return "172.30.0.0/16"
    if kind == "ipv4":
        return f"172.30.4.{number + 1}"
    return {
        "fqdn": f"v{number}.reader.test",
        "cidr": f"172.{number % 16}.0.0/16",
        "list<cidr>": "172.28.0.0/16, 172.29.0.0/16",
        # The ports of these are opened by servers.yml, too.
        "host-port": f"v{number}.reader.test:" + ("5000" if key == "host.registry" else "25"),
        "email": f"v{number}@reader.test",
        "interface": "enp7s0",
        "path": f"/dev/reader{number}",
    }[kind]


@pytest.fixture
def filled(bundle, tab, overlay):
    """The page of values after a reader has filled it in."""
    tab.goto(address(bundle, "large/values.html"))
    for key, value in overlay.items():
        tab.locator(f"tr[id='{key}'] input[type=text]").fill(value)
    return tab


def secrets(bundle):
    manifest = json.loads((bundle / "large/manifest.json").read_text())
    return {place["key"] for place in manifest["placeholders"] if place["state"] == "secret"}


def test_the_form_counts_and_keeps(filled, bundle, overlay):
    said = filled.locator(".fill [role=status]").inner_text()
    assert said == f"{len(overlay)} of {len(overlay)} set"
    filled.reload()
    for key, value in overlay.items():
        assert filled.locator(f"tr[id='{key}'] input[type=text]").input_value() == value
        assert filled.locator(f"tr[id='{key}'] th .ph").inner_text() == value
    kept = filled.evaluate("JSON.stringify(Object.entries(localStorage))")
    assert not [key for key in secrets(bundle) if f'"{key}' in kept]
    assert not filled.locator("tr.secret input[type=text]").count()


def test_every_place_shows_the_values(filled, bundle, pages, open_values):
    hints = tuple(entry["hint"] for entry in open_values)
    left, shown = {}, 0
    for path in pages:
        if path == "OPEN-ME.html":
            continue
        filled.goto(address(bundle, path))
        open_marks = filled.locator("main .ph:is(.open, .example):not(.sample):not(.mine)").all_inner_texts()
        shown += filled.locator("main .ph.mine").count()
        text = filled.evaluate("document.querySelector('main article').textContent")
        unmarked = [hint for hint in HINT.findall(text) if hint.startswith(hints)]
        if open_marks or unmarked:
            left[path] = (open_marks[:3], unmarked[:3])
    assert not left
    assert shown > 300
    assert not filled.complaints
    assert not [url for url in filled.asked if not allowed(url)]


def test_copies_and_downloads_have_the_values(filled, bundle, open_values):
    filled.goto(address(bundle, "large/files.html"))
    hints = tuple(entry["hint"] for entry in open_values)
    examples = [entry["example"] for entry in open_values if entry["type"] == "fqdn"]
    links = filled.locator("a[download]")
    wrong, changed = [], 0
    for index in range(0, links.count(), 5):
        href = links.nth(index).get_attribute("href")
        # Chromium takes at most ten in a second from one page.
        filled.wait_for_timeout(110)
        with filled.expect_download() as download:
            links.nth(index).click()
        # Hints of secrets stay.
        before = (bundle / "large" / href).read_text()
        after = Path(download.value.path()).read_text()
        assert len(after.splitlines()) == len(before.splitlines()), href
        changed += before != after
        wrong += [(href, hint) for hint in HINT.findall(after) if hint.startswith(hints)]
        wrong += [(href, example) for example in examples if example in after]
    assert not wrong
    assert changed > 20


def test_an_exported_overlay_builds_and_comes_back(filled, project, overlay, tmp_path):
    filled.locator(".fill label input").fill('Reader & "Sons"')
    with filled.expect_download() as download:
        filled.locator("[data-act=export]").click()
    assert download.value.suggested_filename == "reader-sons.yml"
    path = project / "customers" / "reader-sons.yml"
    download.value.save_as(path)
    try:
        out = tmp_path / "site"
        subprocess.run(
            [DOCBUILD, "build", "--project", project, "--final", "--customer", path, "--out", out],
            check=True, cwd=REPOSITORY,
        )
        manifest = json.loads((out / "reader-sons/large/manifest.json").read_text())
        states = {place["key"]: place["state"] for place in manifest["placeholders"]}
        assert "open" not in states.values()
        page = (out / "reader-sons/large/values.html").read_text()
        assert all(value.split(", ")[0] in page for value in overlay.values())

        filled.once("dialog", lambda dialog: dialog.accept())
        filled.locator("[data-act=clear]").click()
        assert filled.locator(".fill [role=status]").inner_text().startswith("0 of")
        filled.locator(".fill input[type=file]").set_input_files(path)
        expect(filled.locator(".fill [role=status]")).to_have_text(re.compile("^[^0]"))
        for key, value in overlay.items():
            assert filled.locator(f"tr[id='{key}'] input[type=text]").input_value() == value
    finally:
        path.unlink()


def test_an_overlay_of_any_style_is_read(bundle, tab, tmp_path):
    tab.goto(address(bundle, "large/values.html"))
    status = tab.locator(".fill [role=status]")
    # Lists and mappings within brackets.
    example = REPOSITORY / "content/customers/acme.yml"
    tab.locator(".fill input[type=file]").set_input_files(example)
    expect(status).to_have_text(re.compile(r"^(\d+) of \1 set$"))
    with tab.expect_download() as download:
        tab.locator("[data-act=export]").click()
    written = tmp_path / "acme.yml"
    download.value.save_as(written)
    assert written.read_text() != example.read_text()
    differences = subprocess.run(
        [DOCBUILD, "diff", "--project", "content", f"large:{example}", f"large:{written}"],
        check=True, cwd=REPOSITORY, capture_output=True, text=True,
    ).stdout
    assert differences == "large for acme and large for acme are the same.\n"

    # What is not read is said at its place, and changes nothing.
    before = tab.locator("tr[id='ip.haproxy_vip'] input[type=text]").input_value()
    for text, said in {
        "ip:\n  haproxy_vip: &vip 172.30.0.1\n": "line 2, column 16",
        "ip: {haproxy_vip:172.30.0.1}\n": "expected a space after `:`",
    }.items():
        written.write_text(text)
        tab.locator(".fill input[type=file]").set_input_files(written)
        expect(status).to_contain_text("Nothing was imported: ")
        expect(status).to_contain_text(said)
    assert tab.locator("tr[id='ip.haproxy_vip'] input[type=text]").input_value() == before


def test_wrong_values_are_told_and_not_shown(bundle, tab):
    tab.goto(address(bundle, "large/values.html"))
    vip, network, pg = "ip.haproxy_vip", "net.private_cidr", "servers.patroni.1.ip"

    def put(key, value):
        tab.locator(f"tr[id='{key}'] input[type=text]").fill(value)
        return tab.locator(f"tr[id='{key}'] .wrong").inner_text()

    assert "four numbers" in put(vip, "10.20.0.256")
    assert tab.locator(f"tr[id='{vip}'] th .ph").inner_text() == "CHANGE_TO_YOUR_VIP"
    assert put(network, "10.20.0.1/24") == "The network is 10.20.0.0/24"
    assert put(network, "10.20.0.0/24") == ""
    assert put(vip, "10.30.0.1") == "An address in 10.20.0.0/24"
    assert put(vip, "10.20.0.9") == ""
    assert put(pg, "10.20.0.9").startswith(f"The same as {vip}: ")
    assert "2 to correct" in tab.locator(".fill [role=status]").inner_text()


def test_the_browser_reads_values_as_the_compiler_does(bundle, tab):
    tab.goto(address(bundle, "large/values.html"))
    table = (REPOSITORY / "Tests/Fixtures/values/texts.tsv").read_text().splitlines()[1:]
    assert len(table) > 60
    wrong = []
    for line in table:
        kind, verdict, text = line.split("\t")
        is_list = kind.startswith("list<")
        shape = {"type": kind[5:-1] if is_list else kind, "list": is_list, "values": ["on", "off"]}
        told = tab.evaluate("([text, shape]) => docbuildFill.mistake(text, shape)", [text, shape])
        if (verdict == "right") != (not told):
            wrong.append((kind, text, told))
    assert not wrong


def test_without_scripts_it_is_a_checklist(bundle, browser):
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(address(bundle, "large/values.html"))
    assert not page.locator(".fill").is_visible()
    assert page.locator("tr.open:visible, tr.example:visible").count() > 30
    page.emulate_media(media="print")
    box = page.evaluate("getComputedStyle(document.querySelector('tr.open > th'), '::before').borderTopWidth")
    assert box == "1px"
    context.close()


def test_where_storage_is_refused_it_says_so(bundle, browser):
    context = browser.new_context(offline=True)
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })")
    page = context.new_page()
    page.goto(address(bundle, "large/values.html"))
    page.locator("tr[id='ip.haproxy_vip'] input[type=text]").fill("10.20.0.9")
    assert "keeps nothing" in page.locator(".fill [role=status]").inner_text()
    assert page.locator("tr[id='ip.haproxy_vip'] th .ph").inner_text() == "10.20.0.9"
    context.close()


def test_the_copy_of_a_block_has_the_values(bundle, tab):
    tab.goto(address(bundle, "large/values.html"))
    tab.locator("tr[id='ip.haproxy_vip'] input[type=text]").fill("10.20.0.9")
    tab.goto(address(bundle, "large/infrastructure/haproxy.html"))
    tab.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    block = tab.locator("figure.code", has=tab.locator("pre .ph.mine")).first
    block.locator("button", has_text="Copy").click()
    block.locator("button", has_text="Copied").wait_for()
    copied = tab.evaluate("window.copied")
    assert "10.20.0.9" in copied and "CHANGE_TO_YOUR_VIP" not in copied
