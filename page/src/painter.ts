/** Puts a film's shapes into an SVG once, then only moves their numbers. */

import { frameAt, inOneRound, pathOf } from "./film";
import type { Film } from "./wire";

const SVG = "http://www.w3.org/2000/svg";

export type Painter = (position: number) => void;

/** Shows any moment of the film; shapes change their order only when the film says so. */
export function paintInto(svg: SVGSVGElement, film: Film): Painter {
  svg.setAttribute("viewBox", film.view_box.join(" "));
  const layer = document.createElementNS(SVG, "g");
  const paths = film.shapes.map((shape) => {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("fill", shape.fill);
    if (shape.stroke !== "none") {
      path.setAttribute("stroke", shape.stroke);
      path.setAttribute("stroke-width", String(shape.stroke_width));
      path.setAttribute("stroke-linejoin", "round");
      path.setAttribute("stroke-linecap", "round");
    }
    if (shape.opacity !== 1) path.setAttribute("opacity", String(shape.opacity));
    if (shape.paint_order !== "normal") path.setAttribute("paint-order", shape.paint_order);
    return path;
  });
  svg.replaceChildren(...definitions(film.defs), layer);
  let order: readonly number[] | undefined;
  return (position) => {
    const frame = frameAt(film, inOneRound(position, film.stages));
    film.shapes.forEach((shape, i) => {
      paths[i]?.setAttribute("d", pathOf(shape.commands, frame.numbers[i] ?? []));
    });
    if (order && sameOrder(order, frame.order)) return;
    order = frame.order;
    layer.replaceChildren(...order.flatMap((i) => paths[i] ?? []));
  };
}

/** The film's own gradients and clips; parsed as XML, so nothing in it can run. */
function definitions(markup: string): SVGElement[] {
  const inner = markup.trim().startsWith("<defs") ? markup : `<defs>${markup}</defs>`;
  const parsed = new DOMParser().parseFromString(`<svg xmlns="${SVG}">${inner}</svg>`, "image/svg+xml");
  return [...parsed.documentElement.children].filter(
    (child): child is SVGElement => child instanceof SVGElement && child.tagName === "defs",
  );
}

function sameOrder(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((index, i) => index === other[i]);
}
