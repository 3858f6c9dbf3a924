/** A few figures side by side: the face of a session. */

import { picturePath } from "../api";

const SHOWN = 3;

/** Says nothing to those who can't see it: the words beside it tell what the session is. */
export function Collage({ exercises }: { readonly exercises: readonly string[] }) {
  return (
    <span class="collage" aria-hidden="true">
      {spread(exercises, SHOWN).map((exercise) => (
        <img key={exercise} src={picturePath(exercise)} alt="" />
      ))}
    </span>
  );
}

/** A few, from all over the list, so that each session shows its own face. */
function spread<T>(all: readonly T[], few: number): T[] {
  if (all.length <= few) return [...all];
  return Array.from({ length: few }, (_, i) => all[Math.floor(((i + 0.5) * all.length) / few)]).filter(
    (one): one is T => one !== undefined,
  );
}
