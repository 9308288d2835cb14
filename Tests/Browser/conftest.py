"""One bundle, unpacked to disk, and one browser without a network, for all tests."""

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

REPOSITORY = Path(__file__).resolve().parents[2]
DOCBUILD = os.environ.get("DOCBUILD", str(REPOSITORY / ".build/release/docbuild"))
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")

# A word that stands in one chapter only, and in no guide.
PLANTED = "zwiebelfisch_4711"
PLANTED_PAGE = "operations/media.html"


def docbuild(*arguments):
    subprocess.run([DOCBUILD, *map(str, arguments)], check=True, cwd=REPOSITORY)


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    """The guides, with a word planted in one of them."""
    folder = tmp_path_factory.mktemp("project") / "content"
    shutil.copytree(REPOSITORY / "content", folder)
    chapter = next(folder.glob("guides/*-operations/*-media.md"))
    chapter.write_text(chapter.read_text() + f"\nThe planted word is `{PLANTED}`.\n")
    return folder


@pytest.fixture(scope="session")
def bundle(project, tmp_path_factory):
    """The folder of a template set, as it comes out of its archive."""
    folder = tmp_path_factory.mktemp("bundle")
    archive = folder / "large.zip"
    docbuild("bundle", "--project", project, "--scale", "large", "--out", archive)
    docbuild("bundle", "--check", archive)
    unpacked = folder / "unpacked"
    zipfile.ZipFile(archive).extractall(unpacked)
    return unpacked


def pages_of(folder):
    """Every page beneath a folder, by path; the files of servers are cargo."""
    found = [path.relative_to(folder) for path in folder.rglob("*.html")]
    return sorted(str(path) for path in found if "files" not in path.parts)


# Pages without the shell of the others: what is opened first, and the whole set for paper.
PLAIN = {"OPEN-ME.html", "large/print.html"}


@pytest.fixture(scope="session")
def pages(bundle):
    """Every page of the bundle, by path."""
    found = pages_of(bundle)
    assert len(found) > 40
    return found


# Tests that take long with every page see a part of them each, so that two processes share them.
SHARES = 4


@pytest.fixture(params=range(SHARES))
def share(request, pages):
    """A part of the pages; all parts together are all pages."""
    return pages[request.param :: SHARES]


@pytest.fixture(scope="session")
def site(project, tmp_path_factory):
    """The whole site: every template set beside the others."""
    folder = tmp_path_factory.mktemp("site")
    docbuild("build", "--project", project, "--out", folder)
    return folder


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


def allowed(url):
    """Whether a page opened from disk may ask for an address."""
    return url.startswith(("file:", "data:", "blob:"))


@pytest.fixture
def tab(browser):
    """A page that notes what it asks for and what it complains about."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.asked, page.complaints = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.complaints.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: page.complaints.append(f"{page.url}: {error}"))
    page.on("requestfailed", lambda request: page.complaints.append(f"{page.url}: {request.url}"))
    yield page
    context.close()


def address(folder, path):
    """The address of a file on disk."""
    return (Path(folder) / path).as_uri()
