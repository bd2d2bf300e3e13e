// Numbers as the offices write them: 9.615.243 and 37,6.

const million = 1_000_000;
const plain = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 10 });

export function formatNumber(value: number): string {
  return plain.format(value);
}

// What was computed: to two places, or as many as a small number needs to be one.
export function roundComputed(value: number): number {
  const small = value !== 0 && Math.abs(value) < 0.01;
  return small ? Number(value.toPrecision(1)) : Math.round(value * 100) / 100;
}

export function formatComputed(value: number): string {
  return formatNumber(roundComputed(value));
}

const wellFormed = /^-?([1-9]\d{0,2}(\.\d{3})+|\d+)(,\d+)?$/;
const closed = (text: string): string => text.trim().replace(/[\s\u00a0]/g, "");

// Reads "9.615.243", "37,6" and "1234"; null for anything else. "37.6" is refused: it could mean 376 to one reader and 37,6 to another.
export function parseNumber(text: string): number | null {
  const trimmed = closed(text);
  if (!wellFormed.test(trimmed)) return null;
  return Number(trimmed.replaceAll(".", "").replace(",", "."));
}

// What a typed or pasted number says: nothing, one number, a number only after asking which of `readings` is meant, or none.
export type ReadNumber =
  | { kind: "empty" }
  | { kind: "number"; value: number }
  | { kind: "ask"; readings: readonly number[] }
  | { kind: "bad" };

const foreign = /^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/; // 9,615,243.5: a comma between thousands, a dot before decimals
const foreignValue = (text: string): number => Number(text.replaceAll(",", ""));
// "12,500": nobody types a decimal nought at the end, where thousands are often written so.
const thousandsLikely = /^-?[1-9]\d{0,2},\d{2}0$/;

export function readNumber(text: string): ReadNumber {
  const typed = closed(text).replace(/%$/, "");
  if (typed === "") return { kind: "empty" };
  const value = parseNumber(typed);
  if (value !== null) return thousandsLikely.test(typed) ? { kind: "ask", readings: [value, foreignValue(typed)] } : { kind: "number", value };
  return foreign.test(typed) ? { kind: "ask", readings: [foreignValue(typed)] } : { kind: "bad" };
}

export function formatPercent(value: number): string {
  return `${formatNumber(value)}%`;
}

const short = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 });

// To one place, where an overview is wanted; whoever needs the đồng finds it in the ledger.
export function aboutMillions(dong: number): string {
  return short.format(dong / million);
}

// Amounts come in đồng and are shown in triệu đồng, the unit of the papers.
export function formatMillions(dong: number): string {
  return formatNumber(dong / million);
}
