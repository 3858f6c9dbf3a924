/** The messages by name; their shapes are generated from the server's own description. */

import type { components } from "./wire.generated";

type Messages = components["schemas"];

export type Asked = Messages["Asked"];
export type Page = Messages["Page"];
export type Adjustment = Messages["Adjustment"];
export type Answers = Messages["Answers"];
export type Catalogue = Messages["Catalogue"];
export type Clearance = Messages["Clearance"];
export type Day = Messages["DayNow"];
export type Cue = Messages["Cue"];
export type EasierSession = Messages["EasierSession"];
export type ExerciseDetail = Messages["ExerciseDetail"];
export type Film = Messages["Film"];
/** Answers to one instrument, by item. */
export type Filled = Messages["FilledIn"]["answers"];
export type Format = Messages["Format"];
export type Kept = Messages["Kept"];
export type TakenIn = Messages["TakenIn"];
export type Finish = Messages["Finish"];
export type Movement = Messages["Movement"];
export type ExerciseProgress = Messages["ExerciseProgress"];
export type MeasureProgress = Messages["MeasureProgress"];
export type NewTrial = Messages["NewTrial"];
export type PainDay = Messages["PainDay"];
export type Progress = Messages["Progress"];
export type SaidDay = Messages["SaidDay"];
export type SelfTested = Messages["SelfTested"];
export type SessionPain = Messages["SessionPain"];
export type NewSession = Messages["NewSession"];
export type DirectionTestNow = Messages["DirectionTestNow"];
export type SaidDirection = Messages["SaidDirection"];
export type Way = Messages["Way"];
export type Programme = Messages["Programme"];
/** Not to be taken for the language's own `Record`. */
export type SessionRecord = Messages["Record"];
export type Refusal = Messages["Refusal"];
export type Schedule = Messages["Schedule"];
export type Screening = Messages["Screening"];
export type Segment = Messages["Segment"];
export type SessionEvent = Messages["SessionEvent"];
export type SessionNow = Messages["SessionNow"];
export type SessionSummary = Messages["SessionSummary"];
export type Settings = Messages["Settings"];
export type SettingsChange = Messages["SettingsChange"];
export type StartedSession = Messages["StartedSession"];
export type Today = Messages["Today"];
export type Unfinished = Messages["Unfinished"];
export type OmittedItem = Messages["OmittedItem"];
export type PlanChange = Messages["PlanChange"];
export type PlanNow = Messages["PlanNow"];
export type PlannedItem = Messages["PlannedItem"];
export type Reason = Messages["Reason"];
export type SaidBound = Messages["SaidBound"];
export type SaidBounds = Messages["SaidBounds"];
export type SaidProfile = Messages["SaidProfile"];
export type Wishes = Messages["Wishes"];
/** The server fills in what was never told: nothing in it is missing. */
export type You = Omit<Messages["You"], "profile" | "bounds"> & {
  profile: Required<Messages["Profile"]>;
  bounds: Required<Messages["Bounds"]>;
};
