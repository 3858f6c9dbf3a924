"""The parts of docs/accuracy.md, each made of what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from compare.given import ALSO_COBRA
from compare.judges import ANGLE, JUDGES, NEIGHBOURS, OURS
from compare.tables import Row, confusion, measure, rows, table
from unkink.batch.labels import NONE
from unkink.batch.metrics import recognition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from compare.asking import Answered
    from unkink.batch.metrics import Compared, Recognition

RECOGNISING = (OURS, NEIGHBOURS)
TELLING = (OURS, NEIGHBOURS, ANGLE)


TOO_MUCH = ("exact", "repetitions", "missed", "false")
"""Rows that would make the tables of simulated people too long."""


class Part(NamedTuple):
    """A part of the page: its title, lines, and the rows in which somebody is best."""

    title: str
    lines: list[str]
    rows: list[Row]


def of(answered: Iterable[Answered], asked: str) -> list[Answered]:
    """Give the answers to one kind of question."""
    return [each for each in answered if each.asked == asked]


def clips(answered: Sequence[Answered]) -> Part:
    """Give real clips: what was counted, and when a hold began and ended."""
    told, untold = of(answered, "clip"), of(answered, "clip_untold")
    found = rows([each.answers for each in told])
    named = measure([each.answers for each in untold])
    ups = measure([each.answers for each in of(answered, "clip_up")])[OURS].holds
    words = "up, beyond half of its reach, as labelled: edges off"
    found.append(Row(f"{words}, median, s", {OURS: ups.both.median_s}))
    found.append(Row(f"{words}, 95 %, s", {OURS: ups.both.most_s}))
    found.append(
        Row(
            "stretches recognised, when not told",
            {name: _right(untold, name) for name in RECOGNISING},
            less_is_better=False,
            shown=".0%",
        )
    )
    lines = table(found)
    lines += ["What ours took them for, when not told:", "", *confusion(named[OURS].recognition)]
    lines += ["Stretch by stretch, told the exercise; holds as from-to in seconds:", ""]
    lines += ["| clip, from | true | ours | k-NN | angle | angle, oracle | held | ours held |"]
    lines += ["|---|--:|--:|--:|--:|--:|---|---|"]
    for each in told:
        name, label = each.about
        counts = [_count(each.answers.get(judge)) for judge in JUDGES]
        true = "?" if label.reps is None else str(label.reps)
        at = f"{name}, {max(label.start_s, 0.0):.1f} s"
        held = _spans(label.holds or ())
        ours = _spans(each.answers[OURS].account.holds)
        lines.append(f"| {at} | {true} | {' | '.join(counts)} | {held} | {ours} |")
    return Part("Clips of people", [*lines, ""], found)


def _right(answered: Sequence[Answered], judge: str) -> float:
    right = sum(each.answers[judge].account.exercise == each.about[1].exercise for each in answered)
    return float(right) / len(answered)


def _count(compared: Compared | None) -> str:
    return "-" if compared is None else str(sum(compared.account.reps.values()))


def _spans(spans: Iterable[Any]) -> str:
    told = [f"{span.start_s:.1f}-{span.end_s:.1f}" for span in spans]
    return " ".join(told if len(told) <= 4 else [*told[:2], f"... ({len(told)})"])


def none(answered: Sequence[Answered]) -> Part:
    """Give clips of something else: what was counted that wasn't there."""
    untold = measure([each.answers for each in of(answered, "none")])
    wrongly = measure([each.answers for each in of(answered, "wrongly_told")])
    unknown = measure([each.answers for each in of(answered, "unknown")])
    found = [
        _a_minute("clips, not told what it is", untold),
        _a_minute("clips, told each of our exercises in turn", wrongly),
        _a_minute("simulated: an exercise it has never heard of", unknown),
    ]
    lines = ["Repetitions counted a minute, where there were none:", ""]
    lines += table(found, judges=TELLING)
    lines += ["| clip | minutes | ours took it for | counted | k-NN took it for | counted |"]
    lines += ["|---|--:|---|--:|---|--:|"]
    for each in of(answered, "none"):
        lasts = each.answers[OURS].lasts_s / 60.0
        cells = [f"{_name(each, judge)} | {_count(each.answers[judge])}" for judge in RECOGNISING]
        lines.append(f"| {each.about[0]} | {lasts:.1f} | {' | '.join(cells)} |")
    return Part("None of ours", [*lines, ""], found)


def _name(each: Answered, judge: str) -> str:
    return each.answers[judge].account.exercise or NONE


def _a_minute(name: str, measured: Mapping[str, Any]) -> Row:
    return Row(name, {judge: found.idle.per_minute for judge, found in measured.items()})


def sequences(answered: Sequence[Answered], helpers: frozenset[str]) -> Part:
    """Give PosePilot: the cobra from four cameras, and what is none of ours."""
    told = of(answered, "sequence")
    cobras = [each for each in told if each.about[0] == "cobra"]
    others = [e for e in told if e.about[0] != "cobra" and e.about[:2] not in ALSO_COBRA]
    found = [
        Row(
            f"cobra of {subject}: found from cameras, of 4",
            {
                judge: sum(_name(e, judge) == "cobra" for e in cobras if e.about[1] == subject)
                for judge in RECOGNISING
            },
            less_is_better=False,
            shown=".0f",
        )
        for subject in dict.fromkeys(each.about[1] for each in cobras)
    ]
    for words, passed in (("", {NONE}), (" (marching and walking aside)", {NONE, *helpers})):
        taken = {
            judge: sum(_name(each, judge) not in passed for each in others) / len(others)
            for judge in RECOGNISING
        }
        found.append(Row(f"{len(others)} others: taken for one of ours{words}", taken, shown=".0%"))
    wrong: dict[tuple[str, str], int] = {}
    for each in told:
        key = (each.about[0], _name(each, OURS))
        wrong[key] = wrong.get(key, 0) + 1
    lines = table(found, judges=RECOGNISING)
    told_words = ", ".join(f"{kind} for {name}: {n}" for (kind, name), n in sorted(wrong.items()))
    return Part("PosePilot", [*lines, f"What ours took for what: {told_words}.", ""], found)


def stills(answered: Sequence[Answered]) -> Part:
    """Give single pictures."""
    told = of(answered, "still")
    found: list[Row] = []
    lines: list[str] = []
    for kind in ("yogisense", "yoga16"):
        mine = [each for each in told if each.about[0] == kind]
        by_judge = {judge: pictures(mine, judge) for judge in RECOGNISING}
        values = {judge: each.macro_f1 for judge, each in by_judge.items()}
        found.append(Row(f"{kind}: macro-F1", values, less_is_better=False))
        tellable = [each for each in mine if each.about[3]]
        values = {judge: pictures(tellable, judge).macro_f1 for judge in RECOGNISING}
        found.append(Row(f"{kind}, what can be told: macro-F1", values, less_is_better=False))
        lines += [f"{kind}, ours:", "", *confusion(by_judge[OURS])]
        ours = [each for each in mine if each.about[2] is not None]
        count = sum(each.about[3] for each in ours)
        lines += [
            f"By the simulator {count} of the {len(ours)} pictures of ours can be told.",
            "",
        ]
        wrong = [e.about[1] for e in mine if e.about[2] is None and e.answers[OURS] is not None]
        most = sorted(set(wrong), key=lambda name: -wrong.count(name))
        words = ", ".join(f"{name} ({wrong.count(name)})" for name in most) or "nothing"
        lines += [f"Taken for one of ours though none of it: {words}.", ""]
    mine = [each for each in told if each.about[0] == "mlkit"]
    values = {
        judge: sum(e.answers[judge] is not None for e in mine) / len(mine) for judge in RECOGNISING
    }
    found.append(Row("mlkit (squats, push-ups): taken for one of ours", values, shown=".0%"))
    return Part("Single pictures", [*table(found, judges=RECOGNISING), *lines], found)


def pictures(answered: Sequence[Answered], judge: str) -> Recognition:
    """Compare what pictures show with what somebody took them for."""
    return recognition([(e.about[2] or NONE, e.answers[judge] or NONE) for e in answered])


def people(answered: Sequence[Answered], lying: Callable[[str], bool], by: int) -> Part:
    """Give simulated people, by range (`by` 1) or by view (`by` 2)."""
    told = of(answered, "person")
    viewed = {each.about[1] for each in told if each.about[2] != "where asked"}
    group = [e for e in told if (e.about[1] in viewed) == (by == 2)]
    found: list[Row] = []
    lines: list[str] = []
    for lies, posture in ((True, "lying"), (False, "upright")):
        part: list[Row] = []
        for key in dict.fromkeys(each.about[by] for each in group):
            mine = [e.answers for e in group if e.about[by] == key and lying(e.about[0]) == lies]
            words = f"{posture}, range {key}: " if by == 1 else f"{posture}, {key}: "
            part += [row for row in rows(mine, prefix=words) if not row.name.endswith(TOO_MUCH)]
        lines += table(part)
        found += part
    lines += ["How much of the time ours would not judge:", "", "| | lying | upright |"]
    lines += ["|---|--:|--:|"]
    for key in dict.fromkeys(each.about[by] for each in group):
        cells = []
        for lies in (True, False):
            mine = [e.answers for e in group if e.about[by] == key and lying(e.about[0]) == lies]
            cells.append(f"{measure(mine)[OURS].declined:.1%}")
        lines.append(f"| {key} | {' | '.join(cells)} |")
    title = "Simulated people, by how far they go" if by == 1 else "Simulated people, by view"
    return Part(title, [*lines, ""], found)


def people_untold(answered: Sequence[Answered]) -> Part:
    """Give simulated people whose exercise has to be recognised, and ours exercise by exercise."""
    untold = of(answered, "person_untold")
    found = []
    lines: list[str] = []
    for range_fraction in dict.fromkeys(each.about[1] for each in untold):
        measured = measure([e.answers for e in untold if e.about[1] == range_fraction])
        values = {judge: each.recognition.macro_f1 for judge, each in measured.items()}
        name = f"range {range_fraction}: recognised, macro-F1"
        found.append(Row(name, values, less_is_better=False))
        lines += [f"Range {range_fraction}, ours:", ""]
        lines += confusion(measured[OURS].recognition)
    lines += ["Ours told, exercise by exercise, all ranges seen from where asked:", ""]
    lines += ["| | within one | off by | holds missed | false | edges off, median | 95 % |"]
    lines += ["|---|--:|--:|--:|--:|--:|--:|"]
    told = [each for each in of(answered, "person") if each.about[2] == "where asked"]
    for name in dict.fromkeys(each.about[0] for each in told):
        mine = measure([e.answers for e in told if e.about[0] == name])[OURS]
        both, held = mine.holds.both, mine.holds
        lines.append(
            f"| {name} | {_words(mine.counts.within_one, '.0%')} | {_words(mine.counts.mae, '.2f')}"
            f" | {held.missed} of {held.true} | {held.false} | {_words(both.median_s, '.2f')} s"
            f" | {_words(both.most_s, '.2f')} s |"
        )
    title = "Simulated people, not told"
    return Part(title, [*table(found, judges=RECOGNISING), *lines, ""], found)


def _words(value: float | None, shown: str) -> str:
    return "-" if value is None else format(value, shown)
