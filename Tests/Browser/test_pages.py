"""Every page of a bundle: quiet, whole, light, and readable on any screen."""

import gzip
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from conftest import PLAIN, address, allowed, pages_of

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"


class Outline(HTMLParser):
    """What a page refers to, read by a parser that is not ours."""

    def __init__(self, text):
        super().__init__()
        self.anchors, self.links, self.loaded, self.policy = {"", "top"}, [], [], None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if values.get("id"):
            self.anchors.add(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag in ("link", "script", "img"):
            self.loaded += [values[name] for name in ("href", "src") if values.get(name)]
        if values.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = values["content"]


def outlines(bundle, pages):
    return {path: Outline((bundle / path).read_text()) for path in pages}


def target(page, link):
    """The path and the fragment to which a link within the bundle leads."""
    parts = urlsplit(link)
    path = Path("/", page).parent / unquote(parts.path) if parts.path else Path("/", page)
    resolved = []
    for part in path.parts[1:]:
        if part == "..":
            resolved.pop()
        else:
            resolved.append(part)
    return "/".join(resolved), unquote(parts.fragment)


@pytest.mark.parametrize("what", ["bundle", "site"])
def test_every_link_leads_somewhere(what, request):
    folder = request.getfixturevalue(what)
    known = outlines(folder, pages_of(folder))
    broken, count = [], 0
    for page, outline in known.items():
        for link in outline.links + outline.loaded:
            if urlsplit(link).scheme:
                assert urlsplit(link).scheme in ("https", "http", "mailto", "data"), (page, link)
                continue
            count += 1
            path, fragment = target(page, link)
            if not (folder / path).is_file():
                broken.append(f"{page}: {link}")
            elif path in known and fragment not in known[path].anchors:
                broken.append(f"{page}: {link}")
    assert not broken
    assert count > 2000


def test_every_page_keeps_the_policy(bundle, pages):
    for page, outline in outlines(bundle, pages).items():
        assert outline.policy == POLICY, page


def test_every_page_is_silent_and_fits_a_narrow_screen(bundle, share, tab):
    tab.set_viewport_size({"width": 320, "height": 640})
    wide = {}
    for path in share:
        tab.goto(address(bundle, path))
        tab.locator("h1").first.click()
        width = tab.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[path] = width
    assert not wide
    assert not tab.complaints
    assert len(tab.asked) > 4 * len(share)
    assert not [url for url in tab.asked if not allowed(url)]


def packed(paths):
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)


def test_pages_are_light(bundle, pages):
    sizes = {}
    for page, outline in outlines(bundle, pages).items():
        loaded = [target(page, link)[0] for link in outline.loaded if not link.startswith("data:")]
        paths = [bundle / path for path in [page] + loaded]
        sizes[page] = packed(paths)
        # Scripts are under the budget as they stand, unpacked.
        scripts = sum(path.stat().st_size for path in paths if path.suffix == ".js")
        assert scripts <= 20_000, (page, scripts)
    typical = sorted(sizes.values())[len(sizes) // 2]
    assert typical <= 60_000
    heaviest = max((size, page) for page, size in sizes.items() if page not in PLAIN)
    assert heaviest[0] <= 120_000, heaviest
    # With what loads when it is wanted, it is under the budget as it is sent.
    assert packed((bundle / "large/assets").glob("*.js")) <= 20_000
