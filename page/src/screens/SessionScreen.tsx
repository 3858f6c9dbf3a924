/** The session: one big thing at a time, to be read from the floor. */

import { useEffect, useRef, useState } from "preact/hooks";
import { api } from "../api";
import { fetchAhead } from "../films";
import type { Outbox } from "../outbox";
import { outboxOf } from "../outboxes";
import { Shell } from "../parts/Shell";
import { Waiting } from "../parts/Waiting";
import { SessionView } from "../parts/SessionView";
import { useLoad } from "../parts/useLoad";
import { Player } from "../player";
import { goInstead, speed } from "../router";
import { bells, refresh, rings, speaks, voice } from "../state";
import { adjusted, started } from "../starting";
import { keepScreenOn, letScreenSleep } from "../wake";
import type { SessionNow } from "../wire";

const ADJUSTED_MS = 15_000;

export function SessionScreen({ id }: { readonly id: string }) {
  const session = useLoad(() => api.session(id), id);
  if (!session.value)
    return (
      <Shell title="Your session" bare narrow>
        <Waiting error={session.error} />
      </Shell>
    );
  if (session.value.status !== "open") return <Closed />;
  return <Open session={session.value} />;
}

function Closed() {
  return (
    <Shell title="This session is over" narrow>
      <p class="lead">What you did is in the record.</p>
      <a class="button big" href="#/">
        Today
      </a>
    </Shell>
  );
}

function Open({ session }: { readonly session: SessionNow }) {
  const [{ player, outbox }] = useState(() => equip(session));
  const begun = useRef(false);
  useEffect(() => {
    void fetchAhead(session.schedule.segments);
    keepScreenOn();
    if (started.value === session.session_id && !begun.current) player.start();
    begun.current = true;
    started.value = "";
    const told = setTimeout(() => {
      adjusted.value = [];
    }, ADJUSTED_MS);
    const leaving = (): void => {
      void outbox.flush();
    };
    addEventListener("pagehide", leaving);
    return () => {
      clearTimeout(told);
      removeEventListener("pagehide", leaving);
      player.leave();
      letScreenSleep();
    };
  }, [player, outbox, session]);
  return <SessionView player={player} outbox={outbox} session={session} adjusted={adjusted.value} />;
}

/** The player with its way to the record and its sounds. */
function equip(session: SessionNow): { player: Player; outbox: Outbox } {
  const id = session.session_id;
  const outbox = outboxOf(id, session.last_seq);
  const sounds: ConstructorParameters<typeof Player>[3] = {
    say: (words, urgency) => {
      if (speaks()) voice.say(words, urgency);
    },
    hush: () => {
      voice.hush();
    },
    ring: (bell) => {
      if (rings()) bells.ring(bell);
    },
  };
  const onEnd = (): void => {
    void outbox.flush().then(refresh);
    goInstead("how-was-it", id);
  };
  return { player: new Player(session.schedule, session.position_s, outbox, sounds, speed, onEnd), outbox };
}
