"""What we write about Unkink is true: pages are fresh and links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

import generate
from unkink.core.history.record import EVENT_MEANINGS, EventKind

ROOT = Path(__file__).parent.parent
MARKDOWN = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "bench").glob("*.md")]
)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)|<img[^>]*\ssrc=\"([^\"]+)\"")


@pytest.mark.parametrize("name", sorted(generate.PAGES))
def test_a_generated_page_is_fresh(name: str) -> None:
    """Whoever reads a page reads what the code does now; `python docs/generate.py` renews it."""
    expected = generate.NOTICE + generate.PAGES[name]()
    actual = (ROOT / "docs" / name).read_text(encoding="utf-8")

    assert expected == actual


def test_every_picture_is_fresh() -> None:
    """The pictures in the pages show what the app shows; `python docs/generate.py` renews them."""
    folder = ROOT / "docs" / "pictures"
    actual = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.svg")}

    assert {name: svg + "\n" for name, svg in generate.pictures().items()} == actual


def test_every_event_of_the_record_is_explained() -> None:
    """Whoever reads an exported record finds what each line in it means."""
    assert set(get_args(EventKind)) == set(EVENT_MEANINGS)


@pytest.mark.parametrize("page", MARKDOWN, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    """Nobody who follows a link inside the project meets a missing page or heading."""
    found = LINK.findall(page.read_text(encoding="utf-8"))
    targets = [a or b for a, b in found if not (a or b).startswith(("http:", "https:", "mailto:"))]

    assert [] == [target for target in targets if not _exists(page, target)]


def test_every_page_is_found_from_the_first() -> None:
    """Whoever starts at the README comes to every page by links alone."""
    found, ahead = {ROOT / "README.md"}, [ROOT / "README.md"]
    while ahead:
        page = ahead.pop()
        links = [a.partition("#")[0] for a, _ in LINK.findall(page.read_text(encoding="utf-8"))]
        new = {(page.parent / each).resolve() for each in links if each.endswith(".md")} - found
        found |= new
        ahead += sorted(each for each in new if each.exists())

    assert set() == set(MARKDOWN) - found


def _exists(page: Path, target: str) -> bool:
    path, _, anchor = target.partition("#")
    file = (page.parent / path).resolve() if path else page
    if not file.exists():
        return False
    if not anchor or file.suffix != ".md":
        return True
    return anchor in _anchors(file.read_text(encoding="utf-8"))


def _anchors(text: str) -> set[str]:
    # GitHub's own rule: lower case, punctuation dropped, spaces become hyphens.
    headings = re.findall(r"^#+\s+(.*?)\s*$", text, flags=re.MULTILINE)
    named = re.findall(r"<a\s+(?:id|name)=\"([^\"]+)\"", text)
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings} | set(named)
