import { describe, expect, it } from "vitest";
import { toneAt } from "../src/tones";
import type { Segment } from "../src/wire";

const lasting = (kinds: readonly Segment["kind"][]) =>
  kinds.map((kind, i) => ({ kind, start_s: i * 10, end_s: i * 10 + 10 }) as Segment);

describe("the bells", () => {
  it("tell the end of every hold, whatever comes after it, by another tone than its beginning", () => {
    const after = (kind: Segment["kind"]) => toneAt(lasting(["hold", kind]), 10);
    expect(toneAt(lasting(["move", "hold"]), 10)).toBe("start");
    expect([after("move"), after("pause"), after("rest")]).toEqual(["hold_end", "hold_end", "hold_end"]);
    expect([after("switch_sides"), after("change_position"), after("finish")]).toEqual(["switch", "switch", "finish"]);
  });

  it("are quiet for a move that does not end a hold", () => {
    expect(toneAt(lasting(["get_ready", "move"]), 10)).toBe("move");
  });
});
