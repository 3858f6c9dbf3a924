"""The rules as a page of Markdown, from the very tables the code reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.core.plan import caps, choosing
from unkink.core.plan.choosing import CHOICE_RULES
from unkink.core.plan.rules import RULES
from unkink.core.words import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD: Final = """\
# The rules of a plan

What Unkink plans, and how it listens. Each change, each exercise chosen and each one left out
names one of these rules. **No clinician has reviewed them yet**; [D] is our own judgement. What
they rest on is in [evidence.md](evidence.md#rules).

## How it listens

R1 to R7 are looked at in this order, and the first that holds decides. The others are looked at
on their own. Pain is told from 0 to 10. What is not told never counts as fine: it earns no
advance.

| | When | What it does | Rests on |
|---|---|---|---|
"""

NOTES: Final = """\
- **Whom it counts for.** An exercise named as the cause, or during which "that hurts" was said,
  is the one that changes; where none is named, all of the session are, but the warm-up and the
  walk [D].
- **"That hurts" without a number** is no number: it counts as amber at least [D].
- **Taking back.** Every change can be taken back by the person, except where the table keeps it
  (R1 to R5, R11, R14): those keep people safe and lift by themselves. After more than three weeks
  away the new beginning stays, too. What was taken back starts counting its good sessions anew.
- **Days** are the person's own calendar days. A clock that was set back adds none, and order is
  by number.
- **One step** is one rung of an exercise's ladder: from one level's dose to the next, one thing
  at a time, never more than a fifth more work in one session. Rolling loads nothing, so its
  levels change whole [D].
- **Pain before** is the number told before the session; for a plan that is looked at, the latest
  told that day. With R3 it is kept as the day's own number.
- **Round amounts**: every second up to 10, then 12, 15, 18, 20 and every 5, and whole minutes from
  2 on. What a rule or the time takes off is rounded down; 12 and 18 stay because 10 to 15, and 15
  to 20, would be more than a fifth more [D]. A clinician's bound is kept to the second.
- **A clinician's bounds** win over every rule that would allow more.
"""


def rules_page() -> str:
    """Tell every rule of listening and of choosing, with its limits and sources."""
    return HEAD + "\n".join([*_listening(), "", NOTES, *_choosing(), "", *_points(), ""])


def _listening() -> Iterator[str]:
    for rule in RULES.values():
        kept = " *It stays.*" if rule.undo else ""
        yield (
            f"| **{rule.id}** {rule.name} | {rule.when_words} | {rule.action_words}{kept} "
            f"| {rule.source} |"
        )


def _choosing() -> Iterator[str]:
    yield "## How it chooses\n"
    yield (
        "Every choice of exercises and amounts is weighed, and the one with most points that keeps "
        "to all of these is the plan.\n"
    )
    yield "| | Rule | Rests on |"
    yield "|---|---|---|"
    for rule in CHOICE_RULES.values():
        source = rule.source
        link = f"[{source}]({source})" if source.endswith("precautions") else source
        yield f"| **{rule.id}** {rule.name} | {rule.words} | {link} |"


def _points() -> Iterator[str]:
    yield "### Points\n"
    yield f"Ours [D]. A session holds at most {caps.MOST_EXERCISES} exercises.\n"
    yield "| For | Points |"
    yield "|---|---|"
    for kind, points in choosing.KIND_POINTS.items():
        yield f"| {KINDS[kind]} | {points} |"
    yield f"| you asked for it today | {choosing.WISH_POINTS} |"
    yield f"| you like it | {choosing.LIKED_POINTS} |"
    yield f"| a direction after which it drew back | {choosing.PREFERRED_POINTS} |"
    yield (
        f"| each day since it was done, at most {choosing.MOST_DAY_POINTS} "
        f"| {choosing.DAY_POINTS} |"
    )
    yield f"| each change of position | -{choosing.CHANGE_POINTS} |"
    for share, lost in choosing.SHARES[1:]:
        yield f"| only {share:.0%} of its times | -{lost} |"
