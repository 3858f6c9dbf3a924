"""What is kept: told, taken out, taken in, restored, deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

from fastapi import APIRouter, Path, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from unkink.told import Kept, TakenIn
from unkink.web import wire_keeping as wire
from unkink.web.asking import SEEN_FIRST, Cases

if TYPE_CHECKING:
    from unkink.app import UseCases
    from unkink.ports import Everything

router = APIRouter()

FILE: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
    }
}
BODY: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}
FormatId = Annotated[str, Path(max_length=20)]


@router.get("/keeping", dependencies=[SEEN_FIRST])
def keeping(cases: Cases) -> Kept:
    """Tell what is kept, where, and how much room it takes."""
    return cases.keeping.stands()


@router.get("/keeping/formats")
def formats() -> list[wire.Format]:
    """Tell the formats a record can leave in."""
    from unkink.exchange.formats import FORMATS  # noqa: PLC0415 - the first page does without

    return [
        wire.Format(id=name, name=each.name, words=each.words, file=f"unkink.{each.ending}")
        for name, each in FORMATS.items()
    ]


@router.get(
    "/keeping/export/{format_id}",
    response_class=Response,
    responses=FILE,
    dependencies=[SEEN_FIRST],
)
def export(cases: Cases, format_id: FormatId) -> Response:
    """Give the whole record in a format."""
    from unkink.core.errors import NotFound  # noqa: PLC0415
    from unkink.exchange.formats import FORMATS  # noqa: PLC0415 - as above

    chosen = FORMATS.get(format_id)
    if chosen is None:
        raise NotFound(f"There is no format {format_id!r}.", "Choose one of those on the page.")
    content = chosen.write(cases.keeping.export())
    return _file(content, chosen.media_type, f"unkink.{chosen.ending}")


@router.get("/calendar.ics", response_class=Response, responses=FILE)
def calendar(cases: Cases) -> Response:
    """Give a calendar to subscribe to, to programs on this machine."""
    from unkink.exchange.calendar import write_calendar  # noqa: PLC0415 - as above

    return Response(write_calendar(cases.keeping.export()), media_type="text/calendar")


@router.get("/keeping/backup", response_class=Response, responses=FILE, dependencies=[SEEN_FIRST])
def backup(cases: Cases) -> Response:
    """Give a backup of everything, verified."""
    return _file(cases.keeping.pack(), "application/zip", "unkink-backup.zip")


@router.post("/keeping/add", openapi_extra=BODY)
async def add(cases: Cases, request: Request) -> TakenIn:
    """Add an exported record, or what is in a backup, to this one."""
    content = await request.body()
    return await run_in_threadpool(lambda: cases.keeping.take_in(_read(cases, content)))


@router.post("/keeping/restore", openapi_extra=BODY)
async def restore(cases: Cases, request: Request) -> wire.Restored:
    """Put a backup, or an exported record, in the place of what is kept."""
    content = await request.body()
    kept = await run_in_threadpool(lambda: cases.keeping.restore(_read(cases, content)))
    return wire.Restored(kept=kept)


@router.post("/keeping/erase")
def erase(cases: Cases, asked: wire.Erase) -> wire.Erased:
    """Delete everything, once the words for it were typed."""
    cases.keeping.erase(asked.words)
    stands = cases.keeping.stands()
    return wire.Erased(sessions=stands.sessions, entries=stands.entries)


def _read(cases: UseCases, content: bytes) -> Everything:
    from unkink.exchange.document import read_document  # noqa: PLC0415 - as above

    return cases.keeping.unpack(content) if content.startswith(b"PK") else read_document(content)


def _file(content: bytes, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)
