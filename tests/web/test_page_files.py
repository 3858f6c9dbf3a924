"""The page's files, and nothing else, are handed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from unkink.web.opening import Opening, guarded

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("path", ["/nope", "/favicon.ico", "/..%2f..%2fsetup.sh", "/%00"])
def test_an_address_of_nothing_is_said_so(path: str, tmp_path: Path) -> None:
    """A mistyped address, or one that tries to get out of the page's folder, is one clear line."""
    (tmp_path / "index.html").write_text("the page", "utf-8")
    app = guarded(Opening(FastAPI, tmp_path))
    with TestClient(app, base_url="http://127.0.0.1") as browser:
        told = browser.get(path)
        page = browser.get("/")

    assert (404, {"error", "what_to_do"}) == (told.status_code, told.json().keys())
    assert (200, "the page") == (page.status_code, page.text)
