"""
The square code on a handout, and what it can honestly lead to.

Unkink answers on the machine it runs on and nowhere else. So the code of the page's address opens
only there, and its caption says so; for anyone else's phone it would lead nowhere. A code that
holds the words themselves needs no address at all. But some phones offer to search the web for what
they read from it, which would tell a stranger: so it is a choice, and never the default.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import segno

from unkink.documents.values import Svg


@dataclass(frozen=True, slots=True)
class Qr:
    """What a code holds, and what stands beside it."""

    content: str
    caption: str


def page_code(address: str) -> Qr:
    """Lead to the page, on the machine where Unkink runs."""
    return Qr(address, f"Moving and spoken, only on the computer that runs Unkink: {address}")


def qr_code(qr: Qr) -> Svg:
    """Draw a code as SVG, black on white."""
    out = io.BytesIO()
    code = segno.make(qr.content, error="m", boost_error=False, micro=False)
    code.save(
        out, kind="svg", border=2, xmldecl=False, svgns=True, nl=False, omitsize=True, light="#fff"
    )
    return Svg(out.getvalue().decode())
