"""Documentation without scales, servers and values: a site as readers know it."""

import pytest

from conftest import REPOSITORY, address, allowed, docbuild, pages_of

PROJECT = REPOSITORY / "Tests/Fixtures/documentation/project"


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plain") / "site"
    docbuild("build", "--quiet", "--project", PROJECT, "--out", folder)
    return folder


def test_no_page_speaks_of_scales_or_servers(plain, tab):
    pages = pages_of(plain)
    assert len(pages) > 8
    for path in pages:
        tab.goto(address(plain, path))
        assert tab.locator("html").get_attribute("lang") == "en-GB", path
        assert tab.locator(".scales, .chip, .legend").count() == 0, path
        words = tab.locator("body").inner_text().lower()
        for word in ("scale", "server", "users", "firewall", "inventory"):
            assert word not in words, f"{path}: {word}"
    assert all(map(allowed, tab.asked)) and not tab.complaints


def test_a_reader_walks_through_all_chapters(plain, tab):
    tab.goto(address(plain, "handbook/index.html"))
    seen = [tab.url]
    while tab.locator("nav.turn a[rel=next]").count():
        tab.locator("nav.turn a[rel=next]").click()
        assert tab.url not in seen
        seen.append(tab.url)
    assert [url.rsplit("/handbook/")[1] for url in seen] == [
        "index.html",
        "start/index.html",
        "start/first-run.html",
        "start/next.html",
        "reference/cli/run.html",
        "reference/api/index.html",
    ]


def test_the_tree_opens_where_the_reader_is(plain, tab):
    tab.goto(address(plain, "handbook/start/first-run.html"))
    here = tab.locator(".tree [aria-current=page]")
    assert here.inner_text() == "The first run"
    assert tab.locator(".tree a", has_text="What is next").is_visible()
    assert tab.locator(".tree a", has_text="Interface").count() == 0
    crumbs = tab.locator("nav.crumbs li").all_inner_texts()
    assert crumbs[1:] == ["Handbook", "Start", "The first run"]
    tab.locator("nav.crumbs a", has_text="Start").click()
    assert tab.url.endswith("/handbook/start/index.html")
    tab.locator(".tree a", has_text="Reference").click()
    assert tab.locator("article a").all_inner_texts() == ["Cli", "Interface"]


def test_a_former_address_leads_on(plain, tab):
    tab.goto(address(plain, "handbook/cli/run.html"))
    tab.wait_for_url("**/handbook/reference/cli/run.html")
    assert tab.locator("article h1").inner_text() == "run"
