/** The worker that looks: MediaPipe's pose model, from our own server, away from the page's own work. */

import { PoseLandmarker } from "../../node_modules/@mediapipe/tasks-vision/vision_bundle.mjs";
import makeModule from "../../node_modules/@mediapipe/tasks-vision/wasm/vision_wasm_module_internal.js";
import wasmPath from "../../node_modules/@mediapipe/tasks-vision/wasm/vision_wasm_module_internal.wasm?url";
import { loadAll } from "./loading";
import { Looking, type Model, type Upright } from "./looking";
import type { Delegate, FromWorker, Look, Turn } from "./talk";

/** Finding more costs time and tells nothing; fewer, and a helper could hide the one who exercises. */
const MOST_PEOPLE = 3;
const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

interface Scope {
  postMessage(words: FromWorker): void;
  onmessage: ((event: MessageEvent<Look>) => void) | null;
  ModuleFactory: unknown;
  Module: unknown;
  dbg: unknown;
}
const scope = self as unknown as Scope;

let bundle: Promise<Uint8Array> | undefined;

/** Loads the model, and what runs it: that one is then in the browser's own store, where MediaPipe finds it. */
async function fetchBundle(): Promise<Uint8Array> {
  const [model] = await loadAll(["/api/pose-model", wasmPath], {
    fetch: (url) => fetch(url),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    now: () => performance.now(),
    told: (progress) => { scope.postMessage({ kind: "loading", ...progress }); },
  });
  return model ?? new Uint8Array();
}

async function make(delegate: Delegate): Promise<Model<OffscreenCanvas>> {
  bundle ??= fetchBundle();
  const modelAssetBuffer = await bundle;
  // Handed over here, because its own way of loading it does not work in a module worker.
  scope.ModuleFactory = makeModule;
  scope.Module = { print: quiet, printErr: quiet };
  // As a module it lacks a function of this name, and would fail wherever it wants to remark something.
  scope.dbg = quiet;
  const landmarker = await PoseLandmarker.createFromOptions(
    { wasmLoaderPath: "", wasmBinaryPath: wasmPath },
    // Each picture for itself: with tracking it drifts away from people who lie with a leg up.
    { baseOptions: { modelAssetBuffer, delegate }, runningMode: "IMAGE", numPoses: MOST_PEOPLE },
  );
  return {
    people: (picture) =>
      landmarker.detect(picture).landmarks.map((person) =>
        person.map(({ x, y, z, visibility }) => ({ x, y, z, visibility })),
      ),
    close: () => { landmarker.close(); },
  };
}

/** Its chatter about how it runs tells nobody anything; what fails is thrown. */
function quiet(): void {
  // nothing
}

const canvas = new OffscreenCanvas(1, 1);
const tiny = new OffscreenCanvas(32, 32);
const drawn = canvas.getContext("2d", { alpha: false });
const measured = tiny.getContext("2d", { alpha: false, willReadFrequently: true });

function upright(picture: ImageBitmap, turn: Turn): Upright<OffscreenCanvas> {
  if (!drawn || !measured) throw new Error("no room to draw in");
  const lying = turn === 90 || turn === 270;
  const width = lying ? picture.height : picture.width;
  const height = lying ? picture.width : picture.height;
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  drawn.setTransform(1, 0, 0, 1, width / 2, height / 2);
  drawn.rotate((turn * Math.PI) / 180);
  drawn.drawImage(picture, -picture.width / 2, -picture.height / 2);
  measured.drawImage(canvas, 0, 0, tiny.width, tiny.height);
  return { picture: canvas, width, height, light: brightness(measured.getImageData(0, 0, tiny.width, tiny.height).data) };
}

/** The mean of Rec. 709's luma, 0 to 254. */
function brightness(pixels: Uint8ClampedArray): number {
  let sum = 0;
  for (let at = 0; at < pixels.length; at += 4)
    sum += 0.2126 * (pixels[at] ?? 0) + 0.7152 * (pixels[at + 1] ?? 0) + 0.0722 * (pixels[at + 2] ?? 0);
  return Math.min(Math.round(sum / (pixels.length / 4)), 254);
}

function hasChip(): boolean {
  const gl = new OffscreenCanvas(1, 1).getContext("webgl2");
  if (!gl) return false;
  const asked = gl.getExtension("WEBGL_debug_renderer_info");
  const name: unknown = gl.getParameter(asked?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER);
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return typeof name === "string" && !SOFTWARE.test(name);
}

const looking = new Looking<OffscreenCanvas>({
  make,
  upright,
  hasChip,
  now: () => performance.now(),
  say: (words) => { scope.postMessage(words); },
});
scope.onmessage = ({ data }) => { void looking.look(data); };
void looking.open();
