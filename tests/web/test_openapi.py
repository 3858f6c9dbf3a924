from __future__ import annotations

import json
import os
from pathlib import Path

from tests.cases import Clock, cases_in_memory

from unkink.web.server import create_api

SNAPSHOT = Path(__file__).parent.parent / "snapshots" / "openapi.json"


def test_the_snapshot_of_the_api_is_fresh() -> None:
    """
    The page's types are generated from this snapshot, so page and server can't drift apart.

    To renew it: `UNKINK_SNAPSHOTS=write pytest tests/web/test_openapi.py`.
    """
    cases = cases_in_memory(Clock())
    now = json.dumps(create_api(cases).openapi(), indent=1, sort_keys=True) + "\n"
    if os.environ.get("UNKINK_SNAPSHOTS") == "write":
        SNAPSHOT.write_text(now, encoding="utf-8")

    assert SNAPSHOT.read_text(encoding="utf-8") == now
