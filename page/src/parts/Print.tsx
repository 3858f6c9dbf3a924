/** A way to paper: the server makes the PDF, the browser keeps it. */

import type { Wishes } from "../wire";
import { Icon } from "./Icon";

/** Where people's printers hold Letter rather than A4. */
const LETTER = /-(US|CA|MX|PH|CL|CO|VE)$/i;

export const sheet = (language: string): "letter" | "a4" => (LETTER.test(language) ? "letter" : "a4");

interface What {
  readonly programme?: string;
  readonly exercises?: readonly string[];
  readonly minutes?: number | null;
  readonly wishes?: Wishes;
}

/** The address of a handout: a programme's, or some exercises'. */
export function handoutPath(what: What, large = false, language = navigator.language): string {
  const asked = new URLSearchParams();
  if (what.programme) asked.set("programme", what.programme);
  for (const id of what.exercises ?? []) asked.append("exercise", id);
  if (what.minutes) asked.set("minutes", String(what.minutes));
  if (what.wishes) asked.set("wishes", JSON.stringify(what.wishes));
  asked.set("paper", sheet(language));
  if (large) asked.set("large", "true");
  return `/api/handout.pdf?${asked.toString()}`;
}

interface PrintProps extends What {
  readonly name: string;
}

export function PrintHandout({ name, ...what }: PrintProps) {
  return (
    <p class="print">
      <a class="more" href={handoutPath(what)} download aria-label={`Print ${name}, as a PDF`}>
        <Icon name="print" /> Print
      </a>
      <a class="more" href={handoutPath(what, true)} download aria-label={`Print ${name} in large print, as a PDF`}>
        in large print
      </a>
    </p>
  );
}

/** The last twelve weeks for whoever treats this person. */
export function PrintReport() {
  return (
    <a class="more" href={`/api/report.pdf?paper=${sheet(navigator.language)}`} download>
      <Icon name="print" /> Print a report for your clinician
    </a>
  );
}
