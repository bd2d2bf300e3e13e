import { beforeEach, describe, expect, it } from "vitest";
import type { Coordination, Programme, Statement } from "../src/api/types";
import { assignmentSpec } from "../src/forms/specs/assignment";
import { registerDocumentSpec } from "../src/forms/specs/registers";
import { inWords } from "../src/meaning/values";
import { evidenceOf } from "../src/meaning/evidence";
import { bodyOf } from "../src/forms/convert";
import { closeYearSpec, measuresAlong, yearsToClose } from "../src/pages/programmes/close-year";
import { filterOf, shownOf } from "../src/pages/coordination/filter";
import { readTaskSearch } from "../src/pages/task/search";
import { assignment, directory, task } from "./fixtures";

const statement = (sequence: number, document: Statement["document"], time: string) => ({ sequence, document, time }) as Statement;

describe("the evidence of a task", () => {
  it("is every document of its work, the newest report first", () => {
    const row = task({ deliverables: [{ text: "Quyết định kiện toàn", kind: "document", quantity: null, unit: null }] });
    const work = assignment({
      statements: [statement(5, "bc-1", "2026-03-31T18:30:00.000Z"), statement(7, null, "2026-04-02T01:00:00.000Z"), statement(9, { later: "2026-05-01" }, "2026-04-09T01:00:00.000Z")],
      delivered: [{ deliverable: 1, document: "qd-7", done: null }] as never,
      submit_document: "bc-2",
      completed_on: "2026-04-20",
    });
    const items = evidenceOf([work], row);
    expect(items.map((one) => [one.use, one.document])).toEqual([["completion", "bc-2"], ["product", "qd-7"], ["report", { later: "2026-05-01" }], ["report", "bc-1"]]);
    expect(items[1]?.product).toBe("Quyết định kiện toàn");
    expect(items[3]?.day).toBe("2026-04-01"); // in Vietnam
    expect(new Set(items.map((one) => one.key)).size).toBe(items.length);
  });

  it("is nothing where nobody has brought a document", () => {
    expect(evidenceOf([assignment()], task())).toEqual([]);
  });
});

describe("a document registered from the work", () => {
  it("begins as a report of one's own agency, and is a decision elsewhere", () => {
    expect(registerDocumentSpec({ kind: "report", issuer: "Sở Y tế", abstract: "Báo cáo quý I" }).initial).toMatchObject({ kind: "report", issuer: "Sở Y tế", abstract: "Báo cáo quý I", file: null });
    expect(registerDocumentSpec().initial["kind"]).toBe("decision");
  });

  it("is asked for as evidence where progress is reported or the work submitted, and nowhere else", () => {
    const fieldOf = (command: "report-progress" | "submit" | "ask-extension") =>
      assignmentSpec(command, assignment(), task())?.fields.find((field) => field.name === "document");
    expect(fieldOf("report-progress")).toMatchObject({ kind: "document", evidence: true });
    expect(fieldOf("submit")).toMatchObject({ kind: "document", evidence: true });
    expect(fieldOf("ask-extension")).not.toHaveProperty("evidence");
  });

  it("comes into the form by its address", () => {
    expect(readTaskSearch({ do: "report-progress", document: "01k4", unit: 7 })).toEqual({ do: "report-progress", document: "01k4", unit: undefined });
  });
});

describe("the list of requests for coordination", () => {
  const request = (id: string, from: string, to: string[], at: string) =>
    ({ id, asked_by: from, asked: to.map((agency) => ({ agency })), asked_at: at }) as unknown as Coordination;
  let all: Coordination[];
  beforeEach(() => {
    all = [request("a", "so-y-te", ["so-khcn"], "2026-04-01T00:00:00Z"), request("b", "so-khcn", ["so-noi-vu"], "2026-04-03T00:00:00Z"), request("c", "so-y-te", ["so-noi-vu"], "2026-04-02T00:00:00Z")];
  });

  it("asks the server for what its filters say", () => {
    expect(filterOf({})).toEqual({});
    expect(filterOf({ agency: "so-khcn" })).toEqual({});
    expect(filterOf({ agency: "so-khcn", kind: "asked", state: "disputed" })).toEqual({ to: "so-khcn", state: "disputed" });
    expect(filterOf({ agency: "so-khcn", kind: "asking", state: "overdue", programme: "p" })).toEqual({ from: "so-khcn", overdue: "true", programme: "p" });
    expect(filterOf({ kind: "nonsense", state: "nonsense" })).toEqual({});
  });

  it("shows both sides of an agency, the newest first", () => {
    expect(shownOf(all, {}).map((one) => one.id)).toEqual(["b", "c", "a"]);
    expect(shownOf(all, { agency: "so-khcn" }).map((one) => one.id)).toEqual(["b", "a"]);
    expect(shownOf(all, { agency: "so-khcn", kind: "asked" })).toHaveLength(3); // the server has sifted
  });
});

describe("closing a year", () => {
  const plan = (part: object) =>
    ({ id: "kh-1", province: "lao-cai", standing_agency: "so-khcn", year_from: 2024, year_to: 2026, closed_years: [], sequence: 7, short_title: "KH", ...part }) as unknown as Programme;

  it("offers the years that are over and not closed", () => {
    expect(yearsToClose(plan({}), "2026-11-23")).toEqual([2024, 2025]);
    expect(yearsToClose(plan({ closed_years: [{ year: 2024 }] }), "2026-01-01")).toEqual([2025]);
    expect(yearsToClose(plan({ year_from: 2026 }), "2026-12-31")).toEqual([]);
    expect(yearsToClose(plan({}), "2031-01-01")).toEqual([2024, 2025, 2026]);
  });

  it("counts the measures that go with their tasks", () => {
    const change = (field: string, now: unknown) => ({ field, old: [], new: now }) as never;
    const items = [
      { do: "close", subject: "programme/kh", changes: [change("closed_years", [{}])] },
      { do: "amend", subject: "task/a", changes: [change("measures", [{}, {}]), change("measures_rejected", [{}])] },
      { do: "amend", subject: "task/b", changes: [change("measures", [{}])] },
    ];
    expect(measuresAlong(items)).toBe(3);
    expect(measuresAlong([])).toBe(0);
  });

  it("is told in words: a year without points, no place in the log", () => {
    const closed = [{ year: 2025, into: null, document: "qd-1", count: null, sequence: 2752 }];
    expect(inWords("closed_years", closed, directory)).toMatch(/: 2025; [^;]*$/);
  });

  it("sends the year as a number, and where the work goes on among plans that have the next year", () => {
    const others = [plan({}), plan({ id: "kh-2", year_from: 2026 }), plan({ id: "cu", year_to: 2024 }), plan({ id: "khac", standing_agency: "so-noi-vu" }), plan({ id: "lc", province: "lai-chau" })];
    const spec = closeYearSpec(plan({}), [2024], others);
    const into = spec.fields.find((field) => field.name === "into");
    expect(into && "options" in into && into.options?.map((one) => one.value)).toEqual(["kh-2"]);
    const { body, faults } = bodyOf({ fields: spec.fields }, { ...spec.initial, document: { id: "qd-1", later: null } }, spec.initial);
    expect(faults).toEqual({});
    expect(body).toEqual({ year: 2024, document: "qd-1" });
  });
});
