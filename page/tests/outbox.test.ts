// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";
import { Refused, Unreachable } from "../src/api";
import { type Happening, Outbox, waitingSessions } from "../src/outbox";

/** A server that keeps what it gets, and can be away. */
class Server {
  readonly kept = new Map<number, Happening>();
  away = false;
  letters = 0;

  readonly post = (events: readonly Happening[]): Promise<number> => {
    this.letters += 1;
    if (this.away) return Promise.reject(new Unreachable("away"));
    for (const event of events) if (!this.kept.has(event.seq)) this.kept.set(event.seq, event);
    return Promise.resolve(Math.max(0, ...this.kept.keys()));
  };

  get kinds(): string[] {
    return [...this.kept.values()].map((event) => event.kind);
  }
}

describe("the outbox", () => {
  let server: Server;
  const box = (last_seq = 0) => new Outbox("s1", last_seq, server.post, localStorage);

  beforeEach(() => {
    localStorage.clear();
    server = new Server();
  });

  it("keeps a pain on this device until what was told of it goes with it, once", async () => {
    const outbox = box();
    outbox.add("started", 0);
    outbox.begin("hurt", 3);
    outbox.amend({ pain: 6 });
    outbox.beat(3);
    outbox.amend({ where: "thigh" });
    await outbox.flush();
    expect(server.kinds).toEqual(["started", "hurt"]);
    expect(server.kept.get(2)?.data).toEqual({ pain: 6, where: "thigh" });
  });

  it("does not lose a pain nobody told more of, not even when the page is lost", async () => {
    box().begin("hurt", 3);
    expect(await box().flush()).toBe(true);
    expect(server.kinds).toEqual(["hurt"]);
  });

  it("lets a letter on its way pass without taking a pain along half told", async () => {
    const outbox = box();
    outbox.add("started", 0);
    outbox.begin("hurt", 3);
    await new Promise((done) => setTimeout(done));
    expect(server.kinds).toEqual(["started"]);
    outbox.amend({ pain: 2 });
    outbox.add("resumed", 3);
    await outbox.flush();
    expect(server.kept.get(2)?.data).toEqual({ pain: 2 });
  });

  it("numbers events from one and leaves nothing behind once they are kept", async () => {
    const outbox = box();
    outbox.add("started", 0);
    outbox.add("paused", 3);
    expect(await outbox.flush()).toBe(true);
    expect([...server.kept.keys()]).toEqual([1, 2]);
    expect(localStorage).toHaveLength(0);
  });

  it("loses nothing while the server is away, and says that it is", async () => {
    const outbox = box();
    server.away = true;
    outbox.add("started", 0);
    outbox.add("skipped", 12);
    expect(await outbox.flush()).toBe(false);
    expect(outbox.away.value).toBe(true);
    server.away = false;
    expect(await outbox.flush()).toBe(true);
    expect(outbox.away.value).toBe(false);
    expect(server.kinds).toEqual(["started", "skipped"]);
  });

  it("finds after a reload what had not arrived, and numbers on from there", async () => {
    server.away = true;
    const before = box();
    before.add("started", 0);
    await before.flush();
    expect(waitingSessions(localStorage)).toEqual(["s1"]);
    server.away = false;
    const after = box();
    after.add("resumed", 4);
    await after.flush();
    expect(server.kinds).toEqual(["started", "resumed"]);
    expect([...server.kept.keys()]).toEqual([1, 2]);
  });

  it("numbers on from what the server already has", async () => {
    const outbox = box(41);
    outbox.add("resumed", 4);
    await outbox.flush();
    expect([...server.kept.keys()]).toEqual([42]);
  });

  it("keeps only the newest sign of life while the server is away", async () => {
    server.away = true;
    const outbox = box();
    for (const position_s of [1, 2, 3]) {
      outbox.beat(position_s);
      await outbox.flush();
    }
    expect(outbox.waiting).toBe(1);
    server.away = false;
    await outbox.flush();
    expect(server.kept.get(1)?.position_s).toBe(3);
  });

  it("gives the server a number of its own that no event takes", async () => {
    const outbox = box();
    outbox.add("started", 0);
    const easing = outbox.inTurn((seq) => Promise.resolve(seq));
    outbox.add("paused", 1);
    expect(await easing).toBe(3);
    outbox.add("resumed", 2);
    await outbox.flush();
    expect([...server.kept.keys()]).toEqual([1, 2, 4]);
  });

  it("does not knock for ever where it is refused", async () => {
    const refusing = () => Promise.reject(new Refused(409, "This session is over.", "", []));
    const outbox = new Outbox("s1", 0, refusing, localStorage);
    outbox.add("paused", 1);
    expect(await outbox.flush()).toBe(true);
    expect(outbox.away.value).toBe(false);
  });

  it("does not spin when the server takes nothing", async () => {
    const deaf = () => Promise.resolve(0);
    const outbox = new Outbox("s1", 0, deaf, localStorage);
    outbox.add("paused", 1);
    expect(await outbox.flush()).toBe(false);
    expect(outbox.waiting).toBe(1);
  });
});
