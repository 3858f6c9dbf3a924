import { expect, it } from "vitest";
import { Pace } from "../src/camera/pace";

/** How many pictures a second are looked at once one takes so long. */
function per_s(takes_ms: number, pace = new Pace(15)): number {
  for (let number = 0; number < 20; number += 1) pace.took(takes_ms);
  return Math.round(1000 / pace.every_ms);
}

it("looks as often as the device keeps up with, between eight and fifteen times a second", () => {
  expect([5, 40, 55, 70, 90, 110, 400].map((ms) => per_s(ms))).toEqual([15, 15, 12, 10, 8, 8, 8]);
});

it("looks no more often than is of use to the server", () => {
  expect(per_s(5, new Pace(10))).toBe(10);
});

it("is not upset by one slow picture", () => {
  const pace = new Pace(15);
  expect(per_s(20, pace)).toBe(15);
  pace.took(900);
  expect(Math.round(1000 / pace.every_ms)).toBe(15);
});

it("slows down when the device gets hot, and doesn't hurry back for a hair's breadth", () => {
  const pace = new Pace(15);
  expect([per_s(40, pace), per_s(70, pace), per_s(64, pace), per_s(40, pace)]).toEqual([15, 10, 10, 15]);
});
