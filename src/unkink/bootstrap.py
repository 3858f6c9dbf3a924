"""The only place where adapters meet ports."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from unkink.app import UseCases
from unkink.catalogue import folders_for, read_catalogue
from unkink.storage.folder import open_folder
from unkink.storage.sqlite import SqliteStore

if TYPE_CHECKING:
    from pathlib import Path


def open_use_cases(data: Path) -> UseCases:
    """
    Put Unkink together around a data folder, which is made if need be.

    Raises `FolderRefused` when it can't be used.
    """
    store = SqliteStore(open_folder(data))
    catalogue = read_catalogue(folders_for(data))
    return UseCases(
        exercises=catalogue.exercises,
        problems=catalogue.problems,
        store=store,
        clock=_now,
        new_id=_new_id,
        folder=fingerprint(data),
    )


def fingerprint(data: Path) -> str:
    """Tell one data folder from another without telling where it is."""
    return hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:16]


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    return uuid4().hex
