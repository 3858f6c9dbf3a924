"""How it was done is told in kind words, never as a mark."""

from __future__ import annotations

import pytest

from unkink.core.history.seen_words import form_words


@pytest.mark.parametrize(
    ("form", "judged_s", "words"),
    [
        (None, 0.0, ""),
        (0.2, 4.0, ""),
        (1.0, 30.0, "in good form"),
        (0.8, 30.0, "mostly in good form"),
        (0.1, 30.0, "form to take care of"),
    ],
)
def test_form_is_told_in_words(form: float | None, judged_s: float, words: str) -> None:
    """What was hardly judged is not talked about."""
    assert words == form_words(form, judged_s)
