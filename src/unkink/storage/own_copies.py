"""The copies beside the record of one data folder, and how to make all of it go away."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from unkink.core.errors import FolderRefused
from unkink.ports import Everything, KeptCopy, Place
from unkink.storage.copies import COPIES, EXERCISES, opened, unused, write_copy
from unkink.storage.folder import open_folder
from unkink.storage.place import FILE
from unkink.storage.sqlite import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class CopiesIn:
    """Makes, reads and forgets copies of one data folder; see `ports.Copies`."""

    folder: Path

    def pack(self, *, by: str, at: str) -> bytes:
        """Copy everything into one file, verified, and give what is in it."""
        with TemporaryDirectory(prefix=".packing-", dir=self.folder) as room:
            file = Path(room) / "copy.zip"
            write_copy(self.folder, file, by=by, at=at)
            return file.read_bytes()

    def unpack(self, content: bytes) -> Everything:
        """Tell what is in such a file; refused when it is not whole."""
        with TemporaryDirectory(prefix=".unpacking-", dir=self.folder) as room:
            file = Path(room) / "the backup"
            file.write_bytes(content)
            with opened(file) as unpacked:
                engine = open_folder(unpacked.folder)
                try:
                    kept = SqliteStore(engine).everything()
                finally:
                    engine.dispose()
                return replace(kept, files=_texts(unpacked.folder))

    def keep(self, why: str, *, by: str, at: str) -> str:
        """Put a copy beside the record, and tell its name."""
        copies = self.folder / COPIES
        try:
            copies.mkdir(exist_ok=True)
        except OSError as problem:
            raise FolderRefused(
                f"No copy can be put into {copies}: {problem.strerror}.", "Make room there."
            ) from problem
        file = unused(copies / f"{why}-{at.replace(':', '-')[:19]}.zip")
        write_copy(self.folder, file, by=by, at=at)
        return file.name

    def place(self) -> Place:
        """Tell where everything is, how much room it takes, and which copies there are."""
        copies = sorted((self.folder / COPIES).glob("*.zip"), key=_changed_s, reverse=True)
        return Place(
            folder=str(self.folder.resolve()),
            size=sum(each.stat().st_size for each in self.folder.glob(f"{FILE}*")),
            copies=tuple(
                KeptCopy(
                    name=each.name,
                    size=each.stat().st_size,
                    at=datetime.fromtimestamp(_changed_s(each), UTC),
                )
                for each in copies
            ),
        )

    def forget(self) -> None:
        """Overwrite and remove all copies and exercise files, those put aside included."""
        try:
            for path in self._to_forget():
                _wipe(path)
            for each in (self.folder / COPIES).glob("*/"):
                each.rmdir()
        except OSError as problem:
            raise FolderRefused(
                f"{problem.filename or 'A file'} could not be removed: {problem.strerror}.",
                "Close what uses it, and try again.",
            ) from problem

    def _to_forget(self) -> Iterator[Path]:
        for name in (COPIES, EXERCISES):
            yield from (each for each in (self.folder / name).rglob("*") if each.is_file())


def _texts(folder: Path) -> dict[str, str]:
    own = sorted((folder / EXERCISES).glob("*.toml"))
    return {each.name: each.read_text(encoding="utf-8", errors="replace") for each in own}


def _changed_s(path: Path) -> float:
    return path.stat().st_mtime


def _wipe(path: Path) -> None:
    with path.open("r+b") as content:
        left = path.stat().st_size
        while left > 0:
            left -= content.write(b"\x00" * min(left, 1_000_000))
        content.flush()
        os.fsync(content.fileno())
    path.unlink()
