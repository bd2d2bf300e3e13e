// Targets as lines of text, the way a plan prints them: "2026: ≥ 70", "2030: 9-10", "2026: hạng 20", "2026: hoàn thành";
// of several parts: "2030: 5 [Sở GD&ĐT (3); Sở KH&CN (2)]", "2030: [≥ 2 tiến sĩ; ≥ 10 thạc sĩ]".

import type { Target } from "../api/types";
import { readNumber } from "../format/number";
import { fold } from "../meaning/fold";
import { targetWords, wordsOfParts } from "../meaning/targets";

export interface PartInput {
  text: string;
  comparator: Target["comparator"];
  value?: number | number[] | null;
  unit?: string | null;
}

export interface TargetInput {
  year: number;
  text: string;
  comparator: Target["comparator"];
  value?: number | number[];
  unit?: string;
  parts?: readonly PartInput[];
}

type Read = Pick<TargetInput, "comparator" | "value">;

const comparators: Record<string, Target["comparator"]> = { "≥": ">=", ">=": ">=", "≤": "<=", "<=": "<=", ">": ">", "<": "<", "=": "=" };
const shape = /^(≥|>=|≤|<=|>|<|=)?\s*(-?\d[\d.,]*)(.*)$/;
const rangeShape = /^(-?\d[\d.,]*)\s*[-–]\s*(\d[\d.,]*)/;
const rankShape = /^(?:hang|thu hang|thu|rank)\s+(\d+)/;
const partsShape = /^(.*?)\s*\[([^[\]]+)\]$/;
const leastParts = 2;
const doneWords = ["hoan thanh", "dat", "done", "co"];

// A number of a target that reads in two ways: nothing is guessed.
export class Unclear extends Error {
  constructor(
    readonly typed: string,
    readonly readings: readonly number[],
  ) {
    super(typed);
  }
}

function numberOf(text: string): number | null {
  const typed = text.replace(/[.,]$/, "");
  const read = readNumber(typed);
  if (read.kind === "ask") throw new Unclear(typed, read.readings);
  return read.kind === "number" ? read.value : null;
}

function readText(text: string): Read {
  const folded = fold(text);
  if (doneWords.includes(folded)) return { comparator: "done" };
  const rank = rankShape.exec(folded)?.[1];
  if (rank) return { comparator: "rank", value: Number(rank) };
  const range = rangeShape.exec(text);
  if (range) {
    const [low, high] = [numberOf(range[1] ?? ""), numberOf(range[2] ?? "")];
    return low !== null && high !== null && low <= high ? { comparator: "range", value: [low, high] } : { comparator: "text" };
  }
  const [, sign = "=", number = ""] = shape.exec(text) ?? [];
  const value = number === "" ? null : numberOf(number);
  return value === null ? { comparator: "text" } : { comparator: comparators[sign] ?? "=", value };
}

// What is kept of a part: a number, or done. It may stand in brackets: "Sở KH&CN (2)".
function readPart(text: string): Read {
  const read = readText(text);
  const inBrackets = /\(([^()]+)\)$/.exec(text)?.[1];
  return read.comparator === "text" && inBrackets ? readText(inBrackets) : read;
}

// "5 [Sở GD&ĐT (3); Sở KH&CN (2)]": the target and its parts. Brackets around anything else are words like others.
function readParts(words: string, old: Target | undefined): { whole: string; parts: PartInput[] } | null {
  const [, whole = "", inside = ""] = partsShape.exec(words) ?? [];
  const texts = inside
    .split(";")
    .map((text) => text.trim())
    .filter(Boolean);
  if (texts.length < leastParts) return null;
  const parts = texts.map((text) => old?.parts.find((part) => part.text === text) ?? { text, ...readPart(text) });
  if (parts.some((part) => part.comparator === "text")) return null;
  return { whole: whole === "" ? wordsOfParts(parts) : whole, parts };
}

// The target without parts. One that was there with the same words stays what it was.
function readWhole(year: number, text: string, old: Target | undefined, stated: boolean): TargetInput {
  if (old?.text === text) {
    const { comparator, value, unit } = old;
    return { year, text, comparator, ...(value === null ? {} : { value }), ...(unit === null ? {} : { unit }) };
  }
  return { year, text, ...(stated ? readText(text) : { comparator: "text" as const }) };
}

// One line; null where it has no year or no words. Throws Unclear.
export function targetOfLine(line: string, known: readonly Target[]): TargetInput | null {
  const [, typedYear, words = ""] = /^\s*(\d{4})\s*:\s*(\S.*?)\s*$/.exec(line) ?? [];
  if (!typedYear || words === "") return null;
  const year = Number(typedYear);
  const old = known.find((target) => target.year === year);
  if (old && targetWords(old) === words) {
    return { ...readWhole(year, old.text, old, true), ...(old.parts.length === 0 ? {} : { parts: old.parts }) };
  }
  const read = readParts(words, old);
  if (!read) return readWhole(year, words, old, true);
  return { ...readWhole(year, read.whole, old, !words.startsWith("[")), parts: read.parts };
}
