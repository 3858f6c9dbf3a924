"""What docs/people.md says beside its numbers."""
# ruff: noqa: E501 - the row of a table can't be broken

from __future__ import annotations

INTRO = """\
<!-- Made by bench/people.py from what it measured. Do not edit. -->

# Simulated people

How right the coach was about {people} simulated people (seeds {first} to {last}), measured on {date}.
Again, once `./run` has set everything up: `.venv/bin/python bench/people.py`; one of them in detail:
`.venv/bin/python bench/people.py --seed N`.

**They prove that the coach bears the hardships we thought of, and not that it is right about you**: their
movements come from the same files as the coach's own, only bodies, ways of moving, cameras, errors
and clocks differ. What it scored on recordings of real people is in [accuracy.md](accuracy.md).

## Who they are

Each is drawn by chance; what a spread rests on stands beside it in the code of
`src/unkink/core/simulation`. **[R]** is recalled from surveys, **[D]** our own judgement.

| Hardship | What differs | By how much |
|---|---|---|
| body | stature, each part's share of it, breadths; where hips seem to be; how arms, head and legs lie | 5.5 %; 3.5 to 5 %; 7.5 to 10 % [R]; 1.8 cm, 16 degrees [D] |
| range | how far of the file's way | 0.3 to 1.0, sides 15 % apart [D] |
| moving | tempo, unevenness, stops on the way, sagging in a hold, tiring, resting elsewhere, tremor | half to twice the file's; up to a quarter of the ways; to 15 % of the reach; 4 to 12 Hz [D] |
| doing | getting down and up, rests, scratching, sitting up in between, repetitions given up under 28 % of the usual way, another number a side, the right side first | 2 to 7 repetitions [D] |
| faults | one of the file's, in some repetitions | three of ten people [D] |
| camera | round from where asked, height, distance, field of view, roll, off-centre, upright or not, mirrored, a foot cut, pushed once | to 60 degrees, 5 cm to 1.6 m, 1.5 to 4 m, 45 to 90 degrees [D] |
| model | joints that tremble, wander and sit wrong; worse where hidden; poor depth; nobody found, sides exchanged, a joint flung | measured, below; how often: [D] |
| clock | 8 to 30 pictures a second, uneven, missing, pausing | a quarter of a step, to 15 %, to 2.5 s [D] |

The model's errors were measured with our own pose model, picture by picture, each picture also mirrored
and with the grain of a dim room: eight holds in three videos, 37 s in all, and 30 photos. In shares
of body height: from picture to picture a shoulder differs by 0.15 %, a knee by 0.35 %, a foot by
0.4 %, twice that when hidden, depth by 0.6 to 1 %; what lasts as long as the posture is 0.7 to
1.3 % and several times that for one joint in ten; depth 2 %, hidden 3 %. A hidden limb's
visibility was anything from 0.02 to 0.93. In those 37 s nobody was lost and no sides were exchanged.
On painted people, whose joints are known, errors were larger; so each room errs 1.4 times as much in
the middle, three times at most [D].

A hold's true edges are where the body's own way crosses a tenth of that repetition's reach below its
peak. What counts went at least 35 % of the person's own usual way. Where a picture is mirrored, the
truth is what it shows. *Not judged* is the share of the time in the position. *Live* is what was
said while it happened, *looked back on* what a whole recording comes to at its end.
"""
