/** Where the person is, and so which number to call in an emergency. */

import { change, refresh, settings } from "../state";
import type { Screening, Settings } from "../wire";

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
            void change({ country: event.currentTarget.value }).then(refresh);
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

/** For places the list does not know, one's own number. */
export function OwnNumber({ now }: { readonly now: Settings }) {
  return (
    <label class="field">
      <span>Or another number, for where you are</span>
      <input
        type="tel"
        value={now.emergency_number}
        maxLength={20}
        onChange={(event) => {
          void change({ emergency_number: event.currentTarget.value.trim() }).then(refresh);
        }}
      />
    </label>
  );
}
