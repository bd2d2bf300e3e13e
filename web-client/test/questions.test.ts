import { describe, expect, it } from "vitest";
import type { Finding, Submission, SubmissionDifferenceItem, SubmissionFigure, SubmissionGridRow } from "../src/api/types";
import { bodyOf } from "../src/forms/convert";
import { figureSpec } from "../src/forms/specs/indicators";
import { explains } from "../src/meaning/explains";
import { questionsOfItems, questionsOfRows } from "../src/pages/submissions/questions";
import type { Ready } from "../src/pages/submissions/sending";

const finding = (part: Partial<Finding> = {}): Finding => ({
  kind: "range",
  importance: "warning",
  value: 101,
  low: 0,
  high: 100,
  previous: null,
  median: null,
  deviation: null,
  figures: null,
  ...part,
});
const counted = finding({ kind: "counted", previous: 90 });

const figure = (part: Partial<SubmissionFigure>) => ({ kind: "actual", value: 101, numerator: null, comment: null, findings: [], ...part }) as SubmissionFigure;
const row = (id: string, part: Partial<SubmissionFigure>) =>
  ({ name: `Chỉ tiêu ${id}`, submission: `${id}.so-khcn.2026`, figures: [figure(part)] }) as SubmissionGridRow;

describe("an explanation", () => {
  it("has three characters or more, one of them a letter", () => {
    for (const none of [null, "", ".", "ok", "123", " . . . ", "vì"]) expect(explains(none), String(none)).toBe(false);
    for (const said of ["vì số cũ", "Đo lại", "5G+"]) expect(explains(said), said).toBe(true);
  });
});

describe("what is questioned", () => {
  it("is told of rows that would be written, with what explains it", () => {
    const item = { subject: "submission/a.so-khcn.2026", kind: "actual", value: 101, comment: "Tính cả vùng giáp ranh" } as const;
    const ready: Ready[] = ["a", "b"].map((id) => ({ key: `actual ${id}`, row: row(id, {}), item }));
    const answer = (outcome: string) => ({ outcome, findings: [finding(), counted] }) as unknown as SubmissionDifferenceItem;
    const found = questionsOfItems(ready, [answer("accepted"), answer("refused")]);
    expect(found.map((one) => one.key)).toEqual(["actual a"]);
    expect(found[0]).toMatchObject({ explained: true, comment: "Tính cả vùng giáp ranh", sentences: ["101 ngoài khoảng 0 đến 100"] });
  });

  it("of drafts leaves out what is counted, which the head sees", () => {
    const rows = [row("a", { findings: [counted] }), row("b", { findings: [finding()], comment: "." }), row("c", {})];
    expect(questionsOfRows(rows, "actual", false).map((one) => [one.name, one.explained])).toEqual([["Chỉ tiêu b", false]]);
    expect(questionsOfRows(rows, "actual", true).map((one) => one.name)).toEqual(["Chỉ tiêu a", "Chỉ tiêu b"]);
    expect(questionsOfRows(rows, "estimate", true)).toEqual([]);
  });
});

describe("a correction", () => {
  const read = {
    id: "a.so-khcn.2026",
    indicator: "a",
    sequence: 930,
    figures: [figure({ value: 72.5, missing: false, source: "Báo cáo", evidence: "qd-1" })],
  } as Submission;
  const spec = figureSpec("restate-submission", read, "actual", { direction: "higher", combine: "single" });
  const made = (values: Record<string, unknown>) => bodyOf(spec, { ...spec.initial, ...values }, spec.initial);

  it("says the new figure, and what stands beside it", () => {
    const { body, faults } = made({ value: "75", reason: "Sót một thôn", comment: "Thêm xã mới" });
    expect(faults).toEqual({});
    expect(body).toEqual({ kind: "actual", value: 75, reason: "Sót một thôn", comment: "Thêm xã mới", source: "Báo cáo", evidence: "qd-1" });
  });

  it("may say that there is none, and then no number", () => {
    const { body, faults } = made({ missing: true, reason: "Điều tra lại" });
    expect(faults).toEqual({});
    expect(body).toMatchObject({ missing: true, reason: "Điều tra lại" });
    expect(body).not.toHaveProperty("value");
  });
});
