"""What a reader has where no script runs."""

import pytest

from conftest import PLAIN, address


@pytest.fixture
def still(browser):
    context = browser.new_context(java_script_enabled=False, offline=True, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_text_and_navigation_are_there(bundle, share, still):
    for path in share:
        if path in PLAIN:
            continue
        still.goto(address(bundle, path))
        assert still.locator("main h1").first.is_visible(), path
        assert len(still.locator("main article").inner_text()) > 40, path
        assert still.locator("nav a:visible").count() > 8, path


def test_a_reader_changes_the_scale(site, still):
    still.goto(address(site, "large/operations/scaling.html"))
    links = still.locator(".scales a:visible")
    assert links.count() >= 2
    for name in ("small", "medium"):
        still.goto(address(site, "large/operations/scaling.html"))
        still.locator(f".scales a[href*='/{name}/']").first.click()
        assert still.url.split("#")[0].endswith(f"/{name}/operations/scaling.html")


def test_the_menu_opens_on_a_narrow_screen(bundle, still):
    still.set_viewport_size({"width": 360, "height": 640})
    still.goto(address(bundle, "large/operations/scaling.html"))
    still.locator("summary:visible").first.click()
    assert still.locator("nav.tree a:visible").count() > 5
