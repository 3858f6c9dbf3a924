/** Which screen is shown: the address says, and the safety questions come before all else. */

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

export function App() {
  const [screen = "", id = ""] = place.value;
  const screening = today.value?.screening;
  if (screen === "safety") return <Safety key={id} />;
  if (screening?.locked && screening.last) return <Stop clearance={screening.last} />;
  if (screening?.ask === "all" && screen === "") return <Safety key="first" />;
  switch (screen) {
    case "how-are-you":
      return <CheckIn />;
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
