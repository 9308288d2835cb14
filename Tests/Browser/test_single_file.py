"""A whole set in one file: opened from disk, without a network and with nothing beside it."""

import base64
import hashlib
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from conftest import PLANTED, PLANTED_PAGE, docbuild
from test_accessibility import AXE, violations

VIOLATIONS = "addEventListener('securitypolicyviolation', (event) => console.error(event.violatedDirective))"


@pytest.fixture(scope="session")
def single(project, tmp_path_factory):
    """The file, alone in its folder."""
    path = tmp_path_factory.mktemp("single") / "large.html"
    docbuild("bundle", "--project", project, "--scale", "large", "--single-file", path)
    docbuild("bundle", "--check", path)
    return path


class Reader(HTMLParser):
    """What a page names, refers to and holds, read without our own code."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.ids, self.links, self.loaded, self.inline, self.policy = [], [], [], [], ""
        self._open = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self._open = tag if tag in ("script", "style") else None
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values)
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]
        self.loaded += [values[name] for name in ("src", "srcset", "poster", "data") if values.get(name)]
        if tag not in ("a", "area") and values.get("href"):
            self.loaded.append(values["href"])

    def handle_data(self, data):
        if self._open:
            self.inline.append((self._open, data))

    def handle_endtag(self, tag):
        self._open = None


@pytest.fixture(scope="session")
def read(single):
    return Reader(single.read_text())


def leaves(tab):
    return tab.evaluate("[...document.querySelectorAll('.leaf')].map((leaf) => leaf.id)")


def shown(tab):
    return tab.evaluate("[...document.querySelectorAll('.leaf:not([hidden])')].map((leaf) => leaf.id)")


def turn_to(tab, name):
    tab.evaluate("(name) => (location.hash = name)", name)
    tab.locator(f".leaf[id='{name}']:not([hidden])").wait_for()


def until(tab, condition):
    """Waits for a condition; the page's own policy keeps the browser from polling it."""
    for _ in range(100):
        if tab.evaluate(condition):
            return
        tab.wait_for_timeout(50)
    raise AssertionError(condition)


def test_names_are_unique_and_links_resolve(read):
    assert len(read.ids) == len(set(read.ids))
    inside = [link["href"][1:] for link in read.links if link["href"].startswith("#")]
    assert len(inside) > 1000
    assert not [name for name in inside if name not in set(read.ids)]
    others = [link["href"] for link in read.links if not link["href"].startswith(("#", "data:"))]
    assert not [address for address in others if not address.startswith(("https://", "http://", "mailto:"))]
    assert not [address for address in read.loaded if not address.startswith("data:")]


def test_the_policy_names_what_stands_in_the_file(read):
    assert "unsafe" not in read.policy
    for tag in ("script", "style"):
        allowed = set(re.search(rf"{tag}-src ([^;]*)", read.policy)[1].split())
        own = {
            f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
            for name, text in read.inline if name == tag
        }
        assert own and own == allowed


def test_every_page_is_quiet_and_keeps_to_itself(single, tab, tmp_path):
    alone = tmp_path / "alone.html"
    shutil.copy(single, alone)
    tab.add_init_script(VIOLATIONS)
    tab.goto(alone.as_uri())
    names = leaves(tab)
    assert len(names) > 50
    assert shown(tab) == ["index"]
    for name in names:
        turn_to(tab, name)
        assert shown(tab) == [name]
        assert tab.locator(f".leaf[id='{name}'] h1").first.is_visible(), name
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    assert not tab.complaints
    assert [url for url in tab.asked if not url.startswith("data:")] == [alone.as_uri()]


def test_links_lead_to_places_and_back(single, tab):
    tab.goto(single.as_uri() + "#operations/scaling")
    assert shown(tab) == ["operations/scaling"]
    assert tab.title().startswith(tab.locator(".leaf:not([hidden]) h1").inner_text())
    assert tab.locator(".tree [aria-current=page]").get_attribute("href") == "#operations/scaling"
    tab.evaluate("scrollTo(0, 700)")
    until(tab, "history.state && history.state.y === 700")
    tab.locator(".leaf:not([hidden]) .turn [rel=next]").click()
    assert shown(tab) != ["operations/scaling"]
    assert tab.evaluate("scrollY") == 0
    tab.go_back()
    assert shown(tab) == ["operations/scaling"]
    assert tab.evaluate("scrollY") == 700
    place = tab.locator(".leaf:not([hidden]) .sections a").nth(2)
    place.click()
    name = place.get_attribute("href")[1:]
    box = tab.evaluate("(name) => document.getElementById(name).getBoundingClientRect().top", name)
    assert 0 <= box < 300
    tab.goto(single.as_uri() + "#print")
    tab.reload()
    assert shown(tab) == leaves(tab)


def test_the_skip_link_stays_on_the_page(single, tab):
    tab.goto(single.as_uri() + "#operations/scaling")
    tab.locator(".skip").focus()
    tab.keyboard.press("Enter")
    assert shown(tab) == ["operations/scaling"]
    assert tab.evaluate("document.activeElement.id") == "_main"


def test_the_search_finds_and_leads(single, tab):
    tab.add_init_script(VIOLATIONS)
    tab.goto(single.as_uri() + "#values")
    tab.keyboard.press("/")
    tab.keyboard.type(PLANTED)
    option = tab.locator("#search [role=option]").first
    option.wait_for()
    assert PLANTED_PAGE.removesuffix(".html") in option.get_attribute("href")
    tab.keyboard.press("Enter")
    assert shown(tab) == [PLANTED_PAGE.removesuffix(".html")]
    assert not tab.locator("#search").is_visible()
    assert not tab.complaints


def test_downloads_have_the_exact_bytes(single, bundle, tab, read):
    links = [link for link in read.links if "data-path" in link]
    files = [path for path in (bundle / "large/files").rglob("*") if path.is_file()]
    assert {link["data-path"] for link in links} >= {str(path.relative_to(bundle / "large")) for path in files}
    for link in links:
        held = base64.b64decode(link["href"].split(";base64,")[1])
        assert held == (bundle / "large" / link["data-path"]).read_bytes(), link["data-path"]
        assert link["download"] == link["data-path"].rsplit("/", 1)[1]
    tab.goto(single.as_uri() + "#files")
    for name in ("haproxy.cfg", "vars.yml", "hosts"):
        link = tab.locator(f".leaf:not([hidden]) a[download='{name}']").first
        with tab.expect_download() as download:
            link.click()
        assert download.value.suggested_filename == name
        wanted = bundle / "large" / link.get_attribute("data-path")
        assert Path(download.value.path()).read_bytes() == wanted.read_bytes()


def test_copies_are_exact(single, browser):
    context = browser.new_context(offline=True)
    tab = context.new_page()
    tab.goto(single.as_uri() + "#infrastructure/haproxy")
    figure = tab.locator(".leaf:not([hidden]) figure.code:has(.file)").first
    text = figure.locator("pre code").text_content()
    tab.evaluate("navigator.clipboard.writeText = (text) => ((window.copied = text), Promise.resolve())")
    figure.hover()
    figure.get_by_role("button", name="Copy").click()
    until(tab, "window.copied !== undefined")
    assert tab.evaluate("window.copied") == text
    context.close()


def test_a_placeholder_tells_about_itself(single, tab):
    tab.goto(single.as_uri() + "#infrastructure/haproxy")
    mark = tab.locator(".leaf:not([hidden]) a.ph").first
    mark.hover()
    tab.locator(".card:visible").wait_for()
    assert mark.get_attribute("data-key") in tab.locator(".card").inner_text()


def test_values_are_filled_in_everywhere(single, bundle, tab):
    tab.add_init_script(VIOLATIONS)
    tab.goto(single.as_uri() + "#values")
    tab.locator("tr[id='values:ip.haproxy_vip'] input[type=text]").fill("172.30.4.9")
    assert tab.locator(".fill [role=status]").inner_text().startswith("1 of")
    turn_to(tab, "infrastructure/haproxy")
    assert tab.locator(".ph.open[data-key='ip.haproxy_vip']:not(.mine)").count() == 0
    assert tab.locator(".leaf:not([hidden]) .ph.mine").first.inner_text() == "172.30.4.9"
    turn_to(tab, "files")
    link = tab.locator(".leaf:not([hidden]) a[download='keepalived.conf']").first
    with tab.expect_download() as download:
        link.click()
    assert download.value.suggested_filename == "keepalived.conf"
    before = (bundle / "large" / link.get_attribute("data-path")).read_text()
    assert "CHANGE_TO_YOUR_VIP" in before
    assert Path(download.value.path()).read_text() == before.replace("CHANGE_TO_YOUR_VIP", "172.30.4.9")
    tab.reload()
    turn_to(tab, "values")
    assert tab.locator("tr[id='values:ip.haproxy_vip'] input[type=text]").input_value() == "172.30.4.9"
    assert not tab.complaints


def test_without_scripts_it_is_one_long_page(single, browser):
    context = browser.new_context(java_script_enabled=False, offline=True, viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    tab.goto(single.as_uri() + "#backup/index")
    assert tab.locator(".leaf:visible").count() > 50
    assert tab.locator("nav.tree a:visible").count() > 50
    assert tab.locator("#search-open").is_hidden()
    with tab.expect_download() as download:
        tab.locator("a[download='haproxy.cfg']").first.click()
    assert download.value.suggested_filename == "haproxy.cfg"
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_kind_of_page_has_a_violation(single, tab, theme):
    tab.emulate_media(color_scheme=theme)
    for name in ("index", "operations/index", "infrastructure/patroni", "operations/scaling", "values", "topology", "notes"):
        tab.goto("about:blank")
        tab.goto(f"{single.as_uri()}#{name}")
        # What is hidden costs axe minutes.
        tab.evaluate("document.querySelectorAll('.leaf[hidden]').forEach((leaf) => leaf.remove())")
        tab.evaluate(AXE)
        assert not violations(tab), name
    tab.keyboard.press("/")
    tab.keyboard.type("patroni restore")
    tab.locator("#search [role=option]").first.wait_for()
    # Where the pages are gone that a result leads to, axe takes it for a broken skip link.
    assert not [found for found in violations(tab) if not found.startswith("skip-link")]


def test_it_has_no_sideways_scroll_on_a_phone(single, tab):
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.goto(single.as_uri())
    for name in leaves(tab):
        turn_to(tab, name)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320, name
    tab.locator("summary:visible").first.click()
    tab.locator("nav.tree a[href='#operations/index']").click()
    assert shown(tab) == ["operations/index"]
    assert not tab.locator(".pane").is_visible()
