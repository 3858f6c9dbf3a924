/** One questionnaire or test: fill it in, see what it was before, or supply the words it lacks. */

import { useState } from "preact/hooks";
import { api, wordsOf } from "../api";
import { Rows } from "../charts/Chart";
import { shortDate } from "../charts/axes";
import { Icon } from "../parts/Icon";
import { ItemField, nameOf } from "../parts/ItemField";
import { Shell } from "../parts/Shell";
import { SupplyWording } from "../parts/SupplyWording";
import { Waiting } from "../parts/Waiting";
import { useLoad } from "../parts/useLoad";
import { go } from "../router";
import type { Filled, MeasureProgress } from "../wire";

export function MeasureScreen({ id }: { readonly id: string }) {
  const { value, error } = useLoad(api.progress, id);
  const found = value?.measures.find((one) => one.instrument.id === id);
  return (
    <Shell title={found?.instrument.name ?? "Measure"} narrow>
      {!value && <Waiting error={error} />}
      {value && !found && <p class="notice">There is no such measure. Go back to Progress.</p>}
      {found && <Measure one={found} />}
      <a class="more" href="#/progress">
        Back to progress
      </a>
    </Shell>
  );
}

function Measure({ one }: { readonly one: MeasureProgress }) {
  const { instrument, usable, why_not } = one;
  return (
    <>
      <p class="lead">{instrument.about}</p>
      {one.words && <p>{one.words}</p>}
      {!usable && <p class="notice">{why_not}</p>}
      {one.camera && (
        <a class="button plain" href={`#/self-test/${instrument.id}`}>
          <Icon name="camera" /> Measure with the camera
        </a>
      )}
      {usable && <Form one={one} />}
      {!usable && instrument.supplied && <SupplyWording instrument={instrument} />}
      {one.points.length > 0 && <Before one={one} />}
      <p class="soft">
        {instrument.licence} Source: {instrument.source}.
      </p>
    </>
  );
}

function Form({ one }: { readonly one: MeasureProgress }) {
  const { instrument, points } = one;
  // The person's own activities are asked again under the names they gave them.
  const names = instrument.items.flatMap((item) => {
    const name = points.at(-1)?.answers[nameOf(item)];
    return typeof name === "string" ? [[nameOf(item), name] as const] : [];
  });
  const [answers, setAnswers] = useState<Filled>(Object.fromEntries(names));
  const [problem, setProblem] = useState("");
  const save = async (): Promise<void> => {
    try {
      // By hand: what the camera measures it fills in itself.
      const by = instrument.items.some((item) => item.id === "by") ? { by: 1 } : {};
      const given = Object.entries(answers).filter(([, answer]) => answer !== "");
      await api.fillIn(instrument.id, { ...Object.fromEntries(given), ...by });
      go("progress");
    } catch (error) {
      setProblem(wordsOf(error));
    }
  };
  const fixed = new Set(names.map(([name]) => name));
  return (
    <>
      <p>{instrument.how}</p>
      {instrument.items
        .filter((item) => item.id !== "by")
        .map((item) => (
          <ItemField
            key={item.id}
            item={item}
            good={instrument.better === "lower" ? "low" : "high"}
            answers={answers}
            named={fixed.has(nameOf(item))}
            onAnswer={(name, answer) => { setAnswers((before) => ({ ...before, [name]: answer })); }}
          />
        ))}
      <p class="refused" role="alert">
        {problem}
      </p>
      <div class="foot">
        <button type="button" class="button big" onClick={() => { void save(); }}>
          Save
        </button>
      </div>
    </>
  );
}

function Before({ one }: { readonly one: MeasureProgress }) {
  const parts = [...new Set(one.points.flatMap((point) => Object.keys(point.parts)))];
  const many = parts.length > 1 && parts.length < 6;
  const rows = one.points.map((point) => [
    shortDate(point.date),
    point.value === null ? "–" : String(Math.round(point.value * 10) / 10),
    ...(many ? parts.map((part) => String(point.parts[part] ?? "–")) : []),
  ]);
  const label = (part: string): string => one.instrument.items.find((item) => item.id === part)?.text ?? part;
  return <Rows words="Earlier values" head={["Day", "Value", ...(many ? parts.map(label) : [])]} rows={rows} />;
}
