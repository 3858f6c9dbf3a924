"""What the coach says of one recording, as a line for other programs: written and read here."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from unkink.core.coach.account import SIDES, Account, Held

if TYPE_CHECKING:
    from pathlib import PurePath

NOTHING: Final = Account(
    exercise=None, reps=dict.fromkeys(SIDES, 0), holds=(), faults=(), judged_fraction=0.0
)
"""The account of a recording that could not be judged."""


class Prediction(NamedTuple):
    """One recording, what was seen in it, and the reason if nothing could be judged."""

    recording: str
    account: Account
    reason: str = ""


def name_of(path: PurePath) -> str:
    """Give a recording's name: its file's, without what tells the format."""
    return path.name.removesuffix(".gz").rsplit(".", 1)[0]


def line(prediction: Prediction) -> str:
    """Write one line of JSON; `reason` is in it only where nothing could be judged."""
    account = prediction.account
    said: dict[str, Any] = {
        "recording": prediction.recording,
        "exercise": account.exercise,
        "reps": {side: account.reps.get(side, 0) for side in SIDES},
        "holds": [
            {"side": held.side, "start_s": round(held.start_s, 2), "end_s": round(held.end_s, 2)}
            for held in account.holds
        ],
        "faults": list(account.faults),
        "judged_fraction": round(account.judged_fraction, 3),
        "form": None if account.form is None else round(account.form, 2),
        "form_s": round(account.form_s, 1),
    }
    if prediction.reason:
        said["reason"] = prediction.reason
    return json.dumps(said)


def parse_line(text: str) -> Prediction:
    """Read one line back; a ValueError says in words what is wrong with it."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError("it isn't JSON") from None
    if not isinstance(said, dict) or not isinstance(name := said.get("recording"), str):
        raise ValueError("it has no 'recording'")  # noqa: TRY004 - bad data, not a bad call
    exercise, faults = said.get("exercise"), said.get("faults", [])
    if exercise is not None and not isinstance(exercise, str):
        raise ValueError("its 'exercise' is neither an id nor null")
    if not isinstance(faults, list) or not all(isinstance(fault, str) for fault in faults):
        raise ValueError("its 'faults' are no list of ids")
    account = Account(
        exercise=exercise,
        reps=_reps(said.get("reps", {})),
        holds=_holds(said.get("holds", [])),
        faults=tuple(faults),
        judged_fraction=_number(said.get("judged_fraction", 1.0), "judged_fraction"),
        form=None if said.get("form") is None else _number(said["form"], "form"),
        form_s=_number(said.get("form_s", 0.0), "form_s"),
    )
    return Prediction(name, account, str(said.get("reason", "")))


def _reps(said: object) -> dict[Any, int]:
    if not isinstance(said, dict) or not set(said) <= set(SIDES):
        raise ValueError("its 'reps' are not counts for left, right and both")
    if not all(type(count) is int and count >= 0 for count in said.values()):
        raise ValueError("its 'reps' are not whole numbers")
    return {side: said.get(side, 0) for side in SIDES}


def _holds(said: object) -> tuple[Held, ...]:
    if not isinstance(said, list):
        raise ValueError("its 'holds' are no list")  # noqa: TRY004 - bad data, not a bad call
    holds: list[Held] = []
    for one in said:
        if not isinstance(one, dict) or one.get("side") not in SIDES:
            raise ValueError("one of its 'holds' has no side")
        start_s, end_s = (_number(one.get(key), key) for key in ("start_s", "end_s"))
        if end_s < start_s:
            raise ValueError(f"one of its 'holds' ends at {end_s:g} s, before its start")
        holds.append(Held(one["side"], start_s, end_s))
    return tuple(holds)


def _number(value: object, key: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"its '{key}' isn't a number")
    return float(value)
