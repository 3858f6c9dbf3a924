from __future__ import annotations

import os

from unkink.catalogue import BUILT_IN
from unkink.catalogue.schema import schema_text

SCHEMA = BUILT_IN / "schema.json"


def test_the_schema_of_exercise_files_is_fresh() -> None:
    """
    An editor helps with exactly the keys that the catalogue reads.

    To renew it: `UNKINK_SNAPSHOTS=write pytest tests/test_schema.py`.
    """
    if os.environ.get("UNKINK_SNAPSHOTS") == "write":
        SCHEMA.write_text(schema_text(), encoding="utf-8")

    assert schema_text() == SCHEMA.read_text(encoding="utf-8")
