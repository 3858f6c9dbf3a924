import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const FOLDER = join(import.meta.dirname, "../src/styles");
/** What a wide picture of the session changes on purpose. */
const OVERRIDES = "session-wide.css";

function classesOf(sheet: string): string[] {
  const text = readFileSync(join(FOLDER, sheet), "utf8")
    .replace(/\/\*.*?\*\//gs, "")
    // Conditions (wide, dark, less motion) change what is said elsewhere.
    .replace(/@[^{;]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, "");
  const selectors = [...text.matchAll(/([^{}]+)\{/g)].flatMap((found) => (found[1] ?? "").split(","));
  return selectors.flatMap((selector) => /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1] ?? []);
}

test("a class has its look from one stylesheet: two parts never restyle one another by accident", () => {
  const sheets = new Map<string, Set<string>>();
  for (const sheet of readdirSync(FOLDER)) {
    if (sheet === OVERRIDES) continue;
    for (const name of classesOf(sheet)) {
      sheets.set(name, (sheets.get(name) ?? new Set()).add(sheet));
    }
  }

  const twice = [...sheets].filter(([, where]) => where.size > 1).map(([name]) => name);

  expect(sheets.size).toBeGreaterThan(100);
  expect(twice).toEqual([]);
});
