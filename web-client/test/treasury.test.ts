import { describe, expect, it } from "vitest";
import type { ExtractRow, ExtractSlipRow, TreasuryExtract } from "../src/api/types";
import { alike, changes, countsOf, ordered, settles, slipTotals, stepOf, toBook } from "../src/pages/treasury/model";
import { columnsWith } from "../src/pages/treasury/settings-model";
import { withFixes } from "../src/pages/treasury/use-extract";

function row(part: Partial<ExtractRow>): ExtractRow {
  return { row: 0, key: "k", state: "matched", code: "", text: "", kind: "payment", amount: 5, paid_on: null, voucher: null, place: null, owner: null, fault: null, ...part };
}

function extract(rows: ExtractRow[], state: "staged" | "booked" = "staged"): TreasuryExtract {
  const counts = { matched: 0, over_ceiling: 0, unmatched: 0, known: 0, skipped: 0, faulty: 0, booked: 0, waiting: 0 };
  for (const one of rows) counts[one.state === "over-ceiling" ? "over_ceiling" : one.state] += 1;
  return { rows, state, counts } as TreasuryExtract;
}

describe("an extract", () => {
  it("shows first what needs somebody", () => {
    const rows = [row({ row: 0 }), row({ row: 1, state: "unmatched" }), row({ row: 2, state: "over-ceiling" }), row({ row: 3, state: "unmatched" })];
    expect(ordered(rows).map((one) => one.row)).toEqual([1, 3, 2, 0]);
    expect(countsOf(extract(rows))).toEqual([
      ["unmatched", 2],
      ["over-ceiling", 1],
      ["matched", 1],
    ]);
    expect(toBook(extract(rows))).toBe(2);
  });

  it("is at the step at which somebody is needed", () => {
    expect(stepOf(extract([]))).toBe(2);
    expect(stepOf(extract([row({ state: "faulty" })]))).toBe(2);
    expect(stepOf(extract([row({}), row({ state: "unmatched" })]))).toBe(3);
    expect(stepOf(extract([row({}), row({ state: "known" })]))).toBe(4);
    expect(stepOf(extract([row({ state: "waiting" })], "booked"))).toBe(4);
  });

  it("settles rows of one code together", () => {
    const [a, b, c] = [row({ row: 1, code: "789", state: "unmatched" }), row({ row: 2, code: "789", state: "unmatched" }), row({ row: 3, code: "789" })];
    expect(alike([a, b, c], a).map((one) => one.row)).toEqual([1, 2]);
    expect(alike([a, b, row({ row: 4, state: "unmatched" })], row({ row: 4, state: "unmatched" }))).toHaveLength(1);
    expect([settles(a), settles(c), changes(c), changes(row({ state: "known" }))]).toEqual([true, false, true, false]);
  });

  it("keeps one word a row and one meaning a column", () => {
    const settings = { profile: "vouchers" as const, rows: [{ row: 1, skip: true }, { row: 2, skip: true }] };
    expect(withFixes(settings, [{ row: 2, owner: "so-khcn" }]).rows).toEqual([{ row: 1, skip: true }, { row: 2, owner: "so-khcn" }]);
    const columns = [{ column: 0, field: "code" as const }, { column: 1, field: "amount" as const }];
    expect(columnsWith(columns, 2, "amount")).toEqual([{ column: 0, field: "code" }, { column: 2, field: "amount" }]);
    expect(columnsWith(columns, 0, "")).toEqual([{ column: 1, field: "amount" }]);
  });

  it("has a slip whose totals add up", () => {
    const part = { line: "", line_name: "", component: "", component_name: "", budget_year: 2026, funding_source: "central-budget", allocated: 0 } as const;
    const slip: ExtractSlipRow[] = [
      { ...part, before: 1, booked: 2, after: 3, above_ceiling: 0 },
      { ...part, before: 10, booked: -4, after: 6, above_ceiling: 1 },
    ];
    expect(slipTotals(slip)).toEqual({ before: 11, booked: -2, after: 9, above_ceiling: 1 });
  });
});
