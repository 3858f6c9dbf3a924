import { describe, expect, it } from "vitest";
import { unsaid } from "../src/words";

describe("the caption", () => {
  const come = "Come to lie on your back, in your own time.";

  it("does not say again what stands on the screen in big letters", () => {
    expect(unsaid(`First: Bridge. ${come}`, [come, "Bridge"])).toBe("");
    expect(unsaid("Lift your hips.", ["Lift your hips."])).toBe("");
    expect(unsaid("Hold.", ["Hold, and breathe."])).toBe("");
  });

  it("says all else, and keeps its order", () => {
    const words = `Next: Bridge. You need a mat. ${come} Five times.`;
    expect(unsaid(words, [come, "Bridge"])).toBe("You need a mat. Five times.");
  });
});
