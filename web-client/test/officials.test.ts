// Forms of official figures and of indicators that are added.

import { describe, expect, it } from "vitest";
import type { Indicator, IndexSuggestion, OfficialFigure } from "../src/api/types";
import { officialFigureSpec, registerIndicatorSpec } from "../src/forms/specs/officials";
import { fieldName } from "../src/meaning/values";

const indicator = { id: "i1", sequence: 7, definition: { combine: "single", frequency: "year" } } as unknown as Indicator;
const rate = { ...indicator, definition: { combine: "rate", frequency: "year" } } as unknown as Indicator;
const said = { agency: null, period: "2025", value: 71.8, numerator: null, denominator: null } as unknown as OfficialFigure;
const names = (spec: { fields: readonly { name: string }[] }) => spec.fields.map((field) => field.name);

describe("the form of an official figure", () => {
  it("asks for the period and the agency where it is opened for none", () => {
    const spec = officialFigureSpec(indicator, { periods: ["2025", "2024"] });
    expect(names(spec)).toEqual(["period", "agency", "value", "document", "reason"]);
    expect(spec.initial["period"]).toBe("2025");
    expect(spec.basedOn).toBe(7);
    expect(spec.fields.find((field) => field.name === "reason")?.required).toBe(false);
  });

  it("begins from what stands and needs a reason", () => {
    const spec = officialFigureSpec(indicator, { periods: ["2025"], agency: null, stands: said });
    expect(spec.initial["value"]).toBe("71,8");
    expect(spec.fields.find((field) => field.name === "reason")?.required).toBe(true);
    expect(spec.title).toBe("Nhập số chính thức, năm 2025");
  });

  it("takes a rate as a value or as its two numbers", () => {
    expect(names(officialFigureSpec(rate, { periods: ["2025"], agency: null }))).toEqual(["period", "agency", "value", "numerator", "denominator", "document", "reason"]);
  });

  it("withdraws without a number", () => {
    const spec = officialFigureSpec(indicator, { periods: ["2025"], agency: null, stands: said, withdrawing: true });
    expect(names(spec)).toEqual(["period", "agency", "withdrawn", "document", "reason"]);
    expect(spec.subject).not.toBe(officialFigureSpec(indicator, { periods: ["2025"], agency: null, stands: said }).subject);
  });
});

describe("the form of an indicator that is added", () => {
  const programmes = [
    { value: "p1", label: "Kế hoạch 1" },
    { value: "p2", label: "Kế hoạch 2" },
  ];
  const pci = { index: "PCI", name: "Chỉ số PCI", unit: "thứ hạng", direction: "rank", programme: "p2", document: "d1", tracking_agencies: ["so-tai-chinh"] } as unknown as IndexSuggestion;

  it("begins empty in the first plan", () => {
    const { initial } = registerIndicatorSpec(programmes);
    expect([initial["programme"], initial["name"], initial["document"]]).toEqual(["p1", "", null]);
  });

  it("begins from an index that is proposed", () => {
    const { initial, path } = registerIndicatorSpec(programmes, pci);
    expect([initial["programme"], initial["name"], initial["direction"]]).toEqual(["p2", "Chỉ số PCI", "rank"]);
    expect(initial["document"]).toEqual({ id: "d1", later: null });
    expect(path).toBe("/indicators");
  });
});

it("names a figure of statistics in the history by its period", () => {
  expect(fieldName("official_figure 2025 931", "indicator")).toContain("số liệu Thống kê công bố");
});
