"""axe-core on every page, in both themes, and what it cannot see."""

import json
from pathlib import Path

import axe_playwright_python
import pytest

from conftest import address

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


def violations(tab, rules=None):
    options = {"resultTypes": ["violations"], "preload": False}
    if rules:
        options["runOnly"] = {"type": "rule", "values": rules}
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


KINDS = ["index.html", "operations/scaling.html", "infrastructure/patroni.html", "values.html", "firewall.html"]


@pytest.mark.parametrize("path", KINDS)
def test_the_keyboard_reaches_everything(bundle, tab, path):
    tab.goto(address(bundle, f"large/{path}"))
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
    assert wanted > 20
    assert len(reached) == wanted
    assert not unseen
