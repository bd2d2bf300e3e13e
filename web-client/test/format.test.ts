import { describe, expect, it } from "vitest";
import { addDays, ago, daysBetween, formatDay, formatMoment, isDay, momentOf, parseDay, todayInVietnam } from "../src/format/date";
import { formatMillions, formatNumber, parseNumber, readNumber } from "../src/format/number";

describe("numbers", () => {
  it("writes dots between thousands and a comma before decimals", () => {
    expect(formatNumber(9615243)).toBe("9.615.243");
    expect(formatNumber(37.6)).toBe("37,6");
    expect(formatMillions(9615243000000)).toBe("9.615.243");
    expect(formatMillions(500000)).toBe("0,5");
  });

  it.each([
    ["9.615.243", 9615243],
    ["37,6", 37.6],
    ["1234", 1234],
    ["-30", -30],
    [" 1 000 ", 1000],
  ])("reads %s", (text, value) => expect(parseNumber(text)).toBe(value));

  it.each(["37.6", "1.23.4", "", "abc", "1,2,3", "12.34", "0.600"])("refuses %s", (text) => expect(parseNumber(text)).toBeNull());
});

describe("numbers of one's own hand and out of Excel", () => {
  it.each([
    ["9.615.243", 9615243],
    ["37,6", 37.6],
    ["37,6%", 37.6],
    ["1.234", 1234],
    ["0,125", 0.125],
    ["12,345", 12.345],
  ])("%s is a number", (text, value) => expect(readNumber(text)).toEqual({ kind: "number", value }));

  it.each([
    ["0.6", [0.6]],
    ["37.6", [37.6]],
    ["0.600", [0.6]],
    ["9,615,243", [9615243]],
    ["1,234.5", [1234.5]],
    ["12,500", [12.5, 12500]],
  ])("%s is asked about", (text, readings) => expect(readNumber(text)).toEqual({ kind: "ask", readings }));

  it.each(["khoảng 5", "1.23.4", "1,2,3", "--", "5-6"])("%s is none", (text) => expect(readNumber(text)).toEqual({ kind: "bad" }));
  it("an empty cell says nothing", () => expect(readNumber("\u00a0 ")).toEqual({ kind: "empty" }));
});

describe("days", () => {
  it("writes two digits and reads one or two", () => {
    expect(formatDay("2026-02-05")).toBe("05/02/2026");
    expect(parseDay("5/2/2026")).toBe("2026-02-05");
    expect(parseDay("05-02-2026")).toBe("2026-02-05");
    expect(parseDay(" 29/02/2028 ")).toBe("2028-02-29");
  });

  it.each(["29/02/2026", "31/04/2026", "2026-02-05", "5/2/26", "0/1/2026", "1/13/2026", "x"])("refuses %s", (text) =>
    expect(parseDay(text)).toBeNull(),
  );

  it("knows a real day", () => {
    expect(isDay("2026-12-31")).toBe(true);
    expect(isDay("2026-02-30")).toBe(false);
    expect(isDay("Quý I")).toBe(false);
  });

  it("counts across a month's end", () => {
    expect(addDays("2026-03-31", 1)).toBe("2026-04-01");
    expect(daysBetween("2026-03-31", "2026-04-10")).toBe(10);
    expect(daysBetween("2026-04-10", "2026-03-31")).toBe(-10);
  });
});

describe("moments are Vietnam's", () => {
  it("changes the day at 17:00 UTC", () => {
    expect(todayInVietnam(Date.parse("2026-03-24T16:59:59Z"))).toBe("2026-03-24");
    expect(todayInVietnam(Date.parse("2026-03-24T17:00:00Z"))).toBe("2026-03-25");
    expect(formatMoment("2026-04-20T02:15:00.123Z")).toBe("20/04/2026 09:15");
  });

  it("means the end of the minute", () => {
    expect(Date.parse(momentOf("2026-03-24", "09:15"))).toBe(Date.parse("2026-03-24T02:15:59Z"));
  });

  it("says how long ago for a week", () => {
    const now = Date.parse("2026-04-20T12:00:00Z");
    expect(ago("2026-04-20T11:59:30Z", now)).toEqual({ count: 0, unit: "now" });
    expect(ago("2026-04-20T11:20:00Z", now)).toEqual({ count: 40, unit: "minute" });
    expect(ago("2026-04-18T12:00:00Z", now)).toEqual({ count: 2, unit: "day" });
    expect(ago("2026-04-01T12:00:00Z", now)).toBeNull();
  });
});
