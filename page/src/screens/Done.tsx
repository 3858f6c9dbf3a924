/** Done: what was done, in plain numbers and kind words; no promise, no score. */

import { api } from "../api";
import { Icon } from "../parts/Icon";
import { Shell } from "../parts/Shell";
import { Summary } from "../parts/Summary";
import { Waiting } from "../parts/Waiting";
import { useLoad } from "../parts/useLoad";
import { go } from "../router";

export function Done({ id }: { readonly id: string }) {
  const record = useLoad(api.record, id);
  const session = record.value?.sessions.find((one) => one.session_id === id);
  return (
    <Shell title={session?.status === "finished" ? "Well done" : "Good that you listened to your body"} narrow>
      {!session && <Waiting error={record.error} />}
      {session && <Summary session={session} />}
      <p class="lead">Get up slowly, over your side. A short walk does your back good too.</p>
      <div class="foot">
        <button type="button" class="button big" onClick={() => { go(); }}>
          <Icon name="check" /> Done
        </button>
      </div>
    </Shell>
  );
}
