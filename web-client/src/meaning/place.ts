// Where a row stands in its document.

import type { Source } from "../api/types";
import { t } from "../i18n";

const namelessAnnexes = ["body", "annex"];

// "II.VII.2.9": annex, section and number as printed, without the body's and the only annex's own names.
export function shortPlace(source: Source | null): string {
  if (!source) return t.place.arisen;
  const annex = namelessAnnexes.includes(source.annex) ? "" : source.annex;
  const place = [annex, source.section, source.number].filter(Boolean).join(".");
  return source.annex === "body" ? t.place.inBody(place) : place;
}

// "Phụ lục II, mục VII.2.9", as a letter would cite it.
export function citedPlace(
  source: Pick<Source, "annex" | "section" | "number"> | { annex: string | null; section: string | null; number: string | null },
): string {
  const item = [source.section, source.number].filter(Boolean).join(".");
  const head = !source.annex
    ? ""
    : source.annex === "body"
      ? t.place.body
      : source.annex === "annex"
        ? t.place.onlyAnnex
        : t.place.annex(source.annex);
  return [head, item ? t.place.item(item) : ""].filter(Boolean).join(", ");
}
