"""The one form every refusal has on the wire."""

from __future__ import annotations

from starlette.responses import JSONResponse


def answer(
    status: int, error: str, what_to_do: str, *, about: tuple[str, ...] = ()
) -> JSONResponse:
    """Put a refusal into the one form all of them have."""
    said = {"error": error, "what_to_do": what_to_do}
    return JSONResponse({**said, "about": about} if about else said, status_code=status)
