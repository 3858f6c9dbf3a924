"""What a person looks at: every exercise, its pictures and its films."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from unkink.web.wire_exercises import Film

if TYPE_CHECKING:
    from tests.web.conftest import Person


def test_every_exercise_can_be_read_and_looked_at(person: Person) -> None:
    """Each card of the catalogue leads to a picture, and each exercise to all its movements."""
    cards = person.get("/catalogue").json()["exercises"]

    assert len(cards) >= 10
    for card in cards:
        picture = person.client.get(card["picture"])
        assert "image/svg+xml" == picture.headers["content-type"].split(";")[0]
        assert ET.fromstring(picture.text).tag.endswith("svg")  # noqa: S314 - our own painter's
        detail = person.get(f"/exercises/{card['id']}").json()
        assert detail["movements"][0]["steps"]
        assert detail["levels"]


def test_a_film_has_the_promised_shape(person: Person) -> None:
    """A film's frames all draw the same shapes, so that a player can move between them."""
    told = Film.model_validate_json(person.get("/films/bridge/main/left").text)

    assert told.stages * told.frames_per_stage + 1 == len(told.frames)
    assert {len(told.shapes)} == {len(frame.numbers) for frame in told.frames}
    assert {tuple(range(len(told.shapes)))} == {tuple(sorted(f.order)) for f in told.frames}


def test_a_gentler_range_gives_another_film(person: Person) -> None:
    """The picture goes only as far as the person is asked to go."""
    full = person.get("/films/bridge/main/left").json()
    half = person.get("/films/bridge/main/left?range=0.5").json()

    assert full["frames"][0] == half["frames"][0]
    assert full["frames"][10]["numbers"] != half["frames"][10]["numbers"]


def test_a_film_already_there_is_not_sent_again(person: Person) -> None:
    """A browser that has it is told so, in a few bytes."""
    first = person.get("/films/bridge/main/right")
    tag = first.headers["etag"]
    again = person.client.get("/api/films/bridge/main/right", headers={"if-none-match": tag})

    assert (304, b"") == (again.status_code, again.content)
    assert "gzip" == first.headers["content-encoding"]


def test_without_compression_the_same_is_sent(person: Person) -> None:
    """A program that can't unpack gets it as it is."""
    plain = person.client.get(
        "/api/films/bridge/main/right", headers={"accept-encoding": "identity"}
    )

    assert "content-encoding" not in plain.headers
    assert person.get("/films/bridge/main/right").json() == json.loads(plain.content)
