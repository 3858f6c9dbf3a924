"""What can be measured of the back's movement, at home: by hand or before the camera."""

from __future__ import annotations

from typing import Final

from unkink.core.outcomes.instrument import Change, Instrument, Item

FREE: Final = "A measurement; no licence."

REACH_DOWN: Final = Instrument(
    id="fingertip_to_floor",
    version="1",
    name="Reaching for the floor",
    about="How far your fingertips stay from the floor when you bend down.",
    how=(
        "Stand with straight knees. Bend forwards slowly, as far as is comfortable, "
        "and let your arms hang. Measure from your longest finger to the floor."
    ),
    items=(
        Item(id="cm", kind="amount", text="Fingertip to floor, in cm", least=0, most=150),
        Item(id="by", kind="choice", text="Measured", least=1, most=2, choices=("hand", "camera")),
    ),
    unit="cm",
    least=0,
    most=150,
    better="lower",
    every_days=14,
    change=Change(beyond_chance=4.5, source="evidence.md#movement-tests"),
    licence=FREE,
    source="fingertip-to-floor test",
    like="forward_flexion",
    trend_only=True,
)

PRESS_UP: Final = Instrument(
    id="prone_press_up",
    version="1",
    name="Press-up lying face down",
    about="How high your chest comes with your hips staying down.",
    how=(
        "Lie face down, hands beside your shoulders. Press your chest up slowly, as far as is "
        "comfortable, hips on the floor. Measure from the notch above your breastbone to the floor."
    ),
    items=(
        Item(id="cm", kind="amount", text="Chest to floor, in cm", least=0, most=90),
        Item(id="by", kind="choice", text="Measured", least=1, most=2, choices=("hand", "camera")),
    ),
    unit="cm",
    least=0,
    most=90,
    better="higher",
    every_days=14,
    change=Change(source="evidence.md#movement-tests"),
    licence=FREE,
    source="prone press-up test",
    like="cobra",
    trend_only=True,
)

TURN: Final = Instrument(
    id="seated_rotation",
    version="1",
    name="Turning while sitting",
    about="How far your shoulders turn against your hips, to each side.",
    how="Sit upright, arms crossed over your chest. Turn slowly as far as is comfortable.",
    items=(
        Item(id="left_deg", kind="amount", text="To the left, in degrees", least=0, most=120),
        Item(id="right_deg", kind="amount", text="To the right, in degrees", least=0, most=120),
        Item(id="by", kind="choice", text="Measured", least=1, most=2, choices=("hand", "camera")),
    ),
    unit="degrees",
    least=0,
    most=120,
    better="higher",
    every_days=14,
    change=Change(beyond_chance=6.3, source="evidence.md#movement-tests"),
    licence=FREE,
    source="seated trunk rotation, arms crossed",
    like="chair_twist",
    trend_only=True,
)

SCHOBER: Final = Instrument(
    id="modified_schober",
    version="1",
    name="Modified Schober",
    about="How much the skin over the lower back lengthens when you bend down.",
    how=(
        "Someone marks the skin over your lower back, 15 cm apart, and measures again when you "
        "bend forwards. Note how much longer it got. A camera can't see this."
    ),
    items=(Item(id="cm", kind="amount", text="Longer by, in cm", least=0, most=15),),
    unit="cm",
    least=0,
    most=15,
    better="higher",
    every_days=0,
    change=Change(source="evidence.md#movement-tests"),
    licence=FREE,
    source="modified Schober test",
    like="forward_flexion",
    trend_only=True,
)

MOVEMENT_TESTS: Final = (REACH_DOWN, PRESS_UP, TURN, SCHOBER)
