"""The one form every refusal has on the wire."""

from __future__ import annotations

from starlette.responses import JSONResponse


def answer(status: int, error: str, what_to_do: str) -> JSONResponse:
    """Put a refusal into the one form all of them have."""
    return JSONResponse({"error": error, "what_to_do": what_to_do}, status_code=status)
