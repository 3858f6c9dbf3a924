"""The questionnaires. Figures and licences: `evidence.md#measures`."""

from __future__ import annotations

from typing import Final

from unkink.core.outcomes.instrument import ALWAYS_THE_SAME, Change, Instrument, Item

_NO_PAIN, _WORST = "no pain", "the worst I can imagine"
OURS: Final = "Our own wording; anyone may use it."
WIDELY_USED: Final = Change(points=2.0, fraction=0.30, source="evidence.md#measures")

PAIN: Final = Instrument(
    id="nrs_pain",
    version="1",
    name="Pain today",
    about="How strong the pain is, from 0 to 10.",
    how=ALWAYS_THE_SAME,
    items=(Item(id="pain", text="Pain in your back now", low=_NO_PAIN, high=_WORST),),
    unit="of 10",
    least=0,
    most=10,
    better="lower",
    every_days=1,
    change=WIDELY_USED,
    licence="Free to use.",
    source="numeric rating scale, 0-10",
)

STIFFNESS: Final = Instrument(
    id="nrs_stiffness",
    version="1",
    name="Stiffness today",
    about="How stiff the back is, from 0 to 10.",
    how=ALWAYS_THE_SAME,
    items=(Item(id="stiffness", text="Stiffness now", low="not stiff", high="as stiff as can be"),),
    unit="of 10",
    least=0,
    most=10,
    better="lower",
    every_days=1,
    change=Change(),
    licence="Free to use.",
    source="numeric rating scale, 0-10",
)

ACTIVITIES_LEAST: Final = 3
ACTIVITIES_MOST: Final = 5

ACTIVITIES: Final = Instrument(
    id="psfs",
    version="1",
    name="What I want to do again",
    about="How well three to five things of your own choice go.",
    how="Name three to five things your back makes hard. Then say how well each goes now.",
    items=tuple(
        Item(
            id=f"activity_{number}",
            kind="own_activity",
            low="can't do it",
            high="as well as before",
        )
        for number in range(1, ACTIVITIES_MOST + 1)
    ),
    unit="of 10",
    least=0,
    most=10,
    better="higher",
    every_days=14,
    change=Change(points=2.0, beyond_chance=2.0, source="evidence.md#measures"),
    licence="Free to use; the wording here is our own.",
    source="Patient-Specific Functional Scale (Stratford 1995)",
)

ROLAND: Final = Instrument(
    id="rmdq_24",
    version="1",
    name="Roland-Morris questionnaire",
    about="How many of 24 everyday things the back makes hard today.",
    how="Tick the sentences that describe you today. Leave the others.",
    items=tuple(
        Item(id=topic, kind="tick", most=1)
        for topic in (
            "home",
            "position",
            "slow_walk",
            "no_jobs",
            "handrail",
            "lie_down",
            "hold_chair",
            "others_do",
            "dress_slow",
            "stand_short",
            "no_bend",
            "chair_up",
            "hurts_most",
            "turn_bed",
            "appetite",
            "socks",
            "walk_short",
            "sleep",
            "dress_help",
            "sit_day",
            "heavy_jobs",
            "irritable",
            "stairs_slow",
            "bed",
        )
    ),
    unit="of 24",
    least=0,
    most=24,
    better="lower",
    every_days=14,
    change=Change(points=5.0, fraction=0.30, source="evidence.md#measures"),
    licence="Free to use in its published form; supply it from its source (Roland & Morris 1983).",
    source="Roland M, Morris R. Spine 1983;8:141-144",
    supplied=True,
    room=(4, 20),
)

OVERALL: Final = Instrument(
    id="pgic",
    version="1",
    name="All in all",
    about="How the back is all in all, against when you began.",
    how="Think back to when you began here.",
    items=(
        Item(
            id="change",
            kind="choice",
            text="Since I began, my back is",
            least=1,
            most=7,
            choices=(
                "very much worse",
                "much worse",
                "a little worse",
                "unchanged",
                "a little better",
                "much better",
                "very much better",
            ),
        ),
    ),
    unit="of 7",
    least=1,
    most=7,
    better="higher",
    every_days=28,
    change=Change(source="evidence.md#measures"),
    licence=OURS,
    source="patient's global impression of change, 7 steps",
)
MUCH_BETTER: Final = 6
"""From here on someone counts as helped: "much better"."""

ACCEPTABLE: Final = Instrument(
    id="pass",
    version="1",
    name="Good enough",
    about="Whether you could live with your back as it is now.",
    how="Think of all you do in a day, of your pain, and of how you get about.",
    items=(
        Item(
            id="acceptable",
            kind="yes_no",
            text="If your back stayed as it is now, would that be all right for you?",
            most=1,
        ),
    ),
    unit="",
    least=0,
    most=1,
    better="higher",
    every_days=28,
    change=Change(source="evidence.md#measures"),
    licence=OURS,
    source="patient acceptable symptom state",
)

FEAR: Final = Instrument(
    id="fear_of_movement",
    version="1",
    name="Trust in moving",
    about="How much you fear that moving could harm your back.",
    how="There is no right answer.",
    items=(
        Item(
            id="fear",
            text="I am afraid that moving could harm my back",
            low="not at all",
            high="very much",
        ),
    ),
    unit="of 10",
    least=0,
    most=10,
    better="lower",
    every_days=28,
    change=Change(),
    licence=OURS,
    source="one question of our own",
    trend_only=True,
)

QUESTIONNAIRES: Final = (PAIN, STIFFNESS, ACTIVITIES, ROLAND, OVERALL, ACCEPTABLE, FEAR)
