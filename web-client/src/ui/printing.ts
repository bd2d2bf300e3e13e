// Whether the page is being printed: lists that draw only what is in view then draw everything.

import { flushSync } from "react-dom";
import { Store, useStore } from "../state/store";

const printing = new Store(false);
let screenScheme: string | null = null;

const schemeMark = "data-mantine-color-scheme";

// Paper is white: colours that are read from the page rather than styled have to be the light ones already.
function set(now: boolean): void {
  if (now === printing.get()) return;
  const root = document.documentElement;
  if (now) screenScheme = root.getAttribute(schemeMark);
  if (screenScheme !== null) root.setAttribute(schemeMark, now ? "light" : screenScheme);
  flushSync(() => printing.set(now));
}

// Printing tells by event; a page that is only shown as it would be printed, by its medium.
export function watchPrinting(): void {
  window.addEventListener("beforeprint", () => set(true));
  window.addEventListener("afterprint", () => set(false));
  window.matchMedia("print").addEventListener("change", (event) => set(event.matches));
}

export function usePrinting(): boolean {
  return useStore(printing);
}
