/** Settings: how it sounds, how it looks, and whom to call. */

import { api } from "../api";
import { Emergency, OwnNumber } from "../parts/Emergency";
import { Shell } from "../parts/Shell";
import { Waiting } from "../parts/Waiting";
import { useLoad } from "../parts/useLoad";
import { YourDataLink } from "../parts/YourDataLink";
import { englishVoices } from "../speech";
import { bells, change, settings, today, trouble, unlockSound, voice } from "../state";
import type { Settings } from "../wire";

type Choices<T extends string> = readonly (readonly [value: T, words: string])[];

const MODES: Choices<Settings["voice_mode"]> = [
  ["voice", "Voice and bells"],
  ["bells", "Bells only"],
  ["silent", "Silent"],
];
const THEMES: Choices<Settings["theme"]> = [
  ["system", "As my device"],
  ["light", "Light"],
  ["dark", "Dark"],
];
const SIZES: Choices<Settings["text_size"]> = [
  ["normal", "Normal"],
  ["large", "Large"],
  ["largest", "Largest"],
];
const RATES: readonly (readonly [rate: number, words: string])[] = [
  [0.8, "Slower"],
  [1, "Normal"],
  [1.2, "Faster"],
];

export function SettingsScreen() {
  const now = settings.value;
  if (!now)
    return (
      <Shell title="Settings" narrow>
        <Waiting error={trouble.value} />
      </Shell>
    );
  return (
    <Shell title="Settings" narrow>
      <p>
        <a class="more" href="#/you">
          You: your week, what you have at hand, your clinician’s limits
        </a>
      </p>
      <h2>Sound</h2>
      <Pills name="voice_mode" legend="A session is led by" choices={MODES} value={now.voice_mode} onPick={(voice_mode) => change({ voice_mode })} />
      {now.voice_mode === "voice" && <VoiceChoice now={now} />}
      <label class="check">
        <input type="checkbox" checked={now.captions} onChange={(event) => { void change({ captions: event.currentTarget.checked }); }} />
        <span>Write what is said on the screen</span>
      </label>
      <h2>Camera</h2>
      <label class="check">
        <input type="checkbox" checked={now.hand_pauses} onChange={(event) => { void change({ hand_pauses: event.currentTarget.checked }); }} />
        <span>
          A hand held up pauses, and goes on
          <span class="line soft">For two seconds, above head and knees.</span>
        </span>
      </label>
      <h2>Look</h2>
      <Pills name="theme" legend="Colours" choices={THEMES} value={now.theme} onPick={(theme) => change({ theme })} />
      <Pills name="text_size" legend="Words" choices={SIZES} value={now.text_size} onPick={(text_size) => change({ text_size })} />
      <h2>In an emergency</h2>
      <Whom now={now} />
      <YourDataLink />
      <p class="soft">Unkink {today.value?.version}. Everything stays on this machine.</p>
    </Shell>
  );
}

interface PillsProps<T extends string> {
  readonly name: string;
  readonly legend: string;
  readonly choices: Choices<T>;
  readonly value: T;
  readonly onPick: (value: T) => Promise<void>;
}

function Pills<T extends string>({ name, legend, choices, value, onPick }: PillsProps<T>) {
  return (
    <fieldset class="pills">
      <legend>{legend}</legend>
      {choices.map(([choice, words]) => (
        <label key={choice} class="pill">
          <input type="radio" name={name} checked={choice === value} onChange={() => { void onPick(choice); }} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}

function VoiceChoice({ now }: { readonly now: Settings }) {
  const voices = englishVoices.value;
  if (voices.length === 0)
    return (
      <p class="notice">
        This device has no English voice of its own, so bells lead you and all words are on the screen. You can add
        one in the device’s own settings, under speech.
      </p>
    );
  const hear = (): void => {
    unlockSound();
    bells.ring("start");
    voice.say("Breathe in. And slowly out.", "now");
  };
  return (
    <>
      <label class="field">
        <span>Whose voice</span>
        <select value={now.voice} onChange={(event) => { void change({ voice: event.currentTarget.value }); }}>
          <option value="">The one that fits best</option>
          {voices.map((one) => (
            <option key={one.voiceURI} value={one.name}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <fieldset class="pills">
        <legend>It speaks</legend>
        {RATES.map(([rate, words]) => (
          <label key={rate} class="pill">
            <input type="radio" name="rate" checked={now.speech_rate === rate} onChange={() => { void change({ speech_rate: rate }); }} />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      <button type="button" class="button plain" onClick={hear}>
        Hear it
      </button>
    </>
  );
}

/** For places the list does not know, one's own number. */
function Whom({ now }: { readonly now: Settings }) {
  const { value, error } = useLoad(api.screening, `${now.country} ${now.emergency_number}`);
  if (!value) return <Waiting error={error} />;
  return (
    <>
      <Emergency screening={value} />
      <OwnNumber now={now} />
    </>
  );
}
