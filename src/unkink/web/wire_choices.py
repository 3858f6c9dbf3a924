"""What page and server say about the settings."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, create_model

from unkink import settings
from unkink.web.wire_base import Sent, Told


def _typed(setting: settings.Setting) -> Any:
    if setting.one_of:
        return Literal[setting.one_of]
    if setting.between is not None:
        low, high = setting.between
        return Annotated[float, Field(ge=low, le=high, allow_inf_nan=False)]
    if isinstance(setting.default, bool):
        return Annotated[bool, Field(strict=True)]
    return Annotated[str, Field(pattern=f"^(?:{setting.pattern})$")]


_TOLD: dict[str, Any] = {s.name: (_typed(s), Field(description=s.help)) for s in settings.TABLE}
# A setting not sent keeps its value; null is not a value.
_SENT: dict[str, Any] = {
    s.name: (_typed(s), Field(default=None, description=s.help)) for s in settings.TABLE
}
Settings = create_model("Settings", __base__=Told, __doc__="What a person has chosen.", **_TOLD)
SettingsChange = create_model(
    "SettingsChange", __base__=Sent, __doc__="The settings to change; others stay.", **_SENT
)
