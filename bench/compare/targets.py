"""What we set out to reach, and what we reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.given import ALSO_COBRA
from compare.judges import OURS
from compare.sections import of, pictures
from compare.tables import measure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from compare.asking import Answered


def targets(answered: Sequence[Answered], lying: Callable[[str], bool]) -> list[str]:
    """Lay out each target beside what was measured."""
    lines = ["| to reach | reached | |", "|---|--:|---|"]
    found = [*_people(answered, lying)]
    if of(answered, "clip"):
        found += [*_clips(answered), *_sequences(answered), *_stills(answered)]
    for words, value, reached in found:
        lines.append(f"| {words} | {value} | {'yes' if reached else '**no**'} |")
    return [*lines, ""]


Target = tuple[str, str, bool]


def _people(answered: Sequence[Answered], lying: Callable[[str], bool]) -> Iterator[Target]:
    asked = [e for e in of(answered, "person") if e.about[2] == "where asked"]
    for lies, posture in ((True, "lying"), (False, "upright")):
        for range_fraction in (0.4, 1.0):
            mine = measure(
                [
                    e.answers
                    for e in asked
                    if lying(e.about[0]) == lies and e.about[1] == range_fraction
                ]
            )[OURS]
            who = f"simulated, {posture}, range {range_fraction}"
            obo, mae = mine.counts.within_one or 0.0, mine.counts.mae_share
            median_s, most_s = mine.holds.both.median_s, mine.holds.both.most_s
            yield f"{who}: within one >= 97 %", f"{obo:.0%}", obo >= 0.97
            if mae is not None:
                yield f"{who}: off by <= 0.05 of the count", f"{mae:.2f}", mae <= 0.05
            if median_s is not None and most_s is not None:
                words = f"{who}: hold edges off <= 0.2 s in the median, 0.8 s in 95 %"
                reached = median_s <= 0.2 and most_s <= 0.8
                yield words, f"{median_s:.2f}, {most_s:.2f} s", reached


def _clips(answered: Sequence[Answered]) -> Iterator[Target]:
    told = measure([each.answers for each in of(answered, "clip")])[OURS]
    exact, edges = told.counts.exact or 0.0, told.holds.both
    words = f"clips: all {told.counts.labels} counts exact"
    yield words, f"{exact:.0%}", exact == 1.0
    if edges.most_s is not None:
        words = "clips: hold edges within 0.5 s (95 %), of up-or-held"
        yield words, f"{edges.most_s:.2f} s", edges.most_s <= 0.5
    none = measure([each.answers for each in of(answered, "none")])[OURS].idle
    yield "none of ours: nothing counted", str(none.false_reps), none.false_reps == 0


def _sequences(answered: Sequence[Answered]) -> Iterator[Target]:
    told = of(answered, "sequence")
    right = {
        subject: sum(
            e.answers[OURS].account.exercise == "cobra"
            for e in told
            if e.about[:2] == ("cobra", subject)
        )
        for kind, subject, _ in (e.about for e in told)
        if kind == "cobra"
    }
    words = "PosePilot: cobra found from 3 of 4 cameras for each person"
    yield words, ", ".join(map(str, right.values())), min(right.values()) >= 3
    others = [
        e.answers[OURS].account.exercise is None
        for e in told
        if e.about[0] != "cobra" and e.about[:2] not in ALSO_COBRA
    ]
    share = sum(others) / len(others)
    yield "PosePilot: 95 % of the others not named", f"{share:.0%}", share >= 0.95


def _stills(answered: Sequence[Answered]) -> Iterator[Target]:
    told = [e for e in of(answered, "still") if e.about[0] != "mlkit"]
    every = pictures(told, OURS).macro_f1 or 0.0
    f1 = pictures([e for e in told if e.about[3]], OURS).macro_f1 or 0.0
    words = "stills, both sets, what can be told from one picture: macro-F1 >= 0.9"
    yield words, f"{f1:.2f} (all: {every:.2f})", f1 >= 0.9
