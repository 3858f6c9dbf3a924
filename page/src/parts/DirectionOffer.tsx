/** The way to the direction test, where it is offered, with why; and what the last one found. */

import { api } from "../api";
import { useLoad } from "./useLoad";

export function DirectionOffer() {
  const { value } = useLoad(api.directionTest, "direction-test");
  if (!value || (!value.offered && value.found.length === 0)) return null;
  return (
    <section class="direction-offer" aria-labelledby="direction-offer">
      <h2 id="direction-offer">Which direction to leave out</h2>
      {value.found.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {value.offered && (
        <p>
          {value.why}{" "}
          <a class="more" href="#/direction-test">
            To the direction test
          </a>
        </p>
      )}
    </section>
  );
}
