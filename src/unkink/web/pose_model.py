"""
The pose model's own address: the page fetches it once, when the camera is wanted.

The address carries the model's fingerprint, so a browser may keep it for good.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter
from fastapi import Path as InPath
from fastapi.responses import FileResponse, RedirectResponse

from unkink.core.errors import NotFound
from unkink.landmarks.pose_model import BUNDLE
from unkink.web.page_files import FOREVER

router = APIRouter(prefix="/api", include_in_schema=False)


@router.get("/pose-model")
def newest() -> RedirectResponse:
    """Lead to the model this Unkink was built with."""
    return RedirectResponse(f"/api/pose-model/{_fingerprint()}.task", status_code=307)


@router.get("/pose-model/{fingerprint}.task")
def model(fingerprint: Annotated[str, InPath(max_length=64)]) -> FileResponse:
    """Send the model itself; under another fingerprint there is nothing."""
    if fingerprint != _fingerprint():
        raise NotFound("This Unkink has another pose model.", "Reload the page.")
    return FileResponse(
        Path(str(BUNDLE)),
        media_type="application/octet-stream",
        headers={"cache-control": FOREVER},
    )


@cache
def _fingerprint() -> str:
    try:
        return hashlib.sha256(BUNDLE.read_bytes()).hexdigest()[:32]
    except FileNotFoundError:
        raise NotFound(
            "The pose model was not built into this Unkink.", "Install Unkink anew."
        ) from None
