"""
The only place where adapters meet ports.

What is slow to load is loaded where it is needed: a server shows its page before.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from uuid import uuid4

import unkink
from unkink.core.errors import FolderRefused
from unkink.storage.place import claim, version_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from unkink.app import UseCases

log = logging.getLogger(__name__)

URL_FILE: Final = "serving.url"


def open_use_cases(data: Path) -> UseCases:
    """
    Put Unkink together around a data folder, which is made if need be.

    Raises `FolderRefused` when it can't be used.
    """
    from unkink.app import UseCases  # noqa: PLC0415
    from unkink.catalogue import folders_for, own_folder, read_catalogue  # noqa: PLC0415
    from unkink.catalogue.own_files import OwnFilesIn  # noqa: PLC0415
    from unkink.storage.folder import open_folder  # noqa: PLC0415
    from unkink.storage.own_copies import CopiesIn  # noqa: PLC0415
    from unkink.storage.sqlite import SqliteStore  # noqa: PLC0415

    store = SqliteStore(open_folder(data))
    catalogue = read_catalogue(folders_for(data))
    return UseCases(
        exercises=catalogue.exercises,
        problems=catalogue.problems,
        store=store,
        files=OwnFilesIn(own_folder(data)),
        copies=CopiesIn(data),
        clock=_now,
        new_id=_new_id,
        lot=secrets.randbelow,
        folder=fingerprint(data),
    )


def copy_daily(data: Path, cases: UseCases) -> None:
    """Make today's copy of a data folder, unless there is one, or the person wants none."""
    from unkink.storage.daily import copy_today  # noqa: PLC0415 - not at the start

    if not cases.choices.settings()["daily_copies"]:
        return
    now = _now()
    try:
        copy_today(data, now.date(), by=unkink.__version__, at=now.isoformat())
    except FolderRefused as refused:
        # Nobody is held up by it: the page says of when the latest copy is.
        log.warning("Today's copy was not made: %s", refused)


def fingerprint(data: Path) -> str:
    """Tell one data folder from another without telling where it is."""
    return hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:16]


@contextmanager
def serving(data: Path) -> Iterator[Callable[[str], None] | None]:
    """
    Keep a data folder for one server, which tells others its address; None: another one has it.

    Raises `FolderRefused` when the folder can't be used; then nothing in it was changed.
    """
    version_in(data)
    lock = claim(data)
    if lock is None:
        yield None
        return
    file = data / URL_FILE
    try:
        yield lambda url: _write(file, url)
    finally:
        file.unlink(missing_ok=True)
        lock.release()


@contextmanager
def leading(data: Path) -> Iterator[None]:
    """
    Keep a data folder for one session in a terminal, so that nothing is put in its place meanwhile.

    Raises `FolderRefused` when another session has it, or the folder can't be used.
    """
    version_in(data)
    lock = claim(data, "leading")
    if lock is None:
        raise FolderRefused(
            "A session is running in another terminal.", "Go on there, or end it first."
        )
    try:
        yield
    finally:
        lock.release()


def served_at(data: Path) -> str:
    """Tell where the other server of a data folder is; empty when it has not said so."""
    try:
        return (data / URL_FILE).read_text(encoding="utf-8")
    except OSError:
        return ""


def _write(file: Path, url: str) -> None:
    try:
        file.write_text(url, encoding="utf-8")
    except OSError as problem:
        raise FolderRefused(
            f"The data folder {file.parent} can't be written to: {problem.strerror}.",
            "Make room there, or choose another folder with --data DIR.",
        ) from problem


def _now() -> datetime:
    # With the offset of where the person is: what they say is of their own day.
    return datetime.now(UTC).astimezone()


def _new_id() -> str:
    return uuid4().hex
