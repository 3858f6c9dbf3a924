"""A picture as SVG text: presentation attributes only, no style, no script, no foreign address."""

from __future__ import annotations

from html import escape

from unkink.paint.shapes import POINTS_OF, Numbers, Picture, Shape


def to_svg(picture: Picture, *, title: str = "") -> str:
    """Give a picture as a whole SVG document with a transparent background."""
    x, y, wide, high = picture.view_box
    shapes = "".join(
        _path(picture.shapes[k], picture.frame.numbers[k]) for k in picture.frame.order
    )
    label = f' role="img" aria-label="{escape(title)}"' if title else ""
    name = f"<title>{escape(title)}</title>" if title else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x:g} {y:g} {wide:g} {high:g}"'
        f'{label} stroke-linejoin="round" stroke-linecap="round">{name}'
        f"<defs>{picture.defs}</defs>{shapes}</svg>"
    )


def path_data(commands: str, numbers: Numbers) -> str:
    """Give the `d` of a path."""
    words: list[str] = []
    at = 0
    for command in commands:
        count = 2 * POINTS_OF[command]
        words.append(command + " ".join(f"{n:g}" for n in numbers[at : at + count]))
        at += count
    return "".join(words)


def _path(shape: Shape, numbers: Numbers) -> str:
    paint = f'fill="{shape.fill}"'
    if shape.stroke != "none":
        paint += f' stroke="{shape.stroke}" stroke-width="{shape.stroke_width:g}"'
    if shape.paint_order != "normal":
        paint += f' paint-order="{shape.paint_order}"'
    if shape.opacity < 1:
        paint += f' opacity="{shape.opacity:g}"'
    return f'<path d="{path_data(shape.commands, numbers)}" {paint}/>'
