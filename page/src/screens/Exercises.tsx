/** Every exercise as a picture. */

import { api } from "../api";
import { Shell } from "../parts/Shell";
import { Waiting } from "../parts/Waiting";
import { useLoad } from "../parts/useLoad";

export function Exercises() {
  const catalogue = useLoad(api.catalogue, "catalogue");
  const { exercises = [], problems = [] } = catalogue.value ?? {};
  return (
    <Shell title="Exercises">
      {!catalogue.value && <Waiting error={catalogue.error} />}
      {problems.length > 0 && (
        <div class="notice trouble" role="alert">
          <p>Some exercise files could not be read:</p>
          <ul>
            {problems.map((one) => (
              <li key={one.file + one.key}>
                {one.file}, {one.key}: {one.message}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ul class="gallery">
        {exercises.map((one) => (
          <li key={one.id}>
            <a class="card" href={`#/exercises/${one.id}`}>
              <span class="stage">
                <img src={one.picture} alt="" loading="lazy" />
              </span>
              <span class="gallery-name">{one.name}</span>
              <span class="soft">{one.start_words}</span>
            </a>
          </li>
        ))}
      </ul>
    </Shell>
  );
}
