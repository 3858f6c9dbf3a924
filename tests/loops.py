"""An event loop for a test: on a thread of its own, as a browser test leaves its loop on ours."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine

T = TypeVar("T")


def run_alone(told: Coroutine[Any, Any, T]) -> T:
    """Run it to its end and give what it returns."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, told).result()
