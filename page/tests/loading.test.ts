import { beforeEach, expect, it } from "vitest";
import { NotThere, type Progress, loadAll } from "../src/camera/loading";

type Answer = () => Response | Promise<Response>;

let told: Progress[];
let waited_ms: number[];
let now = 0;

/** Gives each address its answers, one after the other; the last one for good. */
function means(answers: Readonly<Partial<Record<string, readonly Answer[]>>>) {
  const asked: Record<string, number> = {};
  return {
    fetch: async (url: string): Promise<Response> => {
      const number = asked[url] ?? 0;
      asked[url] = number + 1;
      const answer = answers[url]?.[number] ?? answers[url]?.at(-1) ?? missing;
      return await answer();
    },
    wait: (ms: number) => {
      waited_ms.push(ms);
      return Promise.resolve();
    },
    now: () => (now += 1000),
    told: (progress: Progress) => void told.push(progress),
  };
}

const missing: Answer = () => new Response(null, { status: 404 });
const away: Answer = () => Promise.reject(new TypeError("Failed to fetch"));
const whole = (bytes: number[]): Answer => () =>
  new Response(new Uint8Array(bytes), { headers: { "content-length": String(bytes.length) } });
/** The connection breaks after the first bytes. */
const broken: Answer = () => {
  let given = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (given) controller.error(new TypeError("network error"));
      else controller.enqueue(new Uint8Array([9]));
      given = true;
    },
  });
  return new Response(body, { headers: { "content-length": "3" } });
};

beforeEach(() => {
  [told, waited_ms, now] = [[], [], 0];
});

it("gives all files in their order, and says how far it is", async () => {
  const [first, second] = await loadAll(["a", "b"], means({ a: [whole([1, 2, 3])], b: [whole([4, 5])] }));
  expect([...(first ?? []), ...(second ?? [])]).toEqual([1, 2, 3, 4, 5]);
  expect(told.at(-1)).toEqual({ loaded_bytes: 5, total_bytes: 5, away: false });
  const known = told.filter(({ total_bytes }) => total_bytes > 0);
  expect(known.every(({ loaded_bytes, total_bytes }) => loaded_bytes <= total_bytes)).toBe(true);
});

it("waits longer and longer for a server that is away, says so, and then goes on", async () => {
  const [first] = await loadAll(["a"], means({ a: [away, away, away, whole([7])] }));
  expect([...(first ?? [])]).toEqual([7]);
  expect(waited_ms).toEqual([500, 1000, 2000]);
  expect(told.map((one) => one.away)).toContain(true);
  expect(told.at(-1)?.away).toBe(false);
});

it("begins a file anew whose connection broke, and counts nothing twice", async () => {
  const [first] = await loadAll(["a"], means({ a: [broken, whole([1, 2, 3])] }));
  expect([...(first ?? [])]).toEqual([1, 2, 3]);
  expect(told.at(-1)?.loaded_bytes).toBe(3);
});

it("fails at once where the server has no such file", async () => {
  await expect(loadAll(["gone"], means({}))).rejects.toThrow(NotThere);
});
