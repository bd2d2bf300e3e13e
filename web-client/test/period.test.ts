import { describe, expect, it } from "vitest";
import { frequencyOf, periodAt, periodEnd } from "../src/meaning/period";

describe("periods", () => {
  it.each([
    ["2026-02", "month", "2026-02-28"],
    ["2028-02", "month", "2028-02-29"],
    ["2026-12", "month", "2026-12-31"],
    ["2026-q2", "quarter", "2026-06-30"],
    ["2026-h1", "half-year", "2026-06-30"],
    ["2026-h2", "half-year", "2026-12-31"],
    ["2026", "year", "2026-12-31"],
  ])("%s is a %s that ends on %s", (period, frequency, end) => {
    expect(frequencyOf(period)).toBe(frequency);
    expect(periodEnd(period)).toBe(end);
  });

  it("finds the period of a day, and those before it across the year's end", () => {
    expect(periodAt("month", "2026-01-15")).toBe("2026-01");
    expect(periodAt("month", "2026-01-15", 1)).toBe("2025-12");
    expect(periodAt("quarter", "2026-04-01")).toBe("2026-q2");
    expect(periodAt("quarter", "2026-04-01", 2)).toBe("2025-q4");
    expect(periodAt("half-year", "2026-06-30", 1)).toBe("2025-h2");
    expect(periodAt("year", "2026-06-30", 3)).toBe("2023");
  });
});
