"""What docs/painted.md says in words."""

from __future__ import annotations

from typing import Final

INTRO: Final = """\
<!-- Made by `python -m bench.painted` from what it measured. Do not edit. -->

# Painted people, seen by the real model

Recordings of people are few. So people are painted: the bodies of our [figure](figure.md) and of
the simulator, with skin, clothes, hair and faces, in rooms with furniture, light and shadow, before
a camera with noise and blur. The **real pose model** looks at these pictures ten times a second, as
it does at a video, and the coach looks back on what it saw, as `./run replay` does. Nothing in
between is assumed: what a pose model does to landmarks is what this one did.

![Somebody painted, what the model saw and what the coach said](pictures/painted.jpg)

*A moment of a painted video that was replayed with `--annotated`. The model has the far shin wrong:
with such errors the coach has to live.*

**What it proves:** that the chain from picture to count holds for other bodies, clothes, rooms and
cameras than those of the few clips; and how far off landmarks are, as here the truth is known.
**What it doesn't:** painted people are not people. Their clothes don't fold, nothing hides them but
themselves, their movements are drawn by the same files that the coach knows, and each goes the way
that the file says. Nobody has shown that the model errs on people as it does on paintings.

Painted on {date}: {cases} of {of} scenes, {moments} pictures, seed {seed}.{rest}
Again, once `./test` has set everything up: `.venv/bin/python -m bench.painted`.
"""
ABOUT_PEOPLE: Final = """\
*Calm* people are built like our figure and do three repetitions, or two a side, with holds of two
seconds. *Anybody* is built, moves, gets down and up, and puts the camera as it comes: half-hearted
repetitions, rests, fidgeting, faults and all; in some of these scenes the body is a sixth of the
picture. *Exact* counts each side on its own; *live* is what was said on the way, before looking
back. The last columns are the same scenes judged by the true joints: what is wrong there is not the
model's fault."""
ABOUT_IDLE: Final = """\
What else people do, fifteen seconds each, before any camera; the coach isn't told."""
ABOUT_ERRORS: Final = """\
In hundredths of body height. *Away* is farther off than a tenth. *Lasting* is the root mean square
of a scene's median, on one axis; *in a scene* what comes and goes; *trembling* the difference of
two pictures in which the body is still. *Depth* is the spread of its error."""
WRONG: Final = "Told which exercise it is:"
