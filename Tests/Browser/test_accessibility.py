"""axe-core on every page, in both themes, and what it cannot see."""

import json
from pathlib import Path

import axe_playwright_python
import pytest

from conftest import PLAIN, address

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


def violations(tab, rules=None, without=None):
    options = {"resultTypes": ["violations"], "preload": False}
    if rules:
        options["runOnly"] = {"type": "rule", "values": rules}
    if without:
        options["rules"] = {without: {"enabled": False}}
    found = tab.evaluate(f"(async () => (await axe.run(document, {json.dumps(options)})).violations)()")
    return [
        f"{violation['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for violation in found
        for node in violation["nodes"]
    ]


def test_no_page_has_a_violation(bundle, share, tab):
    found = {}
    for path in share:
        # It holds the text of all others once more, and axe takes minutes for it.
        if path == "large/print.html":
            continue
        tab.emulate_media(color_scheme="light")
        tab.goto(address(bundle, path))
        tab.evaluate(AXE)
        problems = violations(tab)
        # The other theme changes nothing but colours.
        tab.emulate_media(color_scheme="dark")
        problems += violations(tab, ["color-contrast"])
        if problems:
            found[path] = problems[:3]
    assert not found


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_search_has_no_violation(bundle, browser, theme):
    context = browser.new_context(offline=True, color_scheme=theme)
    tab = context.new_page()
    tab.goto(address(bundle, "large/index.html"))
    tab.keyboard.press("/")
    tab.keyboard.type("patroni restore")
    tab.locator("#search [role=option]").first.wait_for()
    tab.evaluate(AXE)
    assert not violations(tab)
    context.close()


def test_paper_has_no_violation(bundle, tab):
    # It holds the text of all others once more: what their own test says of colours is said.
    tab.goto(address(bundle, "large/print.html"))
    tab.evaluate(AXE)
    assert not violations(tab, without="color-contrast")


# A chapter of each form, the lists, and every page that is made from data.
CHAPTERS = {"large/operations/scaling.html", "large/infrastructure/patroni.html", "large/configuration/calls.html"}


def test_the_keyboard_reaches_everything(bundle, pages, share, tab):
    assert CHAPTERS <= set(pages)
    generated = [path for path in share if path.count("/") == 1 or path.endswith("/index.html")]
    chapters = [path for path in share if path in CHAPTERS]
    for path in generated + chapters:
        if path not in PLAIN:
            walk(bundle, path, tab)


def walk(bundle, path, tab):
    """Goes through a page by the Tab key alone."""
    tab.goto(address(bundle, path))
    wanted = tab.evaluate(
        """() => {
          const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
            .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }));
          all.forEach((one, index) => (one.dataset.number = index));
          return all.length;
        }"""
    )
    reached, unseen = set(), []
    for _ in range(wanted + 5):
        tab.keyboard.press("Tab")
        number, outline = tab.evaluate(
            """() => {
              const one = document.activeElement;
              return [one.dataset.number || null, getComputedStyle(one).outlineStyle];
            }"""
        )
        if number is None:
            continue
        if outline == "none":
            unseen.append(number)
        reached.add(number)
    assert wanted > 20, path
    assert len(reached) == wanted, path
    assert not unseen, path
