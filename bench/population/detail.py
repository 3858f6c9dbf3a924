"""One seed told in detail: who it is, what they did, and what the coach said about it when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from population.asking import Coach
from unkink.core.coach.judging import judge

if TYPE_CHECKING:
    from unkink.core.coach.account import Account


def show(seed: int) -> None:
    """Print it."""
    coach = Coach()
    case = coach.case(seed)
    shown = case.shown
    frames, truth, camera = shown.frames, shown.truth, shown.camera
    print(f"seed {seed}: {case.name}, {case.kind}; the coach expects {case.told}")
    print(f"  {frames[-1].t_s:.1f} s, {len(frames)} frames, {shown.clock}")
    print(f"  {shown.who.manner}\n  {shown.who.build}\n  {shown.who.habits}")
    print(f"  {camera}\n  {shown.plan}")
    if camera.mirrored:
        print("  The picture is mirrored: it shows left as right, and so the coach tells it.")
    print(f"truth: {dict(truth.reps)}, {truth.halves} given up, faults {sorted(truth.faults)}")
    print("  holds ", *(f"{a:.2f}-{b:.2f} {side}" for a, b, side in truth.holds))
    print("  in position ", *(f"{a:.1f}-{b:.1f}" for a, b, _ in truth.in_position))
    looked = judge(frames, coach.exercises, expected=case.told, known=coach.watches)
    events, live = coach.live(case)
    _tell("told, looked back on", looked.account)
    _tell("told, live", live)
    for event in events:
        print("   ", event)
    untold = judge(frames, coach.exercises, expected=None, known=coach.watches)
    _tell("not told", untold.account)
    for event in untold.events:
        if type(event).__name__ == "Recognised":
            print("   ", event)


def _tell(title: str, said: Account) -> None:
    print(f"{title}: {said.exercise} {dict(said.reps)} faults {list(said.faults)}", end=" ")
    print(f"judged {said.judged_fraction:.0%}")
    print("  holds ", *(f"{h.start_s:.2f}-{h.end_s:.2f} {h.side}" for h in said.holds))
