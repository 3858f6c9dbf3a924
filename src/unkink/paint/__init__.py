"""
The painter: a posed body becomes a picture, a movement becomes a film. One painter serves all.

- `picture(movement, pose=..., side=...)` - one key pose as a `Picture`.
- `film(movement, side=..., range_fraction=..., frames_per_stage=...)` - a `Film` to be played.
- `to_svg(picture, title=...)` - a picture as SVG text.
"""

from unkink.paint.scene import film, picture
from unkink.paint.shapes import Film, FilmFrame, Picture, Shape
from unkink.paint.svg import to_svg

__all__ = ["Film", "FilmFrame", "Picture", "Shape", "film", "picture", "to_svg"]
