import { describe, expect, test } from "vitest";
import { dayNumber, dayTicks, isoOf, line, linear, nearest, shortDate } from "../src/charts/axes";

describe("days stand where they belong", () => {
  test("a date goes there and back, whatever the time zone", () => {
    const dates = ["2026-03-28", "2026-03-29", "2026-10-25", "2024-02-29"];
    expect(dates.map((one) => isoOf(dayNumber(one)))).toEqual(dates);
  });

  test("between two days lies one, also when the clocks change", () => {
    expect(dayNumber("2026-03-30") - dayNumber("2026-03-29")).toBe(1);
    expect(shortDate("2026-03-29")).toBe("29 Mar");
  });

  test("there are never more marks than there is room for", () => {
    const first = dayNumber("2026-01-01");
    for (const days of [6, 20, 42, 100, 200, 365, 730])
      for (const room of [3, 5, 10]) {
        const ticks = dayTicks(first, first + days, room);
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThanOrEqual(room + 1);
      }
  });

  test("a long record is marked by months", () => {
    const first = dayNumber("2026-01-15");
    expect(dayTicks(first, first + 150, 12).map((one) => one.words)).toEqual(["Feb", "Mar", "Apr", "May", "Jun"]);
  });
});

describe("lines", () => {
  test("the pen is lifted where days are missing", () => {
    const spots = [{ x: 0, y: 1 }, { x: 1, y: 2 }, { x: 9, y: 3 }];
    expect(line(spots, 4)).toBe("M0.0 1.0L1.0 2.0M9.0 3.0");
  });

  test("all of one value is drawn, not divided by nothing", () => {
    expect(linear([3, 3], [0, 100])(3)).toBe(0);
  });

  test("the finger finds the nearest day", () => {
    expect(nearest([1, 5, 9], 6.9, (one) => one)).toBe(5);
    expect(nearest([], 6.9, (one: number) => one)).toBeUndefined();
  });
});
