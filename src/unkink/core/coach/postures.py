"""
Postures that are none of ours: what else people do on a floor, a chair and their feet.

They are plain postures of daily life, the gym and the yoga mat, drawn by their names, never by a
recording: the angles are our own drawing [D].
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from unkink.core.definition.pose import Paired, Pose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.definition.pose import Place

_ON_FLOOR: Final[Mapping[Literal["left", "right"], Place]] = {"left": "floor", "right": "floor"}

PLAIN: Final[Mapping[str, Pose]] = {
    # On the feet.
    "standing on one leg": Pose(
        hip_flexion_deg=Paired(left=45),
        hip_abduction_deg=Paired(left=40),
        hip_rotation_deg=Paired(left=60),
        knee_flexion_deg=Paired(left=125),
        shoulder_flexion_deg=168,
        elbow_flexion_deg=20,
        rests_on=("right_foot",),
    ),
    "standing, bent half over": Pose(
        lean_deg=60, hip_flexion_deg=60, shoulder_flexion_deg=60, flat_feet=True
    ),
    "standing, bent over": Pose(
        lean_deg=105, spine_flexion_deg=40, hip_flexion_deg=105, shoulder_flexion_deg=125
    ),
    "a lunge on one knee": Pose(
        hip_flexion_deg=Paired(left=95, right=-25),
        knee_flexion_deg=Paired(left=95, right=65),
        ankle_flexion_deg=Paired(right=-60),
        rests_on=("left_foot", "right_knee"),
    ),
    "a leg lifted behind, leaning": Pose(
        lean_deg=85,
        hip_flexion_deg=Paired(left=85, right=-5),
        shoulder_flexion_deg=165,
        rests_on=("left_foot",),
    ),
    # On hands and feet, or knees.
    "hands and feet, hips high": Pose(
        lean_deg=130,
        hip_flexion_deg=80,
        shoulder_flexion_deg=175,
        flat_feet=True,
        rests_on=("feet", "hands"),
    ),
    "a plank on the hands": Pose(
        lean_deg=72,
        shoulder_flexion_deg=72,
        ankle_flexion_deg=20,
        rests_on=("feet", "hands"),
    ),
    "a plank on the forearms": Pose(
        lean_deg=82,
        shoulder_flexion_deg=84,
        elbow_flexion_deg=90,
        ankle_flexion_deg=20,
        rests_on=("feet", "elbows"),
    ),
    "a plank, hips high": Pose(
        lean_deg=100,
        hip_flexion_deg=30,
        shoulder_flexion_deg=100,
        elbow_flexion_deg=90,
        ankle_flexion_deg=20,
        rests_on=("feet", "elbows"),
    ),
    "a press-up, low": Pose(
        lean_deg=86,
        shoulder_flexion_deg=-20,
        shoulder_abduction_deg=35,
        elbow_flexion_deg=110,
        ankle_flexion_deg=20,
        rests_on=("feet", "hands"),
    ),
    "a side plank": Pose(
        lean_deg=90,
        roll_deg=90,
        shoulder_abduction_deg=88,
        rests_on=("feet", "hands"),
    ),
    "all fours": Pose(
        lean_deg=90,
        hip_flexion_deg=90,
        knee_flexion_deg=90,
        ankle_flexion_deg=-60,
        shoulder_flexion_deg=90,
        rests_on=("knees", "feet"),
        hands=_ON_FLOOR,
    ),
    "all fours on the forearms": Pose(
        lean_deg=108,
        hip_flexion_deg=105,
        knee_flexion_deg=90,
        ankle_flexion_deg=-60,
        shoulder_flexion_deg=105,
        elbow_flexion_deg=90,
        rests_on=("knees", "elbows", "feet"),
    ),
    "all fours, the back arched up": Pose(
        lean_deg=80,
        spine_flexion_deg=40,
        neck_flexion_deg=30,
        hip_flexion_deg=75,
        knee_flexion_deg=90,
        ankle_flexion_deg=-60,
        shoulder_flexion_deg=80,
        rests_on=("knees", "feet"),
        hands=_ON_FLOOR,
    ),
    "all fours, a leg straight behind": Pose(
        lean_deg=90,
        hip_flexion_deg=Paired(left=-5, right=90),
        knee_flexion_deg=Paired(left=5, right=90),
        ankle_flexion_deg=-40,
        shoulder_flexion_deg=90,
        rests_on=("right_knee", "right_foot"),
        hands=_ON_FLOOR,
    ),
    "all fours, a bent leg lifted": Pose(
        lean_deg=90,
        hip_flexion_deg=Paired(left=5, right=90),
        knee_flexion_deg=90,
        ankle_flexion_deg=-40,
        shoulder_flexion_deg=90,
        rests_on=("right_knee", "right_foot"),
        hands=_ON_FLOOR,
    ),
    "folded over the heels": Pose(
        lean_deg=80,
        spine_flexion_deg=35,
        hip_flexion_deg=130,
        knee_flexion_deg=155,
        ankle_flexion_deg=-60,
        shoulder_flexion_deg=165,
        rests_on=("shins", "hands"),
    ),
    # Kneeling and sitting.
    "sitting on the heels": Pose(
        hip_flexion_deg=78,
        knee_flexion_deg=158,
        ankle_flexion_deg=-60,
        rests_on=("shins",),
        hands={"left": "thighs", "right": "thighs"},
    ),
    "kneeling on one knee": Pose(
        hip_flexion_deg=Paired(left=90, right=0),
        knee_flexion_deg=90,
        ankle_flexion_deg=Paired(right=-60),
        rests_on=("left_foot", "right_knee"),
    ),
    "sitting, legs wide": Pose(
        hip_flexion_deg=82,
        hip_abduction_deg=45,
        shoulder_flexion_deg=30,
        rests_on=("pelvis", "feet"),
    ),
    "sitting, legs wide, folded over": Pose(
        lean_deg=48,
        spine_flexion_deg=25,
        hip_flexion_deg=138,
        hip_abduction_deg=42,
        shoulder_flexion_deg=120,
        rests_on=("pelvis", "feet"),
    ),
    "sitting, soles together": Pose(
        hip_flexion_deg=72,
        hip_abduction_deg=52,
        hip_rotation_deg=52,
        knee_flexion_deg=125,
        rests_on=("pelvis", "feet"),
        hands={"left": "toes", "right": "toes"},
    ),
    "sitting, knees drawn up": Pose(
        hip_flexion_deg=115,
        knee_flexion_deg=110,
        flat_feet=True,
        rests_on=("pelvis", "feet"),
        hands={"left": "below_left_knee", "right": "below_right_knee"},
    ),
    "sitting, leaning back, feet up": Pose(
        lean_deg=-38,
        hip_flexion_deg=85,
        knee_flexion_deg=40,
        shoulder_flexion_deg=55,
        rests_on=("pelvis",),
    ),
    "sitting, leaning back, feet down": Pose(
        lean_deg=-38,
        hip_flexion_deg=80,
        knee_flexion_deg=85,
        shoulder_flexion_deg=50,
        elbow_flexion_deg=60,
        flat_feet=True,
        rests_on=("pelvis", "feet"),
    ),
    "a table, face up": Pose(
        lean_deg=-92,
        knee_flexion_deg=88,
        shoulder_flexion_deg=-85,
        flat_feet=True,
        rests_on=("feet", "hands"),
    ),
    # Lying.
    "on the back, legs straight up": Pose(
        lean_deg=-90, hip_flexion_deg=88, rests_on=("pelvis", "shoulders", "head")
    ),
    "on the back, both knees at the chest": Pose(
        lean_deg=-90,
        hip_flexion_deg=125,
        knee_flexion_deg=130,
        rests_on=("pelvis", "shoulders", "head"),
        hands={"left": "below_left_knee", "right": "below_right_knee"},
    ),
    "a crunch": Pose(
        lean_deg=-72,
        spine_flexion_deg=38,
        hip_flexion_deg=50,
        knee_flexion_deg=100,
        flat_feet=True,
        rests_on=("pelvis", "feet"),
        hands={"left": "head", "right": "head"},
    ),
    "on the back, the chest arched up": Pose(
        lean_deg=-75,
        spine_flexion_deg=-28,
        neck_flexion_deg=-50,
        hip_flexion_deg=15,
        shoulder_flexion_deg=-35,
        elbow_flexion_deg=70,
        rests_on=("pelvis", "feet", "head"),
    ),
    "a backbend on hands and feet": Pose(
        lean_deg=-120,
        spine_flexion_deg=-60,
        hip_flexion_deg=-35,
        knee_flexion_deg=70,
        shoulder_flexion_deg=175,
        flat_feet=True,
        rests_on=("feet", "hands"),
    ),
    "face down, ankles in the hands": Pose(
        lean_deg=70,
        spine_flexion_deg=-40,
        neck_flexion_deg=-20,
        hip_flexion_deg=-30,
        knee_flexion_deg=95,
        shoulder_flexion_deg=-60,
        rests_on=("pelvis",),
    ),
    "on the side": Pose(
        lean_deg=-90, roll_deg=90, shoulder_flexion_deg=40, rests_on=("pelvis", "shoulders")
    ),
    "on the side, knees bent": Pose(
        lean_deg=-90,
        roll_deg=90,
        hip_flexion_deg=50,
        knee_flexion_deg=75,
        shoulder_flexion_deg=50,
        rests_on=("pelvis", "shoulders"),
    ),
    "on the side, a leg lifted": Pose(
        lean_deg=-90,
        roll_deg=90,
        hip_abduction_deg=Paired(right=38),
        shoulder_flexion_deg=40,
        rests_on=("pelvis", "shoulders"),
    ),
    "on the side, propped up": Pose(
        lean_deg=-90,
        roll_deg=90,
        spine_side_deg=-25,
        hip_flexion_deg=20,
        knee_flexion_deg=25,
        shoulder_flexion_deg=30,
        shoulder_abduction_deg=40,
        elbow_flexion_deg=90,
        rests_on=("pelvis", "feet"),
    ),
}
"""Each posture, by a name that nobody but a reader sees."""
