import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Link, type Socket } from "../src/camera/link";
import type { FromPage, ToPage } from "../src/live/wire";

class FakeSocket implements Socket {
  binaryType: BinaryType = "blob";
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;
  readonly sent: (string | ArrayBuffer)[] = [];
  closed = false;
  send(content: string | ArrayBuffer): void {
    this.sent.push(content);
  }
  close(): void {
    if (!this.closed) this.breaks(1000);
  }
  says(words: ToPage): void {
    this.onmessage?.({ data: JSON.stringify(words) } as MessageEvent<string>);
  }
  breaks(code: number): void {
    this.closed = true;
    this.onclose?.({ code } as CloseEvent);
  }
  get pictures(): number[] {
    return this.sent.flatMap((one) => (typeof one === "string" ? [] : [new DataView(one).getUint32(4, true)]));
  }
  get words(): unknown[] {
    return this.sent.flatMap((one) => (typeof one === "string" ? [(JSON.parse(one) as FromPage).kind] : []));
  }
}

const WELCOME: ToPage = { kind: "welcome", version: 1, frames_per_s: 10, most_unanswered: 2 };
const BRIDGE: FromPage = { kind: "watch", part: "move", item: 0, exercise: "bridge", movement: "main" };
const COBRA: FromPage = { ...BRIDGE, item: 1, exercise: "cobra" };
const REST: FromPage = { kind: "rest" };
const SEEN = { width: 640, height: 360, mirrored: false, light: 120, people: [] };

let sockets: FakeSocket[];
let now: number;
const told = { judged: vi.fn(), said: vi.fn(), welcome: vi.fn(), away: vi.fn(), refused: vi.fn() };
const connect = (): FakeSocket => {
  const socket = new FakeSocket();
  sockets.push(socket);
  return socket;
};
const newest = (): FakeSocket => sockets.at(-1) ?? connect();

/** The server's answer to the picture of *t_ms*, from the snapshot both sides read. */
function answer(t_ms: number): ArrayBuffer {
  const bytes = new Uint8Array(readFileSync(new URL("../../tests/snapshots/live/judged-held.bin", import.meta.url)));
  new DataView(bytes.buffer).setUint32(4, t_ms, true);
  return bytes.buffer;
}

function linked(): Link {
  const link = new Link(connect, told, () => now);
  newest().says(WELCOME);
  return link;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  [sockets, now] = [[], 1000];
});
afterEach(() => vi.useRealTimers());

it("counts a picture's time from the connection's beginning, always growing", () => {
  const link = linked();
  expect([link.see(1050, SEEN), link.see(1050, SEEN), link.see(1040, SEEN)]).toEqual([true, false, false]);
  expect(newest().pictures).toEqual([50]);
});

it("sends no more than may be unanswered; one answer stands for all before it", () => {
  const link = linked();
  for (const at_ms of [1010, 1020, 1030]) link.see(at_ms, SEEN);
  expect(newest().pictures).toEqual([10, 20]);
  newest().onmessage?.({ data: answer(20) } as MessageEvent<ArrayBuffer>);
  link.see(1040, SEEN);
  expect(newest().pictures).toEqual([10, 20, 40]);
  expect(told.judged).toHaveBeenCalledOnce();
});

it("says only what is new, and all of it again after a lost connection", () => {
  const link = linked();
  link.want([BRIDGE]);
  link.want([BRIDGE, REST]);
  link.want([BRIDGE, REST]);
  link.want([COBRA]);
  link.want([COBRA, REST]);
  expect(newest().words).toEqual(["watch", "rest", "watch", "rest"]);
  newest().breaks(1006);
  expect(told.away).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(500);
  newest().says(WELCOME);
  expect(newest().words).toEqual(["watch", "rest"]);
  expect(sockets).toHaveLength(2);
});

it("begins its clock at 0 again on a new connection", () => {
  const link = linked();
  link.see(1500, SEEN);
  newest().breaks(1006);
  vi.advanceTimersByTime(500);
  now = 2000;
  newest().says(WELCOME);
  expect(link.see(2100, SEEN)).toBe(true);
  expect(newest().pictures).toEqual([100]);
});

it("tries again ever more seldom, and never gives up a server that is away", () => {
  linked();
  newest().breaks(1006);
  for (const wait_ms of [500, 1000, 2000, 4000, 8000, 8000]) {
    vi.advanceTimersByTime(wait_ms - 1);
    const before = sockets.length;
    vi.advanceTimersByTime(1);
    expect(sockets).toHaveLength(before + 1);
    newest().breaks(1006);
  }
  expect(told.refused).not.toHaveBeenCalled();
});

it.each([4404, 4409])("does not try again after %i, and tells why", (code) => {
  linked();
  newest().says({ kind: "refused", error: "It is over.", what_to_do: "Rest." });
  newest().breaks(code);
  vi.advanceTimersByTime(60_000);
  expect(told.refused.mock.calls).toEqual([["It is over. Rest."]]);
  expect(sockets).toHaveLength(1);
});

it("takes a server that has not answered for long as lost", () => {
  const link = linked();
  link.see(1010, SEEN);
  now = 9100;
  link.see(9100, SEEN);
  expect(told.away).toHaveBeenCalledOnce();
});

it("asks to be reloaded by a server of another version", () => {
  new Link(connect, told, () => now);
  newest().says({ ...WELCOME, version: 2 });
  vi.advanceTimersByTime(60_000);
  expect(told.refused).toHaveBeenCalledOnce();
  expect(sockets).toHaveLength(1);
});

it("is silent once closed", () => {
  const link = linked();
  link.close();
  vi.advanceTimersByTime(60_000);
  expect(sockets).toHaveLength(1);
  expect(link.see(5000, SEEN)).toBe(false);
});
