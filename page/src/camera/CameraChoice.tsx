/** Whether the camera is to watch this session: off until somebody wants it. */

import { wantCamera, wantsCamera } from "./memory";

export function CameraChoice() {
  return (
    <label class="check">
      <input type="checkbox" checked={wantsCamera.value} onChange={(event) => { wantCamera(event.currentTarget.checked); }} />
      <span>
        Use the camera, to count with me. <span class="soft">Its picture never leaves this page.</span>
      </span>
    </label>
  );
}
