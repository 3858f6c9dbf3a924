/** Your data: what is kept and where, out of here, in again, and really gone. */

import { useState } from "preact/hooks";
import { api } from "../api";
import { BringIn } from "../parts/BringIn";
import { EraseAll } from "../parts/EraseAll";
import { Icon } from "../parts/Icon";
import { Shell } from "../parts/Shell";
import { Waiting } from "../parts/Waiting";
import { useLoad } from "../parts/useLoad";
import { change, settings } from "../state";
import type { Format, Kept } from "../wire";
import { date, size, times, when } from "../words";

export function YourData() {
  const [changed, setChanged] = useState(0);
  const kept = useLoad(api.kept, `kept ${String(changed)}`);
  const again = (): void => {
    setChanged(changed + 1);
  };
  return (
    <Shell title="Your data" narrow>
      <p class="lead">Everything you told and did is in one folder on this machine, and nowhere else. It is yours.</p>
      {!kept.value && <Waiting error={kept.error} />}
      {kept.value && (
        <>
          <WhatIsKept kept={kept.value} />
          <TakeOut />
          <Copies kept={kept.value} />
          <BringIn onDone={again} />
          <EraseAll words={kept.value.erase} />
        </>
      )}
    </Shell>
  );
}

function WhatIsKept({ kept }: { readonly kept: Kept }) {
  const parts = [
    times(kept.sessions, "session", "sessions"),
    times(kept.entries, "thing you told", "things you told"),
    times(kept.answers, "round of safety answers", "rounds of safety answers"),
    kept.files > 0 && times(kept.files, "exercise of your own", "exercises of your own"),
  ].filter(Boolean);
  return (
    <dl class="kept">
      <dt>In it</dt>
      <dd>
        {parts.join(", ")}
        {kept.since && <>. The first session was on {date(kept.since)}.</>}
      </dd>
      <dt>Where</dt>
      <dd>
        <code>{kept.folder}</code>
      </dd>
      <dt>How big</dt>
      <dd>{size(kept.size)}</dd>
      <dt>Never kept</dt>
      <dd>Pictures, films and sound. The camera’s pictures stay in the page, and are gone at once.</dd>
      <dt>Never sent</dt>
      <dd>
        To see for yourself that nothing leaves this machine, run <code>unkink trust</code>.
      </dd>
    </dl>
  );
}

function TakeOut() {
  const formats = useLoad(api.formats, "formats");
  return (
    <section aria-labelledby="out">
      <h2 id="out">Take it out</h2>
      {!formats.value && <Waiting error={formats.error} />}
      <ul class="ways-out">
        {formats.value?.map((one) => (
          <WayOut key={one.id} name={one.name} words={one.words} href={`/api/keeping/export/${one.id}`} file={one.file} />
        ))}
        <WayOut name="Report" words="Some weeks on paper, for your clinician." href="/api/report.pdf" file="PDF" />
      </ul>
      <p class="soft">
        A calendar program on this machine can subscribe to <code class="where">{`${location.origin}/api/calendar.ics`}</code>
      </p>
    </section>
  );
}

interface WayOutProps extends Pick<Format, "name" | "words" | "file"> {
  readonly href: string;
}

function WayOut({ name, words, href, file }: WayOutProps) {
  return (
    <li>
      <a class="more" href={href} download aria-label={`Download: ${name}`}>
        <Icon name="down" /> {name}
      </a>
      <span>
        {words} <span class="soft">{file}</span>
      </span>
    </li>
  );
}

function Copies({ kept }: { readonly kept: Kept }) {
  const [latest] = kept.copies;
  return (
    <section aria-labelledby="copies">
      <h2 id="copies">Keep a copy</h2>
      <p>
        <a class="button" href="/api/keeping/backup" download>
          <Icon name="down" /> Download a backup
        </a>
      </p>
      <p class="soft">Put it on another disk or a stick: that helps when this machine breaks.</p>
      <label class="check">
        <input
          type="checkbox"
          checked={settings.value?.daily_copies}
          onChange={(event) => {
            void change({ daily_copies: event.currentTarget.checked });
          }}
        />
        <span>Make a copy every day, on this machine</span>
      </label>
      <p class="soft">
        {latest
          ? `${times(kept.copies.length, "copy is", "copies are")} here, the latest from ${when(latest.at)}. Old ones make room.`
          : "There is none yet."}
      </p>
    </section>
  );
}
