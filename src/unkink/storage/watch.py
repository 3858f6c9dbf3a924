"""Sees whether anything in the record changed, whoever changed it, without reading it."""

from __future__ import annotations

import sqlite3
import weakref
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable


class Watch:
    """
    A connection that never writes, so that SQLite tells it of every change by any other.

    It is opened when first asked, and closed with what holds it.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._connection: sqlite3.Connection | None = None
        self._asking = Lock()

    def version(self) -> Hashable:
        """Tell the version of the file; where that can't be told, one that never was before."""
        with self._asking:
            try:
                return int(self._opened().execute("PRAGMA data_version").fetchone()[0])
            except sqlite3.Error:
                return object()

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = sqlite3.connect(self._file, check_same_thread=False)
            weakref.finalize(self, self._connection.close)
        return self._connection
