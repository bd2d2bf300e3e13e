// The language of the pages. The data is Vietnamese in both.

import { local, readText, writeText } from "../state/storage";

export type Locale = "vi" | "en";

const key = "luuvet.locale";

export const locale: Locale = readText(local, key) === "en" ? "en" : "vi";

// Texts are chosen once, when the page loads.
export function chooseLocale(next: Locale): void {
  writeText(local, key, next);
  window.location.reload();
}
