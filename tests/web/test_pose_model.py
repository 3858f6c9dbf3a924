"""The pose model, as the page fetches it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from unkink.landmarks.pose_model import BUNDLE

if TYPE_CHECKING:
    from tests.web.conftest import Person


def test_the_page_is_led_to_the_very_model_and_may_keep_it(person: Person) -> None:
    """The same bytes as everywhere, as they are, under an address that changes with them."""
    found = person.client.get("/api/pose-model", headers={"accept-encoding": "gzip"})

    assert BUNDLE.read_bytes() == found.content
    assert hashlib.sha256(found.content).hexdigest()[:32] in found.url.path
    assert "immutable" in found.headers["cache-control"]
    assert "content-encoding" not in found.headers
    assert "no-store" == found.history[0].headers["cache-control"]


def test_another_model_is_not_passed_off_as_the_one_asked_for(person: Person) -> None:
    """A page from before an update is told so."""
    missing = person.client.get(f"/api/pose-model/{'0' * 32}.task")

    assert 404 == missing.status_code
    assert "Reload the page." == missing.json()["what_to_do"]
