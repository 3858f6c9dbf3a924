/** Our own icons: plain strokes that stay clear when small or far away. */

const PATHS = {
  play: "M8 5.5v13l11-6.5z",
  pause: "M8 5v14M16 5v14",
  back: "M15 5l-8 7 8 7",
  skip: "M9 5l8 7-8 7",
  repeat: "M5 12a7 7 0 1 1 2.2 5.1M5 19v-4.5h4.5",
  easier: "M4 7h16M7 12h10M10 17h4",
  stop: "M7 7h10v10H7z",
  hand: "M8 12.5V6.2a1.4 1.4 0 0 1 2.8 0V11V4.6a1.4 1.4 0 0 1 2.8 0V11V5.6a1.4 1.4 0 0 1 2.8 0V13l1-1.6a1.4 1.4 0 0 1 2.4 1.4l-2.6 5A6 6 0 0 1 12 21a5.6 5.6 0 0 1-4.6-2.4l-3-4.8a1.4 1.4 0 0 1 2.3-1.6z",
  phone: "M6 3.5h3l1.5 4.5-2 1.6a12 12 0 0 0 5.9 5.9l1.6-2 4.5 1.5v3a2 2 0 0 1-2.2 2A16.4 16.4 0 0 1 4 5.7a2 2 0 0 1 2-2.2z",
  help: "M9 9a3 3 0 1 1 4.4 2.7c-1 .5-1.4 1.1-1.4 2.3M12 17.6v.1",
  today: "M4 11.5L12 5l8 6.5M6.5 10v9h11v-9",
  grid: "M4.5 4.5h6v6h-6zM13.5 4.5h6v6h-6zM4.5 13.5h6v6h-6zM13.5 13.5h6v6h-6z",
  list: "M8.5 6.5h11M8.5 12h11M8.5 17.5h11M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1",
  gear: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8v4.4M9 14.8v4.4",
  chart: "M4.5 5v14.5h15M8 15.5l3.5-5 3 2.5 4-6.5",
  camera: "M4 8.5h3.5L9 6h6l1.5 2.5H20v10H4zM12 16.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4z",
  print: "M7 8.5V4h10v4.5M7 16.5H4.5v-8h15v8H17M7 13.5h10V20H7z",
  down: "M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 19.5h14",
  check: "M5 12.5l4.5 4.5L19 7",
  close: "M6 6l12 12M18 6L6 18",
} as const;

export type IconName = keyof typeof PATHS;

const FILLED: readonly IconName[] = ["play", "stop"];

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill={FILLED.includes(name) ? "currentColor" : "none"}
        stroke="currentColor"
        stroke-width={name === "pause" ? 3.2 : 2.2}
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** Our mark: someone doing the bridge on a mat. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" class="mark-ground" />
      <path d="M4.5 24.5h23" class="mark-mat" />
      <path d="M7.6 21.4l3.2-9.4 7.6 3.6 4.6 5.6" class="mark-body" />
      <circle cx="26.2" cy="19.8" r="2.2" class="mark-head" />
    </svg>
  );
}

/** A face for either end of a scale: at ease, or not. */
export function Face({ mood }: { readonly mood: "eased" | "pained" }) {
  const mouth = mood === "eased" ? "M8 14c1.8 3 6.2 3 8 0" : "M8 17c1.8-3 6.2-3 8 0";
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round">
        <circle cx="12" cy="12" r="9.5" />
        <path d={mouth} />
        <path d="M9 9.2v.6M15 9.2v.6" stroke-width="2.4" />
      </g>
    </svg>
  );
}
