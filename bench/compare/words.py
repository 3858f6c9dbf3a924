"""What docs/accuracy.md says beside its numbers."""

from __future__ import annotations

INTRO = """\
<!-- Made by bench/accuracy.py from what it measured. Do not edit. -->

# Accuracy

How right the coach was, measured on {date} with {machine}, in {minutes:.0f} min.
Again, once `./run` has set everything up: `.venv/bin/python bench/accuracy.py [FOLDER]`.
What each number means is in [scoring.md](scoring.md).

Everybody was given the same landmarks in the same run:

- **ours**: the coach of this version. No threshold was set to make one recording come out right,
  but its design was chosen with these clips and PosePilot in view: development figures.
- **k-NN**: nearest neighbours of pose embeddings, smoothed, with a threshold to enter and one to
  leave, in the manner of the ML Kit and MediaPipe pose-classification sample; our own writing. Its
  references are our simulated key poses, seen from about where each exercise asks for the camera,
  going from 0.6 of the way to all of it: on simulated people that favours it.
- **angle**: one joint angle with two thresholds, in the manner of ultralytics' AIGym; our own
  writing. The angle is the one that changes most in the textbook's figure, the thresholds stand at
  a quarter and three quarters of the textbook's way. It can't recognise anything.
- **angle, oracle**: the same, its angle and thresholds fitted to *the answer*: of all that give the
  true count, those with the truest holds. Nobody could use it; it shows the most that a single
  angle could reach. It is the only thing here that is fitted to a clip.

The peers never decline, and tell sides only as far as we gave them each side's own angle or
references. A row in which a peer is better says so. Holds are found when they overlap one that was
there; their edges are measured on those that were found, so that whoever finds few may look exact.
"""

ALONE = """\
No recordings of people were at hand in this run: only simulated people follow, and they prove no
more than that we are consistent.
"""

ABOUT = {
    "Clips of people": """\
Web clips, one labeller, edges about +-0.25 s. All of them lie; there is no labelled clip of
somebody upright. What is labelled is when the position is *up or held*, and that takes in part of
the ways up and down: a hold as we define it begins later and ends sooner. Two rows more measure
when ours was up, beyond half of its reach, against the same labels.""",
    "None of ours": """\
Leg lifts on the side, donkey kicks, a plank and a reclined twist; and simulated people who do an
exercise that was taken out of everybody's catalogue.""",
    "PosePilot": """\
Each person does each thing once, before four cameras. Neither frame rate nor the picture's shape is
stated: taken as {per_s:g} frames a second, 16:9. Other guesses give other numbers, as what is
recognised must last for two seconds. The four sequences of P1's tree are left out of the others:
the person goes on into a cobra, and all four end in it.""",
    "Single pictures": """\
The coach judges movement. Here it is asked by the same rule for one picture, as if it had looked
like this for a while. yoga16 has no depth, no visibility and no shape of the picture: its angles
are distorted. What can be told from one picture at all is said by the simulator; the definition
was fixed before its effect on the score was looked at: docs/limits.md#one-picture.""",
    "Simulated people, by how far they go": """\
Our own figure, seen with errors of the size that was measured (`core/simulation/errors.py`): this
proves that we are consistent, never that we are right. Range 1 is the textbook's; 0.4 is a stiff
back. Three repetitions a side, held for 3 s; three people for each row and exercise.""",
    "Simulated people, by view": "All go 0.7 of the way.",
    "Simulated people, not told": "Seen from where asked.",
}

LEFT_OUT = """\
Foam rolling is left out: one camera can't tell it, so the coach only times it.
"""
