/** The camera itself: asked for, chosen, and what went wrong in plain words. */

export type Trouble = "denied" | "none" | "busy" | "lost" | "unable";

/** Said to the person; the session goes on in every case. */
export const WORDS: Readonly<Record<Trouble, string>> = {
  denied: "I may not use the camera. You can allow it beside the address of this page.",
  none: "I find no camera on this device.",
  busy: "The camera is in use by another program.",
  lost: "The camera’s picture has stopped.",
  unable: "This browser can’t find people in the camera’s picture.",
};

export class CameraRefused extends Error {
  constructor(readonly trouble: Trouble) {
    super(WORDS[trouble]);
  }
}

export interface CameraChoice {
  readonly id: string;
  readonly name: string;
}

const NAMES: Readonly<Record<string, Trouble>> = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "none",
  OverconstrainedError: "none",
  NotReadableError: "busy",
  AbortError: "busy",
};

/** Opens the camera, asking the person if need be; raises `CameraRefused`. */
export async function openCamera(id: string): Promise<MediaStream> {
  // Old browsers, and pages that don't come from this machine, have none at all.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new CameraRefused("none");
  const video = { width: { ideal: 960 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
  const which = id ? { deviceId: { exact: id } } : { facingMode: "user" };
  try {
    return await devices.getUserMedia({ audio: false, video: { ...video, ...which } });
  } catch (error) {
    const trouble = troubleOf(error);
    // The camera chosen last time is gone: any other one will do.
    if (id && trouble === "none") return openCamera("");
    throw new CameraRefused(trouble);
  }
}

export function troubleOf(error: unknown): Trouble {
  return NAMES[error instanceof DOMException ? error.name : ""] ?? "unable";
}

/** The cameras of this device; their names are known once one was allowed. */
export async function cameras(): Promise<CameraChoice[]> {
  const found = await navigator.mediaDevices.enumerateDevices();
  return found
    .filter(({ kind, deviceId }) => kind === "videoinput" && deviceId !== "")
    .map(({ deviceId, label }, index) => ({ id: deviceId, name: label || `Camera ${String(index + 1)}` }));
}
