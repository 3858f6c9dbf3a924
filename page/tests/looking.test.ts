import { describe, expect, it } from "vitest";
import { Looking, type Means, type Model } from "../src/camera/looking";
import type { Delegate, FromWorker, Look } from "../src/camera/talk";

/** A device on which a picture takes so long on each of the two. */
class Device implements Means<string> {
  readonly told: FromWorker[] = [];
  readonly open: Delegate[] = [];
  clock_ms = 0;
  closed = 0;

  constructor(
    private readonly takes_ms: Readonly<Record<Delegate, number>>,
    private readonly chip = true,
    private readonly breaks: readonly Delegate[] = [],
  ) {}

  make(delegate: Delegate): Promise<Model<string>> {
    this.open.push(delegate);
    return Promise.resolve({
      people: () => {
        this.clock_ms += this.takes_ms[delegate];
        if (this.breaks.includes(delegate)) throw new Error("out of order");
        return [];
      },
      close: () => this.open.splice(this.open.indexOf(delegate), 1),
    });
  }

  readonly upright = () => ({ picture: "", width: 640, height: 360, light: 120 });
  readonly hasChip = () => this.chip;
  readonly now = () => this.clock_ms;
  readonly say = (words: FromWorker) => void this.told.push(words);

  picture(): Look {
    const picture = { close: () => (this.closed += 1) } as unknown as ImageBitmap;
    return { kind: "look", picture, turn: 0, at_ms: this.clock_ms };
  }

  async shows(pictures: number): Promise<Delegate[]> {
    const looking = new Looking(this);
    await looking.open();
    for (let number = 0; number < pictures; number += 1) await looking.look(this.picture());
    return this.told.flatMap((words) => (words.kind === "seen" ? [words.delegate] : []));
  }
}

describe("what runs the model", () => {
  it("is the processor alone where that is fast enough", async () => {
    const device = new Device({ CPU: 30, GPU: 5 });
    expect(new Set(await device.shows(40))).toEqual(new Set(["CPU"]));
  });

  it("is the graphics chip once that was measured to be clearly faster", async () => {
    const device = new Device({ CPU: 100, GPU: 20 });
    expect((await device.shows(40)).at(-1)).toBe("GPU");
    expect(device.open).toEqual(["GPU"]);
  });

  it("is the processor again where the chip is hardly faster", async () => {
    const device = new Device({ CPU: 100, GPU: 90 });
    expect((await device.shows(40)).at(-1)).toBe("CPU");
    expect(device.open).toEqual(["CPU"]);
  });

  it("is the processor again after a moment where the chip is hopeless", async () => {
    const device = new Device({ CPU: 100, GPU: 17_000 });
    const used = await device.shows(40);
    expect(used.filter((one) => one === "GPU")).toHaveLength(3);
    expect(used.at(-1)).toBe("CPU");
  });

  it("is never an emulated chip", async () => {
    const device = new Device({ CPU: 100, GPU: 20 }, false);
    expect(new Set(await device.shows(40))).toEqual(new Set(["CPU"]));
  });

  it("is the processor again where the chip fails, and nobody is told", async () => {
    const device = new Device({ CPU: 100, GPU: 20 }, true, ["GPU"]);
    expect((await device.shows(40)).at(-1)).toBe("CPU");
    expect(device.told.some(({ kind }) => kind === "failed")).toBe(false);
  });
});

it("gives every picture's memory back, and says when it can't look", async () => {
  const device = new Device({ CPU: 100, GPU: 20 }, true, ["CPU"]);
  await device.shows(1);
  expect(device.closed).toBe(1);
  expect(device.told.at(-1)).toEqual({ kind: "failed", why: "Error: out of order" });
});
