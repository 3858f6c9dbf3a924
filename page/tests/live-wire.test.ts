import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Judged, type Landmark, type Picture, decodeJudged, encodePicture } from "../src/live/wire";

const SNAPSHOTS = new URL("../../tests/snapshots/live/", import.meta.url);

interface Told {
  x: number | null;
  y: number | null;
  z: number | null;
  visibility: number | null;
}

function bytes(name: string): ArrayBuffer {
  return new Uint8Array(readFileSync(new URL(`${name}.bin`, SNAPSHOTS))).buffer;
}

function json(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, SNAPSHOTS), "utf-8"));
}

function picture(name: string): Picture {
  const told = json(name) as Omit<Picture, "people"> & { people: Told[][] };
  const known = (value: number | null) => value ?? NaN;
  const landmark = ({ x, y, z, visibility }: Told): Landmark => ({
    x: known(x),
    y: known(y),
    z: known(z),
    visibility: known(visibility),
  });
  return { ...told, people: told.people.map((person) => person.map(landmark)) };
}

describe("a picture's landmarks", () => {
  it.each(["picture-nobody", "picture-one", "picture-mirrored"])(
    "are written as the server reads them: %s",
    (name) => {
      expect(new Uint8Array(encodePicture(picture(name)))).toEqual(new Uint8Array(bytes(name)));
    },
  );

  it("are unknown where the model gave no finite number, or one pictures away", () => {
    const one = picture("picture-one");
    const sent = (joint: Partial<Landmark>) => {
      const person = [...(one.people[0] ?? [])];
      person[5] = { x: 0.5, y: 0.5, z: 0, visibility: 1, ...joint };
      return new DataView(encodePicture({ ...one, people: [person] })).getInt16(14 + 30, true);
    };
    expect(sent({})).toBe(4096);
    expect([{ x: NaN }, { z: Infinity }, { y: -4.1 }, { visibility: NaN }].map(sent)).toEqual(
      Array(4).fill(-32768),
    );
  });

  it("of a crowd are those of the first three", () => {
    const one = picture("picture-one");
    const people = Array<readonly Landmark[]>(5).fill(one.people[0] ?? []);
    expect(new Uint8Array(encodePicture({ ...one, people }))[3]).toBe(3);
  });
});

describe("the server's answer", () => {
  it.each(["judged-waiting", "judged-held", "judged-unseen"])("is read as it meant it: %s", (name) => {
    expect(decodeJudged(bytes(name))).toEqual(json(name) as Judged);
  });

  it("is none when cut short or of another version", () => {
    const whole = bytes("judged-held");
    expect(decodeJudged(whole.slice(0, 15))).toBeNull();
    new Uint8Array(whole)[0] = 9;
    expect(decodeJudged(whole)).toBeNull();
  });
});
