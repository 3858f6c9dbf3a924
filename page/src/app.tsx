/** Which screen is shown: the address says, and the safety questions come before all else. */

import { later } from "./parts/later";
import { Shell } from "./parts/Shell";
import { place } from "./router";
import { CheckIn } from "./screens/CheckIn";
import { Done } from "./screens/Done";
import { DayScreen } from "./screens/DayScreen";
import { ExerciseScreen } from "./screens/ExerciseScreen";
import { Exercises } from "./screens/Exercises";
import { HowWasIt } from "./screens/HowWasIt";
import { RecordScreen } from "./screens/RecordScreen";
import { Care, Safety, care } from "./screens/Safety";
import { SessionScreen } from "./screens/SessionScreen";
import { SettingsScreen } from "./screens/SettingsScreen";
import { Stop } from "./screens/Stop";
import { TodayScreen } from "./screens/TodayScreen";
import { YourData } from "./screens/YourData";
import { today } from "./state";

const SetUp = later(async () => (await import("./camera/SetUp")).SetUp, CameraMissing);

const PlanScreen = later(async () => (await import("./screens/PlanScreen")).PlanScreen, Missing);
const YouScreen = later(async () => (await import("./screens/YouScreen")).YouScreen, Missing);
const ProgressScreen = later(async () => (await import("./screens/ProgressScreen")).ProgressScreen, Missing);
const MeasureScreen = later(async () => (await import("./screens/MeasureScreen")).MeasureScreen, Missing);
const DirectionScreen = later(async () => (await import("./screens/DirectionScreen")).DirectionScreen, Missing);
const TrialScreen = later(async () => (await import("./screens/TrialScreen")).TrialScreen, Missing);

const SelfTest = later(async () => (await import("./camera/SelfTest")).SelfTest, Missing);

function Missing() {
  return (
    <Shell title="Progress">
      <p class="lead">This part of the page could not be loaded. Is Unkink still running? Then load the page again.</p>
    </Shell>
  );
}

function CameraMissing({ id }: { readonly id: string }) {
  return (
    <Shell title="Place the camera" bare narrow>
      <p class="lead">What the camera needs could not be loaded. The session goes on without it.</p>
      <a class="button big" href={`#/session/${encodeURIComponent(id)}`}>
        To the session
      </a>
      <button type="button" class="button plain" onClick={() => { location.reload(); }}>
        Try again
      </button>
    </Shell>
  );
}

export function App() {
  const [screen = "", id = ""] = place.value;
  const screening = today.value?.screening;
  if (care.value) return <Care clearance={care.value} />;
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
    case "progress":
      return <ProgressScreen />;
    case "plan":
      return <PlanScreen />;
    case "you":
      return <YouScreen />;
    case "day":
      return <DayScreen />;
    case "measure":
      return <MeasureScreen key={id} id={id} />;
    case "self-test":
      return <SelfTest key={id} id={id} />;
    case "direction-test":
      return <DirectionScreen />;
    case "trial":
      return <TrialScreen />;
    case "record":
      return <RecordScreen />;
    case "settings":
      return <SettingsScreen />;
    case "your-data":
      return <YourData />;
    default:
      return <TodayScreen />;
  }
}
