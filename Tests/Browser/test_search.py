"""The search of a bundle, from disk."""

import re
import shutil

from playwright.sync_api import expect

from conftest import PLAIN, PLANTED, PLANTED_PAGE, REPOSITORY, address, allowed

FIXTURES = REPOSITORY / "Tests/Fixtures/search"


def table(path):
    return [line.split("\t") for line in path.read_text().splitlines()[1:]]


def seek(tab, text):
    """Opens the dialog, types, and waits until what was found is shown."""
    tab.keyboard.press("/")
    tab.locator("#search input").fill(text)
    expect(tab.locator("#search-status")).to_have_text(re.compile(r"\S"))


def test_a_planted_word_is_found_from_every_page(bundle, share, tab):
    for path in share:
        if path in PLAIN:
            continue
        tab.goto(address(bundle, path))
        seek(tab, PLANTED)
        tab.locator("#search [role=option]").first.wait_for()
        link = tab.locator("#search [role=option]").first
        assert PLANTED_PAGE in link.evaluate("link => link.href"), path
        assert link.locator("mark").first.text_content() in PLANTED
    assert not tab.complaints
    assert not [url for url in tab.asked if not allowed(url)]


def test_questions_of_operators_find_their_chapter(bundle, tab):
    tab.goto(address(bundle, "large/index.html"))
    seek(tab, "patroni")
    tab.locator("#search [role=option]").first.wait_for()
    missed, asked = [], table(REPOSITORY / "Tests/Browser/questions.tsv")
    for question, chapters in asked:
        found = tab.evaluate(
            "async (question) => (await docbuildSearch.find(question)).pages.map((page) => page.path)",
            question,
        )
        for chapter in chapters.split():
            assert (bundle / "large" / f"{chapter}.html").is_file(), chapter
        if not {f"{chapter}.html" for chapter in chapters.split()} & set(found[:3]):
            missed.append((question, found[:3]))
    assert len(asked) >= 40
    assert len(missed) <= len(asked) * 0.1, missed


def test_the_browser_cuts_words_as_the_compiler_does(bundle, tab):
    tab.goto(address(bundle, "large/index.html"))
    seek(tab, "patroni")
    tab.locator("#search [role=option]").first.wait_for()
    for word, stem in table(FIXTURES / "stems.tsv"):
        assert tab.evaluate("(word) => docbuildSearch.stem(word)", word) == stem


def test_what_is_typed_is_among_the_terms_of_the_text(bundle, tab):
    tab.goto(address(bundle, "large/index.html"))
    seek(tab, "patroni")
    tab.locator("#search [role=option]").first.wait_for()
    checked = 0
    for text, terms in table(FIXTURES / "terms.tsv"):
        words = tab.evaluate("(text) => docbuildSearch.words(text)", text)
        for word in words:
            own = {word, tab.evaluate("(word) => docbuildSearch.stem(word)", word)}
            checked += 1
            # A digest is found as a whole alone.
            assert len(word) >= 32 or own & set(terms.split()), (text, word)
    assert checked > 40


def test_a_slip_finds_what_was_meant(bundle, tab):
    for typed, meant in [("keepalivd", "keepalived"), ("certifcate", "certificate"), ("syanpse", "synapse")]:
        tab.goto(address(bundle, "large/index.html"))
        seek(tab, typed)
        expect(tab.locator("#search-status")).to_contain_text(f"this is for “{meant}")
        tab.locator("#search [role=option]").first.wait_for()


def test_keys_choose_and_follow(bundle, tab):
    tab.goto(address(bundle, "large/index.html"))
    tab.keyboard.press("Control+k")
    field = tab.locator("#search input")
    field.fill("restore")
    options = tab.locator("#search [role=option]")
    options.nth(1).wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    assert field.get_attribute("aria-activedescendant") == options.nth(0).get_attribute("id")
    tab.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == options.nth(1).get_attribute("id")
    assert options.nth(1).get_attribute("aria-selected") == "true"
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("ArrowUp")
    last = options.nth(options.count() - 1)
    assert field.get_attribute("aria-activedescendant") == last.get_attribute("id")
    tab.keyboard.press("Escape")
    assert not tab.locator("#search").is_visible()
    tab.keyboard.press("/")
    options.first.wait_for()
    wanted = options.first.evaluate("link => link.href")
    tab.keyboard.press("Enter")
    tab.wait_for_url(wanted)


def test_without_scripts_there_is_no_button(bundle, browser):
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(address(bundle, "large/index.html"))
    assert not page.locator("#search-open").is_visible()
    assert not page.locator("#search").is_visible()
    context.close()


def test_a_part_that_is_missing_is_said(bundle, tab, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(bundle, copy)
    for part in (copy / "large/assets/search").glob("terms-*.js"):
        part.unlink()
    tab.goto(address(copy, "large/index.html"))
    seek(tab, "patroni")
    expect(tab.locator("#search-status")).to_contain_text("missing")
