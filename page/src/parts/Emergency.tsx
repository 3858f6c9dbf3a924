/** Where the person is, and so which number to call in an emergency. */

import { change, settings } from "../state";
import type { Screening } from "../wire";

export function Emergency({ screening }: { readonly screening: Screening }) {
  const { countries, country, call, call_note } = screening;
  const own = settings.value?.emergency_number ?? "";
  return (
    <>
      <label class="field">
        <span>I am in</span>
        <select
          value={country}
          onChange={(event) => {
            void change({ country: event.currentTarget.value });
          }}
        >
          <option value="">Not told</option>
          {countries.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <p>
        The emergency number shown to you: <strong>{own || call}</strong> {own ? "" : call_note}
      </p>
    </>
  );
}
