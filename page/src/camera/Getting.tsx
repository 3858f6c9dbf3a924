/** What is still on its way before the camera can see anybody, in plain words. */

import { camera } from "./camera";
import type { Progress } from "./loading";

const MB = 1e6;

/** One line on how far it is; empty once somebody can be found. */
export function gettingReady(): string {
  const progress = camera.loading.value;
  if (camera.looks.value) return "";
  if (progress?.away) return "Unkink is away. I go on loading when it is back.";
  if (!isLoaded(progress)) return "Loading what I need to see you.";
  return "One moment: I am getting ready to look.";
}

/** A bar, and how much of how much; the browser keeps what came. */
export function LoadingBar() {
  const progress = camera.loading.value;
  if (camera.looks.value || camera.state.value !== "on") return null;
  const { loaded_bytes = 0, total_bytes = 0 } = progress ?? {};
  return (
    <div class="loading-bar">
      <progress max={Math.max(total_bytes, 1)} value={loaded_bytes} aria-label="Loading" />
      <p class="soft">
        {isLoaded(progress) || total_bytes === 0
          ? "This takes a few seconds."
          : `${megabytes(loaded_bytes)} of ${megabytes(total_bytes)} MB. Only this once: your browser keeps it.`}
      </p>
    </div>
  );
}

function isLoaded(progress: Progress | null): boolean {
  return progress !== null && progress.total_bytes > 0 && progress.loaded_bytes >= progress.total_bytes;
}

function megabytes(bytes: number): string {
  return (bytes / MB).toFixed(0);
}
