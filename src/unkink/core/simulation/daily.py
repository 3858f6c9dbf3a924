"""
Postures between exercises and of other doings, as simulated people take them.

They are drawn by their names, apart from those that the coach knows (`coach/postures.py`): what it
is tested by must not be what it was made of. The angles are our own drawing [D].
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.core.definition.pose import Paired, Pose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.definition.exercise import Position

STANDING: Final = Pose(shoulder_abduction_deg=9, elbow_flexion_deg=12)
STEP: Final = Pose(
    lean_deg=3,
    hip_flexion_deg=Paired(left=24, right=-14),
    knee_flexion_deg=Paired(left=8, right=22),
    shoulder_flexion_deg=Paired(left=-18, right=20),
    elbow_flexion_deg=18,
    rests_on=("left_foot", "right_foot"),
)
OTHER_STEP: Final = Pose(
    lean_deg=3,
    hip_flexion_deg=Paired(left=-14, right=24),
    knee_flexion_deg=Paired(left=22, right=8),
    shoulder_flexion_deg=Paired(left=20, right=-18),
    elbow_flexion_deg=18,
    rests_on=("right_foot", "left_foot"),
)
ARMS_UP: Final = Pose(shoulder_flexion_deg=160, shoulder_abduction_deg=12, elbow_flexion_deg=15)
SIDE_BEND: Final = Pose(
    spine_side_deg=25,
    shoulder_flexion_deg=Paired(left=5, right=150),
    shoulder_abduction_deg=10,
    elbow_flexion_deg=25,
)
BENT_DOWN: Final = Pose(
    lean_deg=75,
    spine_flexion_deg=35,
    hip_flexion_deg=88,
    knee_flexion_deg=28,
    shoulder_flexion_deg=105,
    flat_feet=True,
)
HALF_SQUAT: Final = Pose(
    lean_deg=28,
    hip_flexion_deg=70,
    hip_abduction_deg=10,
    knee_flexion_deg=68,
    shoulder_flexion_deg=45,
    flat_feet=True,
)
SQUAT: Final = Pose(
    lean_deg=40,
    hip_flexion_deg=112,
    hip_abduction_deg=14,
    knee_flexion_deg=108,
    shoulder_flexion_deg=85,
    flat_feet=True,
)
LUNGE: Final = Pose(
    lean_deg=6,
    hip_flexion_deg=Paired(left=82, right=-22),
    knee_flexion_deg=Paired(left=80, right=45),
    ankle_flexion_deg=Paired(right=-20),
    rests_on=("left_foot", "right_foot"),
)
ON_ONE_KNEE: Final = Pose(
    lean_deg=10,
    hip_flexion_deg=Paired(left=95, right=5),
    knee_flexion_deg=Paired(left=92, right=95),
    ankle_flexion_deg=Paired(right=-75),
    rests_on=("left_foot", "right_knee"),
)
ON_HANDS_AND_KNEES: Final = Pose(
    lean_deg=86,
    hip_flexion_deg=84,
    knee_flexion_deg=92,
    ankle_flexion_deg=-55,
    shoulder_flexion_deg=88,
    rests_on=("knees", "feet"),
    hands={"left": "floor", "right": "floor"},
)
BACK_UP: Final = Pose(
    lean_deg=78,
    spine_flexion_deg=45,
    neck_flexion_deg=35,
    hip_flexion_deg=78,
    knee_flexion_deg=92,
    ankle_flexion_deg=-55,
    shoulder_flexion_deg=80,
    rests_on=("knees", "feet"),
    hands={"left": "floor", "right": "floor"},
)
BACK_DOWN: Final = Pose(
    lean_deg=96,
    spine_flexion_deg=-30,
    neck_flexion_deg=-30,
    hip_flexion_deg=98,
    knee_flexion_deg=92,
    ankle_flexion_deg=-55,
    shoulder_flexion_deg=92,
    rests_on=("knees", "feet"),
    hands={"left": "floor", "right": "floor"},
)
DONKEY: Final = Pose(
    lean_deg=88,
    hip_flexion_deg=Paired(left=-8, right=88),
    knee_flexion_deg=Paired(left=80, right=92),
    ankle_flexion_deg=-35,
    shoulder_flexion_deg=88,
    rests_on=("right_knee", "right_foot"),
    hands={"left": "floor", "right": "floor"},
)
PLANK: Final = Pose(
    lean_deg=73, shoulder_flexion_deg=74, ankle_flexion_deg=25, rests_on=("feet", "hands")
)
PRESSED_LOW: Final = Pose(
    lean_deg=85,
    shoulder_flexion_deg=-15,
    shoulder_abduction_deg=40,
    elbow_flexion_deg=105,
    ankle_flexion_deg=20,
    rests_on=("feet", "hands"),
)
ON_THE_HEELS: Final = Pose(
    lean_deg=4,
    hip_flexion_deg=82,
    knee_flexion_deg=152,
    ankle_flexion_deg=-55,
    shoulder_flexion_deg=22,
    elbow_flexion_deg=35,
    rests_on=("shins",),
)
SITTING_LONG: Final = Pose(
    lean_deg=-12,
    spine_flexion_deg=18,
    hip_flexion_deg=72,
    knee_flexion_deg=12,
    shoulder_flexion_deg=-25,
    elbow_flexion_deg=10,
    rests_on=("pelvis", "feet"),
)
SITTING_KNEES_UP: Final = Pose(
    lean_deg=-18,
    spine_flexion_deg=25,
    hip_flexion_deg=80,
    knee_flexion_deg=88,
    shoulder_flexion_deg=35,
    elbow_flexion_deg=30,
    flat_feet=True,
    rests_on=("pelvis", "feet"),
)
WITH_PHONE: Final = Pose(
    lean_deg=-8,
    spine_flexion_deg=22,
    neck_flexion_deg=30,
    hip_flexion_deg=68,
    hip_abduction_deg=35,
    hip_rotation_deg=45,
    knee_flexion_deg=105,
    shoulder_flexion_deg=38,
    elbow_flexion_deg=105,
    rests_on=("pelvis", "feet"),
)
PROPPED: Final = Pose(
    lean_deg=-48,
    spine_flexion_deg=15,
    hip_flexion_deg=42,
    knee_flexion_deg=55,
    shoulder_flexion_deg=-35,
    elbow_flexion_deg=80,
    flat_feet=True,
    rests_on=("pelvis", "feet"),
)
ON_THE_BACK: Final = Pose(
    lean_deg=-90,
    hip_abduction_deg=9,
    hip_rotation_deg=20,
    shoulder_abduction_deg=24,
    elbow_flexion_deg=12,
    rests_on=("pelvis", "shoulders", "head", "feet"),
)
LEGS_UP: Final = Pose(
    lean_deg=-90,
    hip_flexion_deg=80,
    knee_flexion_deg=12,
    shoulder_abduction_deg=20,
    rests_on=("pelvis", "shoulders", "head"),
)
CRUNCH: Final = Pose(
    lean_deg=-70,
    spine_flexion_deg=40,
    neck_flexion_deg=15,
    hip_flexion_deg=52,
    knee_flexion_deg=95,
    flat_feet=True,
    rests_on=("pelvis", "feet"),
    hands={"left": "head", "right": "head"},
)
KNEES_UP_LYING: Final = Pose(
    lean_deg=-90,
    hip_flexion_deg=45,
    knee_flexion_deg=95,
    shoulder_abduction_deg=22,
    flat_feet=True,
    rests_on=("pelvis", "shoulders", "head", "feet"),
)
ON_THE_BELLY: Final = Pose(
    lean_deg=90,
    neck_rotation_deg=60,
    hip_abduction_deg=7,
    ankle_flexion_deg=-55,
    shoulder_abduction_deg=70,
    elbow_flexion_deg=95,
    rests_on=("pelvis", "chest", "thighs", "feet", "head"),
    hands={"left": "floor", "right": "floor"},
)
ON_THE_SIDE: Final = Pose(
    lean_deg=-90,
    roll_deg=88,
    hip_flexion_deg=35,
    knee_flexion_deg=50,
    shoulder_flexion_deg=70,
    elbow_flexion_deg=60,
    rests_on=("pelvis", "shoulders"),
)
SIDE_LEGS_LONG: Final = Pose(
    lean_deg=-90,
    roll_deg=88,
    hip_flexion_deg=6,
    knee_flexion_deg=6,
    shoulder_flexion_deg=Paired(left=140, right=35),
    elbow_flexion_deg=Paired(left=60, right=30),
    rests_on=("pelvis", "shoulders"),
)
SIDE_LEG_LIFTED: Final = Pose(
    lean_deg=-90,
    roll_deg=88,
    hip_flexion_deg=6,
    hip_abduction_deg=Paired(left=0, right=34),
    knee_flexion_deg=6,
    shoulder_flexion_deg=Paired(left=140, right=35),
    elbow_flexion_deg=Paired(left=60, right=30),
    rests_on=("pelvis", "shoulders"),
)
SITTING_ON_CHAIR: Final = Pose(
    lean_deg=-6,
    spine_flexion_deg=12,
    hip_flexion_deg=82,
    knee_flexion_deg=86,
    shoulder_flexion_deg=20,
    elbow_flexion_deg=55,
    rests_on=("pelvis",),
    supports={"pelvis": "chair"},
)

DOWN: Final[Mapping[Position, tuple[Pose, ...]]] = {
    "supine": (STANDING, ON_ONE_KNEE, ON_HANDS_AND_KNEES, SITTING_KNEES_UP, PROPPED),
    "prone": (STANDING, ON_ONE_KNEE, ON_HANDS_AND_KNEES),
    "floor_sitting": (STANDING, ON_ONE_KNEE, ON_HANDS_AND_KNEES, SITTING_KNEES_UP),
    "kneeling": (STANDING, ON_ONE_KNEE),
    "chair": (STANDING, HALF_SQUAT),
    "standing": (STEP, STANDING),
}
"""From standing into the start of an exercise; backwards, up from it."""
PAUSES: Final[Mapping[Position, tuple[Pose, Pose]]] = {
    "supine": (PROPPED, SITTING_KNEES_UP),
    "prone": (ON_HANDS_AND_KNEES, ON_THE_HEELS),
    "floor_sitting": (SITTING_KNEES_UP, SITTING_KNEES_UP),
    "kneeling": (ON_THE_HEELS, ON_THE_HEELS),
    "chair": (HALF_SQUAT, STANDING),
    "standing": (STANDING, STANDING),
}
"""Where people go in between, and how: to sit up, to sit down, to stand up for a moment."""
