"""
A copy of a data folder in one file: made while it is in use, and verified before it counts.

The file is a zip of the record, the person's own exercises, and a list of both with their digests.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import zipfile
import zlib
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict, dataclass
from itertools import chain, count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from unkink.core.errors import FolderRefused, Invalid
from unkink.storage.place import FILE, refusal_for, version_in

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT: Final = "unkink-backup"
VERSION: Final = 1
LIST: Final = "list.json"
EXERCISES: Final = "exercises"
COPIES: Final = "copies"
"""The folder of copies within a data folder."""
MOST_BYTES: Final = 4_000_000_000
"""Unpacked: more than any record, and less than a disk."""
MOST_FILES: Final = 1000
NOT_CHANGED: Final = "Nothing was changed."

_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    LookupError,
    TypeError,
    RuntimeError,  # locked, nested too deeply, or packed in a way we don't know
)
"""What reading a stranger's zip may end in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """One file of a copy, as its list has it."""

    name: str
    size: int
    digest: str
    """SHA-256, in hexadecimal."""


def write_copy(folder: Path, file: Path, *, by: str, at: str) -> tuple[Copied, ...]:
    """
    Copy a data folder into one file, verify it, and only then put it in its place.

    The record may be in use: the copy is of one moment. Raises `FolderRefused` when there is none,
    when it is damaged or a newer Unkink's, or the file can't be written.
    """
    if not (folder / FILE).is_file():
        raise FolderRefused(f"There is no record in {folder}.", "Check the folder after --data.")
    version_in(folder)
    part = file.with_name(f".{file.name}.part")
    try:
        with TemporaryDirectory(prefix=".copying-", dir=file.parent) as room:
            record = Path(room) / FILE
            _copy_record(folder / FILE, record)
            sources = {FILE: record, **_own_files(folder)}
            listed = tuple(_listed(name, path) for name, path in sources.items())
            _pack(part, sources, {"written_by": by, "written_at": at}, listed)
        with opened(part) as unpacked:
            if unpacked.listed != listed:
                raise FolderRefused(f"The copy in {file} came out wrong.", "Try again.")
        part.replace(file)
    except OSError as problem:
        raise FolderRefused(
            f"The copy could not be written to {file}: {problem.strerror or problem}.",
            "Choose another place, or make room there.",
        ) from problem
    finally:
        part.unlink(missing_ok=True)
    return listed


def unused(file: Path) -> Path:
    """Tell a name that no file has yet: this one, or one with a number."""
    others = (file.with_name(f"{file.stem}-{number}{file.suffix}") for number in count(2))
    return next(each for each in chain([file], others) if not each.exists())


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpacked:
    """A copy taken out of its file, verified, in a folder that is gone afterwards."""

    folder: Path
    listed: tuple[Copied, ...]


@contextmanager
def opened(file: Path, room: Path | None = None) -> Iterator[Unpacked]:
    """
    Unpack a copy into a folder of its own within *room*, and verify every byte of it.

    Raises `Invalid` in one line for whatever is no whole copy.
    """
    with ExitStack() as stack:
        try:
            space = TemporaryDirectory(prefix=".unpacking-", dir=room or file.parent)
            folder = Path(stack.enter_context(space))
            with zipfile.ZipFile(file) as packed:
                listed = _list(packed)
                for each in listed:
                    _unpack(packed, each, folder)
            version = version_in(folder)
        except OSError as problem:
            raise Invalid(
                f"{file} can't be unpacked: {problem.strerror}.", NOT_CHANGED
            ) from problem
        except (*_BROKEN, FolderRefused) as problem:
            raise Invalid(
                f"{file.name} is no whole backup, or one of a newer Unkink.", NOT_CHANGED
            ) from problem
        if version is None:
            raise Invalid(f"There is no record in {file.name}.", NOT_CHANGED)
        yield Unpacked(folder=folder, listed=listed)


def listed_in(folder: Path) -> tuple[Copied, ...]:
    """List the files of a folder as a copy of it would, but of what is in them now."""
    sources = {FILE: folder / FILE, **_own_files(folder)}
    return tuple(_listed(name, path) for name, path in sources.items())


def _copy_record(source: Path, target: Path) -> None:
    uri = f"{source.absolute().as_uri()}?mode=ro"
    try:
        with (
            closing(sqlite3.connect(uri, uri=True)) as theirs,
            closing(sqlite3.connect(target)) as ours,
        ):
            theirs.backup(ours)
            # One file, without a log beside it.
            ours.execute("PRAGMA journal_mode=DELETE")
            if ours.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise sqlite3.DatabaseError
    except sqlite3.Error as problem:
        raise refusal_for(str(problem), source) from problem


def _own_files(folder: Path) -> dict[str, Path]:
    own = sorted((folder / EXERCISES).glob("*.toml"))
    return {f"{EXERCISES}/{path.name}": path for path in own}


def _listed(name: str, path: Path) -> Copied:
    with path.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    return Copied(name=name, size=path.stat().st_size, digest=digest)


def _pack(
    part: Path, sources: dict[str, Path], about: dict[str, str], listed: tuple[Copied, ...]
) -> None:
    words = {"format": FORMAT, "version": VERSION, **about, "files": [asdict(e) for e in listed]}
    with part.open("wb") as content:
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr(LIST, json.dumps(words, indent=1))
            for name, path in sources.items():
                packed.write(path, name)
        content.flush()
        os.fsync(content.fileno())


def _list(packed: zipfile.ZipFile) -> tuple[Copied, ...]:
    if packed.getinfo(LIST).file_size > 1_000_000:
        raise ValueError(LIST)
    words: Any = json.loads(packed.read(LIST))
    if words["format"] != FORMAT:
        raise ValueError(words["format"])
    if words["version"] > VERSION:
        raise Invalid("This backup was written by a newer Unkink.", "Update Unkink first.")
    listed = tuple(
        Copied(name=str(each["name"]), size=int(each["size"]), digest=str(each["digest"]))
        for each in words["files"]
    )
    names = [each.name for each in listed]
    if (
        sorted([LIST, *names]) != sorted(packed.namelist())
        or len(names) > MOST_FILES
        or any(not _is_ours(name) for name in names)
        or not 0 <= sum(each.size for each in listed) <= MOST_BYTES
    ):
        raise ValueError(LIST)
    return listed


def _is_ours(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    plain = file.replace("_", "").replace(".", "").replace("-", "").isalnum()
    return name == FILE or (folder == EXERCISES and plain and file.endswith(".toml"))


def _unpack(packed: zipfile.ZipFile, listed: Copied, folder: Path) -> None:
    """Take one file out; never more of it than its list says, whatever it claims itself."""
    target = folder / listed.name
    target.parent.mkdir(exist_ok=True)
    digest, left = hashlib.sha256(), listed.size
    with packed.open(listed.name) as content, target.open("wb") as out:
        while block := content.read(min(1_000_000, left + 1)):
            left -= len(block)
            if left < 0:
                raise ValueError(listed.name)
            digest.update(block)
            out.write(block)
        out.flush()
        os.fsync(out.fileno())
    if left or digest.hexdigest() != listed.digest:
        raise ValueError(listed.name)
