"""
The painter: a posed body becomes a picture, a movement becomes a film. One painter serves all.

- `picture(movement, pose=..., side=...)` - one key pose as a `Picture`.
- `film(movement, side=..., range_fraction=..., frames_per_stage=...)` - a `Film` to be played.
- `stills(movement)` - the two or three moments that tell it on paper, each a `Picture`.
- `to_svg(picture, title=...)` - a picture as SVG text.
"""

from unkink.paint.scene import film, picture
from unkink.paint.shapes import Film, FilmFrame, Picture, Shape
from unkink.paint.stills import Still, stills
from unkink.paint.svg import to_svg

__all__ = ["Film", "FilmFrame", "Picture", "Shape", "Still", "film", "picture", "stills", "to_svg"]
