/** A question that waits for an answer, over everything else. */

import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

interface ModalProps {
  readonly title: string;
  readonly onEscape: () => void;
  readonly children: ComponentChildren;
}

export function Modal({ title, onEscape, children }: ModalProps) {
  const self = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    self.current?.showModal();
  }, []);
  const cancel = (event: Event): void => {
    event.preventDefault(); // what Escape means is for the question to say
    onEscape();
  };
  // Browsers let a second Escape close it all the same: then the question still stands, so show it.
  const closed = (): void => {
    onEscape();
    setTimeout(() => {
      if (self.current?.isConnected && !self.current.open) self.current.showModal();
    });
  };
  return (
    <dialog ref={self} aria-labelledby={heading} onCancel={cancel} onClose={closed}>
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}
