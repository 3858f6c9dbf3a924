from __future__ import annotations

from pages.schema import schema_text
from unkink.catalogue import BUILT_IN


def test_the_schema_of_exercise_files_is_fresh() -> None:
    """An editor helps with exactly the keys that are read; `python docs/generate.py` renews it."""
    assert schema_text() == (BUILT_IN / "schema.json").read_text(encoding="utf-8")
