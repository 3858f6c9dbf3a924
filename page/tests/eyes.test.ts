import { type Mock, afterEach, beforeEach, expect, it, vi } from "vitest";
import { Eyes, type Port } from "../src/camera/eyes";
import type { Progress } from "../src/camera/loading";
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
let workers: FakeWorker[] = [];
let there = true;
let heard: {
  loading: Mock<(progress: Progress) => void>;
  ready: Mock<() => void>;
  seen: Mock<() => void>;
  failed: Mock<(why: string) => void>;
};
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
  [workers, there] = [[], true];
  heard = { loading: vi.fn(), ready: vi.fn(), seen: vi.fn(), failed: vi.fn() };
  const make = (): FakeWorker => {
    worker = new FakeWorker();
    workers.push(worker);
    return worker;
  };
  eyes = new Eyes(make, () => Promise.resolve(there), heard, () => now);
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
  ["breaks down", () => { worker.says({ kind: "ready" }); worker.onerror?.({ message: "blocked" } as ErrorEvent); }, "blocked"],
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

it("starts again for as long as the server is away, and says so", async () => {
  there = false;
  for (let tries = 0; tries < 6; tries += 1) {
    worker.onerror?.({} as ErrorEvent);
    await vi.advanceTimersByTimeAsync(9000);
  }
  expect(workers.length).toBe(7);
  expect(heard.loading.mock.calls.every(([{ away }]) => away)).toBe(true);
  expect(heard.failed).not.toHaveBeenCalled();
  worker.says({ kind: "ready" });
  expect(heard.ready).toHaveBeenCalledOnce();
});

it("gives up on a browser that can't start it though the server is there", async () => {
  for (let tries = 0; tries < 3; tries += 1) {
    worker.onerror?.({ message: "no modules here" } as ErrorEvent);
    await vi.advanceTimersByTimeAsync(9000);
  }
  expect(heard.failed.mock.calls).toEqual([["no modules here"]]);
});

it("is patient while the model is still coming", () => {
  for (let seconds = 0; seconds < 300; seconds += 60) {
    worker.says({ kind: "loading", loaded_bytes: seconds, total_bytes: 300, away: false });
    vi.advanceTimersByTime(60_000);
  }
  expect(heard.failed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(heard.failed).toHaveBeenCalledOnce();
});
