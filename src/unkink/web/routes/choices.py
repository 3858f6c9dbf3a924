"""What the person has chosen once and for all."""

from __future__ import annotations

from fastapi import APIRouter

from unkink.web import wire_choices as wire
from unkink.web.asking import Cases

router = APIRouter()


@router.get("/settings")
def settings(cases: Cases) -> wire.Settings:  # type: ignore[valid-type] # made from the table
    """Tell what the person has chosen."""
    return wire.Settings.model_validate(cases.choices.settings())


@router.put("/settings")
def change_settings(
    cases: Cases,
    changes: wire.SettingsChange,  # type: ignore[valid-type] # made from the table
) -> wire.Settings:  # type: ignore[valid-type] # made from the table
    """Change some settings, keep the others."""
    given = changes.model_dump(exclude_unset=True)  # type: ignore[attr-defined]
    return wire.Settings.model_validate(cases.choices.change(given))
