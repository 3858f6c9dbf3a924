/** Which screen is shown: the address says, and the safety questions come before all else. */

import { later } from "./parts/later";
import { Shell } from "./parts/Shell";
import { place } from "./router";
import { CheckIn } from "./screens/CheckIn";
import { Done } from "./screens/Done";
import { ExerciseScreen } from "./screens/ExerciseScreen";
import { Exercises } from "./screens/Exercises";
import { HowWasIt } from "./screens/HowWasIt";
import { RecordScreen } from "./screens/RecordScreen";
import { Safety } from "./screens/Safety";
import { SessionScreen } from "./screens/SessionScreen";
import { SettingsScreen } from "./screens/SettingsScreen";
import { Stop } from "./screens/Stop";
import { TodayScreen } from "./screens/TodayScreen";
import { today } from "./state";

const SetUp = later(async () => (await import("./camera/SetUp")).SetUp, CameraMissing);

function CameraMissing({ id }: { readonly id: string }) {
  return (
    <Shell title="Place the camera" bare narrow>
      <p class="lead">What the camera needs could not be loaded. The session goes on without it.</p>
      <a class="button big" href={`#/session/${encodeURIComponent(id)}`}>
        To the session
      </a>
    </Shell>
  );
}

export function App() {
  const [screen = "", id = ""] = place.value;
  const screening = today.value?.screening;
  if (screen === "safety") return <Safety key={id} />;
  if (screening?.locked && screening.last) return <Stop clearance={screening.last} />;
  if (screening?.ask === "all" && screen === "") return <Safety key="first" />;
  switch (screen) {
    case "how-are-you":
      return <CheckIn />;
    case "camera":
      return <SetUp key={id} id={id} />;
    case "session":
      return <SessionScreen key={id} id={id} />;
    case "how-was-it":
      return <HowWasIt key={id} id={id} />;
    case "done":
      return <Done key={id} id={id} />;
    case "exercises":
      return id ? <ExerciseScreen key={id} id={id} /> : <Exercises />;
    case "record":
      return <RecordScreen />;
    case "settings":
      return <SettingsScreen />;
    default:
      return <TodayScreen />;
  }
}
