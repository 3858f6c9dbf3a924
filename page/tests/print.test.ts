import { expect, test } from "vitest";
import { handoutPath, sheet } from "../src/parts/Print";

test("people get the sheet their printer holds", () => {
  expect(["en-US", "fr-CA", "en-GB", "de", "es-MX"].map(sheet)).toEqual(["letter", "letter", "a4", "a4", "letter"]);
});

test("whatever an exercise is called, its address stays whole", () => {
  expect(handoutPath({ exercises: ["a&b", "c"] }, true, "de")).toContain("exercise=a%26b&exercise=c");
});
