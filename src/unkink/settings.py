"""One table of every setting: name, default, allowed values, help."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from unkink.core.history.record import Choice

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One thing a person may choose; exactly one of the ways to limit it, or none for a bool."""

    name: str
    default: Choice
    help: str
    one_of: tuple[str, ...] = ()
    between: tuple[float, float] | None = None
    pattern: str = ""
    """A regular expression the whole text matches."""


TABLE: Final[tuple[Setting, ...]] = (
    Setting(
        name="voice_mode",
        default="voice",
        one_of=("voice", "bells", "silent"),
        help="How the session is led: spoken words and bells, bells only, or in silence.",
    ),
    Setting(
        name="voice",
        default="",
        pattern=r"[^\x00-\x1f]{0,200}",
        help="The name of the device's voice that speaks; empty: the one that fits best.",
    ),
    Setting(
        name="speech_rate",
        default=1.0,
        between=(0.5, 1.5),
        help="How fast the voice speaks; 1 is its own pace.",
    ),
    Setting(
        name="captions",
        default=True,
        help="Whether everything spoken is also written on the screen.",
    ),
    Setting(
        name="hand_pauses",
        default=True,
        help="Whether a hand held up before the camera pauses the session, and goes on with it.",
    ),
    Setting(
        name="theme",
        default="system",
        one_of=("system", "light", "dark"),
        help="Light or dark; `system` follows the device.",
    ),
    Setting(
        name="text_size",
        default="normal",
        one_of=("normal", "large", "largest"),
        help="How large the words are.",
    ),
    Setting(
        name="height_cm",
        default=0.0,
        between=(0.0, 230.0),
        help="Your height, for what the camera measures in centimetres; 0: not told.",
    ),
    Setting(
        name="country",
        default="",
        pattern=r"([A-Z]{2})?",
        help="Two letters, for the right emergency number; empty: not told.",
    ),
    Setting(
        name="emergency_number",
        default="",
        pattern=r"[0-9 +*#-]{0,20}",
        help="The number to show in an emergency; empty: the one of the country.",
    ),
    Setting(
        name="daily_copies",
        default=True,
        help="Whether a copy of the record is made every day Unkink runs, in the data folder.",
    ),
    Setting(
        name="made_up",
        default="",
        pattern=r"[^\x00-\x1f]{0,40}",
        help="Whose made-up record this is, as `unkink demo` sets it; empty: a real person's.",
    ),
)

BY_NAME: Final[Mapping[str, Setting]] = {setting.name: setting for setting in TABLE}
DEFAULTS: Final[Mapping[str, Choice]] = {setting.name: setting.default for setting in TABLE}


def allowed_words(setting: Setting) -> str:
    """Say which values a setting takes, for help and for refusals."""
    if setting.one_of:
        return "one of " + ", ".join(setting.one_of)
    if setting.between is not None:
        low, high = setting.between
        return f"a number from {low:g} to {high:g}"
    if isinstance(setting.default, bool):
        return "true or false"
    return "words" if setting.name == "voice" else f"text of the form {setting.pattern}"


def problem_with(name: str, value: object) -> str | None:
    """Say what is wrong with a value for a setting, or None when it may be kept."""
    setting = BY_NAME.get(name)
    if setting is None:
        return f"There is no setting {name!r}."
    if _fits(setting, value):
        return None
    return f"The setting {name} takes {allowed_words(setting)}."


def _fits(setting: Setting, value: object) -> bool:
    if isinstance(setting.default, bool):
        return isinstance(value, bool)
    if setting.between is not None:
        low, high = setting.between
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return number and low <= float(str(value)) <= high
    if not isinstance(value, str):
        return False
    if setting.one_of:
        return value in setting.one_of
    return re.fullmatch(setting.pattern, value) is not None
