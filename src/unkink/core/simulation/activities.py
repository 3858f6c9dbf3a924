"""Doings that are none of ours: what else people do before a camera."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.simulation import daily
from unkink.core.simulation.chance import about, between, happens, normal
from unkink.core.simulation.script import Act, Fidget, Go

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.definition.pose import Pose
    from unkink.core.simulation.chance import Chance


class Activity(NamedTuple):
    """Postures gone through again and again, from the first to the last and round."""

    poses: tuple[Pose, ...]
    takes_s: float
    """From one to the next."""
    stays_s: float
    walks_m: float = 0.0
    """How far to each next one."""
    turns_deg: float = 0.0
    """How differently they may face each time."""


ACTIVITIES: Final[Mapping[str, Activity]] = {
    "walking about": Activity(
        (daily.STEP, daily.OTHER_STEP), 0.6, 0.0, walks_m=0.5, turns_deg=25.0
    ),
    "tidying": Activity(
        (daily.STANDING, daily.BENT_DOWN, daily.STANDING, daily.STEP),
        1.3,
        0.5,
        walks_m=0.3,
        turns_deg=40.0,
    ),
    "squats": Activity((daily.STANDING, daily.SQUAT), 1.2, 0.4),
    "half squats": Activity((daily.STANDING, daily.HALF_SQUAT), 1.0, 0.3),
    "lunges": Activity((daily.STANDING, daily.LUNGE), 1.4, 0.5),
    "reaching up": Activity((daily.STANDING, daily.ARMS_UP), 1.5, 0.8),
    "bending aside": Activity((daily.STANDING, daily.SIDE_BEND), 1.8, 1.0),
    "press-ups": Activity((daily.PLANK, daily.PRESSED_LOW), 1.2, 0.3),
    "a plank": Activity((daily.ON_HANDS_AND_KNEES, daily.PLANK), 2.0, 15.0),
    "cat and cow": Activity((daily.BACK_UP, daily.BACK_DOWN), 2.0, 0.8),
    "donkey kicks": Activity((daily.ON_HANDS_AND_KNEES, daily.DONKEY), 1.2, 0.4),
    "leg lifts on the side": Activity((daily.SIDE_LEGS_LONG, daily.SIDE_LEG_LIFTED), 1.3, 0.5),
    "leg lifts on the back": Activity((daily.ON_THE_BACK, daily.LEGS_UP), 2.0, 0.5),
    "crunches": Activity((daily.KNEES_UP_LYING, daily.CRUNCH), 1.2, 0.4),
    "lying still": Activity((daily.ON_THE_BACK,), 2.0, 15.0),
    "lying on the belly": Activity((daily.ON_THE_BELLY,), 2.0, 15.0),
    "turning from side to side": Activity(
        (daily.ON_THE_BACK, daily.ON_THE_SIDE, daily.ON_THE_BACK, daily.ON_THE_BELLY), 2.5, 4.0
    ),
    "sitting with a phone": Activity((daily.WITH_PHONE,), 2.0, 12.0),
    "sitting on the floor": Activity((daily.SITTING_LONG, daily.SITTING_KNEES_UP), 2.0, 8.0),
    "sitting on a chair": Activity((daily.SITTING_ON_CHAIR,), 2.0, 12.0),
    "getting up and sitting down": Activity(
        (daily.SITTING_ON_CHAIR, daily.HALF_SQUAT, daily.STANDING, daily.HALF_SQUAT), 1.0, 0.8
    ),
    "getting down and up": Activity(
        (*daily.DOWN["supine"], daily.ON_THE_BACK, *reversed(daily.DOWN["supine"])), 1.8, 0.8
    ),
}
"""By name; none is an exercise of the catalogue, nor like one to a person who looks."""
FIDGETS: Final = 0.15


def doing(activity: Activity, *, for_s: float, tempo: float, chance: Chance) -> list[Act]:
    """Do it for about so long."""
    acts: list[Act] = []
    done_s, step = 0.0, 0
    facing_deg, x_m, z_m = normal(chance, 90.0), 0.0, 0.0
    ahead_m = between(chance, -1.0, 1.0)
    while done_s < for_s:
        pose = activity.poses[step % len(activity.poses)]
        takes_s = about(chance, activity.takes_s / tempo, 0.15)
        stays_s = about(chance, activity.stays_s / tempo, 0.3) if activity.stays_s else 0.0
        acts.append(
            Go(
                pose=pose,
                takes_s=takes_s,
                stays_s=stays_s,
                turned_deg=facing_deg,
                away_m=(x_m, z_m),
            )
        )
        if activity.stays_s >= 1.0 and happens(chance, FIDGETS):
            acts.append(Fidget(limb="right_arm", deg=between(chance, 20.0, 60.0), lasts_s=2.0))
        facing_deg += normal(chance, activity.turns_deg) if activity.turns_deg else 0.0
        if activity.walks_m:
            ahead_m = -ahead_m if abs(x_m) > 1.2 and x_m * ahead_m > 0 else ahead_m
            x_m += activity.walks_m * (1.0 if ahead_m > 0 else -1.0)
            z_m = min(max(z_m + normal(chance, 0.1), -0.6), 0.6)
        done_s += takes_s + stays_s
        step += 1
    return acts
