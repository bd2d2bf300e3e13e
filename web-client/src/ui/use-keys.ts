// Keys that work a page while nobody types in a field.

import { useEffect, useRef } from "react";

export type Keys = Readonly<Record<string, () => void>>; // by KeyboardEvent.key, letters in lower case

function isTyping(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : null;
  return element !== null && (element.isContentEditable || element.matches("textarea, select, input:not([type=checkbox]):not([type=radio])"));
}

export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const arrows = event.key.startsWith("Arrow") && event.target instanceof HTMLInputElement;
      const run = arrows ? undefined : current.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!run || document.querySelector("[role=dialog]")) return;
      event.preventDefault();
      run();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
