/** Starts the page. */

import { render } from "preact";
import { App } from "./app";
import { deliverAll } from "./outboxes";
import { watchVoices } from "./speech";
import { applySettings, look, refresh } from "./state";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/screens.css";
import "./styles/safety.css";
import "./styles/exercises.css";
import "./styles/session.css";
import "./styles/session-wide.css";
import "./styles/overlays.css";
import "./styles/camera.css";
import "./styles/keeping.css";
import "./styles/progress.css";
import "./styles/plan.css";

const LAST_LOOK = "unkink.look";

/** The look of last time at once, so that a dark room stays dark while the settings come. */
function lastLook(): void {
  try {
    const [theme, text] = (localStorage.getItem(LAST_LOOK) ?? "system normal").split(" ");
    look(theme ?? "system", text ?? "normal");
  } catch {
    look("system", "normal");
  }
}

lastLook();
watchVoices();
applySettings();
const root = document.getElementById("app");
if (root) {
  await deliverAll().catch(() => undefined);
  await refresh();
  render(<App />, root);
}
