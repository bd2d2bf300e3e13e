// Publishing an indicator's results: the duty in the form, what is recorded, how it stands in words.

import { describe, expect, it } from "vitest";
import type { Indicator, PublicationRecord } from "../src/api/types";
import { bodyOf } from "../src/forms/convert";
import { dutyValue, publicationField } from "../src/forms/publication-field";
import { publicationSpec } from "../src/forms/specs/publications";
import { t } from "../src/i18n";
import { dutyText, endedPeriods, publishes, standingText, standsSo } from "../src/meaning/publication";
import { fieldName, inWords } from "../src/meaning/values";
import { directory } from "./fixtures";

const standing = { period: "2026-q1", state: "published" as const, due: "2026-04-15", overdue: 0, waiting: 0 };
const row = (publication: Indicator["publication"]) => ({ publication });
const indicator = { id: "a", sequence: 7, definition: { tracking_agencies: ["so-khcn"], publication: null } } as unknown as Indicator;
const record = {
  period: "2026-q1",
  document: "cv-88",
  published_on: "2026-04-14",
  address: "https://laocai.gov.vn",
  value: 72.5,
  reason: null,
  standing: true,
  taken_back: null,
} as unknown as PublicationRecord;

function read(value: unknown): unknown {
  if (publicationField.kind !== "own") throw new Error("another field");
  return publicationField.own.read(value);
}

describe("the duty to publish", () => {
  it("is left out, or says within how many days", () => {
    expect(read(dutyValue(null))).toBeUndefined();
    expect(read({ on: true, agency: null, days: " 15 " })).toEqual({ within_days: 15 });
    expect(read(dutyValue({ agency: "so-khcn", within_days: 30 }))).toEqual({ agency: "so-khcn", within_days: 30 });
    for (const days of ["0", "367", "1,5", "x"]) expect(() => read({ on: true, agency: null, days })).toThrow(t.publications.badDays);
    expect(() => read({ on: true, agency: null, days: "" })).toThrow(t.publications.daysNeeded);
  });

  it("is said with its agency", () => {
    expect(dutyText({ agency: null, within_days: 15 }, directory)).toBe("cơ quan theo dõi, trong vòng 15 ngày sau khi hết kỳ");
    expect(inWords("publication", { agency: "so-khcn", within_days: 15 }, directory)).toBe(`${directory.name("so-khcn")}, trong vòng 15 ngày sau khi hết kỳ`);
  });

  it("is that of who tracks the indicator where nobody is named", () => {
    expect(publishes(indicator, "so-khcn", directory)).toBe(true);
    const named = { ...indicator, definition: { ...indicator.definition, publication: { agency: "so-tai-chinh", within_days: 15 } } } as Indicator;
    expect(publishes(named, "so-khcn", directory)).toBe(false);
    expect(publishes(named, "so-tai-chinh", directory)).toBe(true);
  });
});

describe("a publication", () => {
  it("stands in words; what is overdue goes first", () => {
    expect(standingText(standing)).toBe("Đã công bố: quý I/2026");
    expect(standingText({ ...standing, overdue: 2 })).toBe("Quá hạn công bố 2 kỳ");
  });

  it("is what the list is filtered by", () => {
    expect(standsSo(row(null), undefined)).toBe(true);
    expect(standsSo(row(null), "overdue")).toBe(false);
    expect(standsSo(row({ ...standing, overdue: 1 }), "overdue")).toBe(true);
    expect(standsSo(row({ ...standing, waiting: 1 }), "waiting")).toBe(true);
  });

  it("is of a period that is over", () => {
    expect(endedPeriods("quarter", "2026-11-23").slice(0, 4)).toEqual(["2026-q3", "2026-q2", "2026-q1", "2025-q4"]);
  });

  it("is recorded anew from what stands, with a reason", () => {
    const spec = publicationSpec("record-publication", indicator, ["2026-q1"], record);
    expect(spec.path).toBe("/indicators/a/record-publication");
    expect(spec.initial).toMatchObject({ document: { id: "cv-88", later: null }, published_on: "14/04/2026", value: "72,5" });
    expect(spec.fields.find((field) => field.name === "reason")?.required).toBe(true);
    expect(publicationSpec("record-publication", indicator, ["2026-q1"]).fields.find((field) => field.name === "reason")?.required).toBe(false);
    expect(bodyOf(spec, { ...spec.initial, reason: "Đính chính" }, spec.initial).body).toMatchObject({ period: "2026-q1", document: "cv-88", published_on: "2026-04-14", value: 72.5, reason: "Đính chính" });
  });

  it("has its period in the history", () => {
    expect(fieldName("published_on 2026-q1 930", "indicator")).toBe("ngày công bố, quý I/2026");
  });
});
