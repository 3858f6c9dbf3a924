import { expect, test } from "vitest";
import { easier, isOtherwise, keep, swap, want, without } from "../src/wishes";

test("what I leave out I no longer want, and the other way round", () => {
  const wanted = want(keep(), "cobra");
  const left = without(wanted, "cobra");

  expect([wanted.wanted, left.wanted, left.without]).toEqual([["cobra"], [], ["cobra"]]);
  expect(want(left, "cobra")).toEqual(wanted);
});

test("a swap leaves one out and asks for the other", () => {
  expect(swap(keep(), "cobra", "bridge")).toEqual({ without: ["cobra"], wanted: ["bridge"], steps: {} });
  expect(swap(keep(), "cobra", "")).toEqual(keep());
});

test("easier adds up, harder is one step at most", () => {
  const twice = easier(easier(keep(), "bridge", -1), "bridge", -1);
  const harder = easier(easier(keep(), "bridge", 1), "bridge", 1);

  expect([twice.steps, harder.steps]).toEqual([{ bridge: -2 }, { bridge: 1 }]);
});

test("nothing wished is nothing otherwise", () => {
  expect([isOtherwise(keep()), isOtherwise(want(keep(), "cobra"))]).toEqual([false, true]);
});
