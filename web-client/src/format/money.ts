// Amounts as they are typed: a number with its unit. The wire knows whole đồng only.

import { formatNumber } from "./number";

export type MoneyUnit = "dong" | "million" | "billion";

export interface MoneyValue {
  text: string;
  unit: MoneyUnit;
}

export type MoneyFault = "number" | "whole" | "large";
export type MoneyRead = { amount: number } | { fault: MoneyFault } | null; // null: nothing is typed

const zeros: Record<MoneyUnit, number> = { dong: 0, million: 6, billion: 9 };
const largest = 1_000_000_000_000_000; // đồng; the server's limit
const units: readonly (readonly [RegExp, MoneyUnit])[] = [
  [/(tỷ|tỉ|ty)\s*(đồng|đ)?$/i, "billion"],
  [/(triệu|tr)\.?\s*(đồng|đ)?$/i, "million"],
  [/(đồng|đ|vnđ|vnd)$/i, "dong"],
];
const wellFormed = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/;

// A unit written behind the number goes before the one that is set.
function splitUnit(text: string, unit: MoneyUnit): [string, MoneyUnit] {
  const plain = text.normalize("NFC").trim();
  const found = units.find(([pattern]) => pattern.test(plain));
  return found ? [plain.replace(found[0], ""), found[1]] : [plain, unit];
}

// "414.600" triệu is 414600000000. Digit by digit: no fraction of a đồng comes from a binary fraction.
export function readMoney({ text, unit }: MoneyValue): MoneyRead {
  const [typed, meant] = splitUnit(text, unit);
  const bare = typed.replace(/[\s\u00a0]/g, "");
  if (bare === "") return null;
  const [, whole, fraction = ""] = wellFormed.exec(bare) ?? [];
  if (whole === undefined) return { fault: "number" };
  const places = fraction.replace(/0+$/, "");
  if (places.length > zeros[meant]) return { fault: "whole" };
  const amount = Number(whole.replaceAll(".", "") + places.padEnd(zeros[meant], "0"));
  return amount > largest ? { fault: "large" } : { amount };
}

// An amount as it would be typed in the unit.
export function typedMoney(amount: number, unit: MoneyUnit): string {
  return formatNumber(amount / 10 ** zeros[unit]);
}

export const moneyValue = (amount: number, unit: MoneyUnit): MoneyValue => ({ text: typedMoney(amount, unit), unit });

// The same amount in the unit of the papers, to be read beside the đồng: "414.600 triệu đồng".
export function echoOf(amount: number): string {
  return typedMoney(amount, "million");
}
