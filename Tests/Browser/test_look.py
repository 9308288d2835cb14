"""What pages look like: sizes, contrasts, what stays in sight, and what fits on paper."""

import re

import pytest
from playwright.sync_api import expect

from conftest import PLAIN, address

# A chapter with code and values, and pages made from data.
LOOKED_AT = [
    "large/index.html",
    "large/infrastructure/coturn.html",
    "large/infrastructure/livekit.html",
    "large/firewall.html",
    "large/inventory.html",
    "large/topology.html",
    "large/values.html",
    "large/differences.html",
    "large/verified.html",
]

# The contrast of a part's border, or of its line, with what is behind it.
CONTRASTS = """([selector, property]) => {
  const rgb = (text) => {
    const context = new OffscreenCanvas(1, 1).getContext("2d");
    context.fillStyle = text;
    context.fillRect(0, 0, 1, 1);
    return Array.from(context.getImageData(0, 0, 1, 1).data);
  };
  const light = (color) => {
    const [r, g, b] = color.slice(0, 3).map((part) => part / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return Array.from(document.querySelectorAll(selector)).filter((part) => part.checkVisibility()).map((part) => {
    let ground = part.parentElement;
    while (ground && rgb(getComputedStyle(ground).backgroundColor)[3] < 255) ground = ground.parentElement;
    const behind = light(rgb(getComputedStyle(ground || document.body).backgroundColor));
    const own = light(rgb(getComputedStyle(part)[property]));
    return (Math.max(own, behind) + 0.05) / (Math.min(own, behind) + 0.05);
  });
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_parts_stand_out(bundle, tab, theme):
    tab.emulate_media(color_scheme=theme)
    parts = [
        ("large/values.html", ".given input, .acts button, .acts input:not([type=file])", "borderTopColor", 30),
        ("large/values.html", ".theme, #search-open, .scales ul", "borderTopColor", 3),
        ("large/topology.html", ".edge path:not(.reach)", "stroke", 5),
        ("large/topology.html", ".node rect", "stroke", 5),
    ]
    for path, selector, property, least in parts:
        tab.goto(address(bundle, path))
        found = tab.evaluate(CONTRASTS, [selector, property])
        assert len(found) >= min(least, 2), (path, selector)
        assert min(found) >= 3, (path, selector, min(found))


@pytest.mark.parametrize("width", [1440, 800, 360])
def test_text_is_large_enough(bundle, tab, width):
    tab.set_viewport_size({"width": width, "height": 900})
    small = {}
    for path in LOOKED_AT:
        tab.goto(address(bundle, path))
        found = tab.evaluate(
            """() => {
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const small = [];
              for (let node; (node = walker.nextNode()); ) {
                const element = node.parentElement;
                if (!node.nodeValue.trim() || !element.checkVisibility() || element.closest("svg, script, .unseen")) continue;
                const size = parseFloat(getComputedStyle(element).fontSize);
                const isCode = element.closest("pre");
                if (size < (isCode ? 14.5 : 13)) small.push(`${size} ${element.tagName} ${node.nodeValue.trim().slice(0, 30)}`);
              }
              return small;
            }"""
        )
        labels = tab.evaluate(
            """() => Array.from(document.querySelectorAll("svg text")).filter((one) => one.checkVisibility())
              .map((one) => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a)"""
        )
        if found or [size for size in labels if size < 10]:
            small[path] = found[:3] or min(labels)
    assert not small


def test_tools_come_before_the_code(bundle, tab):
    tab.goto(address(bundle, "large/infrastructure/coturn.html"))
    order = tab.evaluate(
        """() => Array.from(document.querySelectorAll("figure.code")).map((figure) => {
          const tools = figure.querySelector(".tools");
          return [tools !== null, tools && Boolean(tools.compareDocumentPosition(figure.querySelector("pre")) & 4)];
        })"""
    )
    assert len(order) > 2
    assert all(found and before for found, before in order)
    # The text, then what is on the page.
    last = tab.evaluate(
        "Boolean(document.querySelector('main').compareDocumentPosition(document.querySelector('.toc')) & 4)"
    )
    assert last


@pytest.mark.parametrize("width", [800, 360])
def test_the_contents_stay_in_sight(bundle, tab, width):
    tab.set_viewport_size({"width": width, "height": 700})
    tab.goto(address(bundle, "large/infrastructure/coturn.html"))
    tab.evaluate("scrollTo({ top: 1500, behavior: 'instant' })")
    box = tab.locator(".beside").bounding_box()
    assert tab.evaluate("scrollY") > 1000
    assert 0 < box["y"] < 100
    tab.locator(".beside summary").click()
    links = tab.locator(".toc a")
    links.nth(2).click()
    heading = tab.locator(f"[id='{links.nth(2).get_attribute('href')[1:]}']")
    tab.wait_for_timeout(700)
    assert heading.bounding_box()["y"] >= box["y"] + 40


def test_the_heads_of_a_table_stay_in_sight(bundle, tab):
    tab.set_viewport_size({"width": 1440, "height": 500})
    tab.goto(address(bundle, "large/inventory.html"))
    table = tab.locator(".table").first
    top = table.bounding_box()["y"]
    tab.evaluate(f"scrollTo({{ top: {top + 150}, behavior: 'instant' }})")
    head, bar = table.locator("thead th").first.bounding_box(), tab.locator(".bar").bounding_box()
    assert table.bounding_box()["y"] < 0
    assert abs(head["y"] - (bar["y"] + bar["height"])) < 3


def test_a_wide_table_keeps_heads_and_first_column(bundle, tab):
    tab.set_viewport_size({"width": 800, "height": 500})
    tab.goto(address(bundle, "large/firewall.html"))
    matrix = tab.locator(".matrix.wide")
    tab.evaluate("document.querySelector('.matrix').scrollIntoView()")
    matrix.evaluate("box => box.scrollTo({ left: 200, top: 200, behavior: 'instant' })")
    box = matrix.bounding_box()
    assert matrix.evaluate("box => box.scrollLeft") > 50
    assert matrix.evaluate("box => box.scrollTop") > 50
    first = matrix.locator("tbody th").last.bounding_box()
    head = matrix.locator("thead th").last.bounding_box()
    assert abs(first["x"] - box["x"]) < 3
    assert abs(head["y"] + head["height"] - box["y"] - matrix.locator("thead").bounding_box()["height"]) < 5


def test_the_matrix_is_whole_on_a_desktop(bundle, tab):
    tab.set_viewport_size({"width": 1440, "height": 900})
    tab.goto(address(bundle, "large/firewall.html"))
    assert tab.locator(".matrix.fits").count() == 1


def test_a_table_becomes_cards_on_a_small_screen(bundle, tab):
    tab.set_viewport_size({"width": 360, "height": 700})
    tab.goto(address(bundle, "large/inventory.html"))
    table = tab.locator(".table.cards").first
    cell = table.locator("tbody tr").first.locator("td").nth(1)
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content").startswith('"Virtual processors')
    assert table.evaluate("box => box.scrollWidth <= box.clientWidth")
    assert table.get_by_role("row").count() > 3
    assert table.get_by_role("rowheader").count() > 3


def test_a_heading_that_is_not_there_is_said(bundle, tab):
    tab.goto(address(bundle, "large/infrastructure/coturn.html") + "#not-at-this-scale")
    expect(tab.locator("main [role=status]")).to_contain_text("is not on this page")
    tab.goto(address(bundle, "large/infrastructure/coturn.html") + "#configuration")
    tab.reload()
    assert tab.locator("main [role=status]").count() == 0


def test_the_path_to_a_page_is_told(bundle, tab):
    for path, above in [("large/infrastructure/coturn.html", 2), ("large/values.html", 2)]:
        tab.goto(address(bundle, path))
        crumbs = tab.locator(".crumbs li")
        assert crumbs.count() == above + 1
        assert tab.locator(".crumbs [aria-current=page]").inner_text() == tab.locator("h1").inner_text()
        assert tab.locator(".crumbs [aria-current]").count() == 1


def test_values_say_what_they_are(bundle, tab):
    tab.goto(address(bundle, "large/infrastructure/coturn.html"))
    session = tab.context.new_cdp_session(tab)
    names = [
        node.get("name", {}).get("value", "")
        for node in session.send("Accessibility.getFullAXTree")["nodes"]
        if node.get("role", {}).get("value") == "link"
    ]
    assert [name for name in names if "CHANGE_TO_TURN_1_IP" in name and "value to set" in name]
    assert [name for name in names if "CHANGE_TO_TURN_SECRET" in name and "secret" in name]


def test_a_value_says_where_it_is_used(bundle, tab):
    tab.goto(address(bundle, "large/infrastructure/coturn.html"))
    note = tab.locator("[id='v-secret.turn'] .used")
    assert note.locator("a").count() >= 3
    tab.goto(address(bundle, "large/values.html"))
    row = tab.locator("tr[id='secret.turn']")
    row.locator(".used summary").click()
    assert row.locator(".used a:visible").count() > 5
    row.locator(".used a", has_text="turnserver.conf").click()
    tab.wait_for_url(re.compile(r"files\.html#turn1/"))
    assert "turnserver.conf" in tab.locator("tr:target").inner_text()


def test_what_is_done_stays_ticked(bundle, tab):
    tab.goto(address(bundle, "large/values.html"))
    boxes = tab.locator(".tick input")
    assert boxes.count() == tab.locator(".values tbody tr").count() > 40
    tab.get_by_label("Done: secret.turn").check()
    tab.reload()
    assert tab.get_by_label("Done: secret.turn").is_checked()
    assert tab.locator(".tick input:checked").count() == 1


def test_callouts_have_icons_of_their_own(bundle, pages, tab):
    icons = {}
    for path in LOOKED_AT + ["large/architecture/overview.html", "large/operations/updates.html", "large/backup/what.html"]:
        tab.goto(address(bundle, path))
        for name, icon in tab.evaluate(
            """() => Array.from(document.querySelectorAll(".callout")).map((one) =>
              [one.classList[one.classList.length - 1], getComputedStyle(one.firstElementChild, "::before").maskImage])"""
        ):
            icons[name] = icon
    assert {"deviation", "important", "warning", "caution"} <= set(icons)
    assert all(icon.startswith("url(") for icon in icons.values())
    assert len(set(icons.values())) == len(icons)


def test_paper_clips_nothing(bundle, share, tab):
    # A4 between its margins.
    width = round((210 - 2 * 16) / 25.4 * 96)
    tab.set_viewport_size({"width": width, "height": 950})
    tab.emulate_media(media="print")
    wide = {}
    for path in share:
        if path in PLAIN:
            continue
        tab.goto(address(bundle, path))
        found = tab.evaluate(
            """(width) => Array.from(document.querySelectorAll("main *")).filter((one) => {
              const box = one.getBoundingClientRect();
              return box.width > 0 && box.right > width + 1 && !one.closest("svg, .unseen");
            }).map((one) => one.outerHTML.slice(0, 80))""",
            width,
        )
        if found:
            wide[path] = found[:2]
    assert not wide
