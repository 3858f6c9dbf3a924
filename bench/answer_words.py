"""The words around what `answer.py` measured."""

from __future__ import annotations

from typing import Final

INTRO: Final = """<!-- Made by bench/answer.py from what it measured. Do not edit. -->

# How far the honest answer can be trusted: measured

[How the answer is found](answer.md) tells the model and its rules. Here made-up people with a known
truth live through their days, and the answer is held against it. Nothing was fitted to them.

Again: `.venv/bin/python bench/answer.py`. {runs} people in each row, so a share near 90 % is
known to about {error:.1f} points (twice its standard error). Unless said otherwise 14 days
before and 28 after.

- **Inside**: how often the true step lies within the 90 % interval, with the even trend taken out
  and without.
- **Likely**: how often it is called *likely better*.
"""

OUTRO: Final = """
## What to make of it

- **Calibrated**: where people are as the model believes, nine of ten intervals with the trend taken
  out hold the truth, told in whole numbers or not.
- **Where nothing works**, intervals hold the truth more often than 90 %: before any data the model
  believes in no effect, and leans towards it. That is wanted: false hope costs more than a late
  answer. For the same reason they hold a step of 3 points less often: it is called smaller than it
  is, rarely missed.
- **An even fall** fools the plain reading, which is why both must agree.
- **Getting well by itself along a curve** is what no reading of one person's days can surely tell
  from a step. Taking out what was going on before helps; only a drawn start, or weeks with and
  without, settle it, and the page says so.
- **Small true effects are mostly missed** in six weeks. "Can't tell yet" is then the truth.

## The lot

One record that falls by itself, gone through with all {draws} possible start days: the test says
p <= .05 for {size:.3f} of them. That is exact, not simulated: every draw was tried, and whatever
the record, it can't be more than .05.

## Time

All of progress over two years of days and 300 sessions: {took:.0f} ms (the best of five; to reach:
200 ms).
"""
