/** The frame of every calm screen: mark, ways to go, one heading, one main part. */

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { place } from "../router";
import { settings, trouble } from "../state";
import { Icon, type IconName, Mark } from "./Icon";

const WAYS: readonly (readonly [icon: IconName, name: string, path: string])[] = [
  ["today", "Today", ""],
  ["grid", "Exercises", "exercises"],
  ["chart", "Progress", "progress"],
  ["gear", "Settings", "settings"],
];

interface ShellProps {
  readonly title: string;
  /** Without ways to wander off, where one thing has to be done first. */
  readonly bare?: boolean;
  readonly narrow?: boolean;
  readonly children: ComponentChildren;
}

export function Shell({ title, bare = false, narrow = false, children }: ShellProps) {
  return (
    <div class="shell">
      <a class="skip-link" href="#main" onClick={toMain}>
        To the content
      </a>
      <header class="top">
        <span class="brand">
          <Mark />
          Unkink
        </span>
        {!bare && <Ways />}
      </header>
      <main id="main" class={narrow ? "page narrow" : "page"} tabIndex={-1}>
        <Heading key={title}>{title}</Heading>
        {settings.value?.made_up && (
          <p class="made-up">A made-up record: {settings.value.made_up} is not a real person.</p>
        )}
        {trouble.value && (
          <p class="notice trouble" role="alert">
            {trouble.value}
          </p>
        )}
        {children}
      </main>
    </div>
  );
}

/** The link may not change the address: that is where we keep which screen is shown. */
function toMain(event: Event): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}

function Ways() {
  const here = place.value[0] ?? "";
  return (
    <nav class="ways" aria-label="Screens">
      {WAYS.map(([icon, name, path]) => (
        <a key={path} href={`#/${path}`} aria-current={here === path ? "page" : undefined}>
          <Icon name={icon} />
          <span>{name}</span>
        </a>
      ))}
    </nav>
  );
}

/** The one h1; takes the focus when it appears, so that a screen reader tells the new screen. */
function Heading({ children }: { readonly children: ComponentChildren }) {
  const self = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    self.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return (
    <h1 ref={self} tabIndex={-1}>
      {children}
    </h1>
  );
}
