import { type Mock, afterEach, beforeEach, expect, it, vi } from "vitest";
import { Eyes, type Port } from "../src/camera/eyes";
import type { FromWorker, Look } from "../src/camera/talk";

class FakeWorker implements Port {
  onmessage: Port["onmessage"] = null;
  onerror: Port["onerror"] = null;
  onmessageerror: Port["onmessageerror"] = null;
  readonly given: Look[] = [];
  ended = false;
  postMessage(words: Look): void {
    this.given.push(words);
  }
  terminate(): void {
    this.ended = true;
  }
  says(words: FromWorker): void {
    this.onmessage?.({ data: words } as MessageEvent<FromWorker>);
  }
  sees(at_ms: number): void {
    this.says({ kind: "seen", at_ms, width: 4, height: 3, light: 99, people: [], took_ms: 1, delegate: "CPU" });
  }
}

let worker: FakeWorker;
let heard: { ready: Mock<() => void>; seen: Mock<() => void>; failed: Mock<(why: string) => void> };
let eyes: Eyes;
let taken = 0;
let now = 0;

const take = (): Promise<ImageBitmap> => {
  taken += 1;
  return Promise.resolve({ close: () => undefined } as ImageBitmap);
};

beforeEach(() => {
  vi.useFakeTimers();
  [taken, now] = [0, 0];
  worker = new FakeWorker();
  heard = { ready: vi.fn(), seen: vi.fn(), failed: vi.fn() };
  eyes = new Eyes(worker, heard, () => now);
});
afterEach(() => vi.useRealTimers());

it("takes no picture before the model is there", async () => {
  await eyes.look(take, 0);
  expect(taken).toBe(0);
  worker.says({ kind: "ready" });
  await eyes.look(take, 90);
  expect(worker.given.map(({ turn }) => turn)).toEqual([90]);
});

it("takes none while one is looked at, and then the newest: nothing waits in a row", async () => {
  worker.says({ kind: "ready" });
  for (now = 0; now < 100; now += 10) await eyes.look(take, 0);
  expect(taken).toBe(1);
  worker.sees(0);
  await eyes.look(take, 0);
  expect(worker.given.map(({ at_ms }) => at_ms)).toEqual([0, 100]);
});

it("goes on after a picture that could not be taken", async () => {
  worker.says({ kind: "ready" });
  await eyes.look(() => Promise.reject(new Error("no picture")), 0);
  await eyes.look(take, 0);
  expect(worker.given).toHaveLength(1);
});

it.each([
  ["says so", () => { worker.says({ kind: "failed", why: "no room" }); }, "no room"],
  ["can't start", () => { worker.onerror?.({ message: "blocked" } as ErrorEvent); }, "blocked"],
  ["never gets ready", () => vi.advanceTimersByTime(90_000), "the worker does not answer"],
])("tells once when the worker %s, and ends it", (_, happens, why) => {
  happens();
  vi.advanceTimersByTime(200_000);
  expect(heard.failed.mock.calls).toEqual([[why]]);
  expect(worker.ended).toBe(true);
  expect(eyes.free).toBe(false);
});

it("ends a worker that looks at one picture for ever", async () => {
  worker.says({ kind: "ready" });
  await eyes.look(take, 0);
  vi.advanceTimersByTime(30_000);
  expect(heard.failed).toHaveBeenCalledOnce();
});
