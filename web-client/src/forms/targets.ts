// Targets as lines of text, the way a plan prints them: "2026: ≥ 70", "2030: 9-10", "2026: hạng 20", "2026: hoàn thành".

import type { Target } from "../api/types";
import { readNumber } from "../format/number";
import { fold } from "../meaning/fold";

export interface TargetInput {
  year: number;
  text: string;
  comparator: Target["comparator"];
  value?: number | number[];
  unit?: string;
  parts?: Target["parts"];
}

type Read = Pick<TargetInput, "comparator" | "value">;

const comparators: Record<string, Target["comparator"]> = { "≥": ">=", ">=": ">=", "≤": "<=", "<=": "<=", ">": ">", "<": "<", "=": "=" };
const shape = /^(≥|>=|≤|<=|>|<|=)?\s*(-?\d[\d.,]*)(.*)$/;
const rangeShape = /^(-?\d[\d.,]*)\s*[-–]\s*(\d[\d.,]*)/;
const rankShape = /^(?:hang|thu hang|thu|rank)\s+(\d+)/;
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

// One line; null where it has no year or no words. Throws Unclear. A target that was there with the same words stays what it was.
export function targetOfLine(line: string, known: readonly Target[]): TargetInput | null {
  const [, typedYear, words = ""] = /^\s*(\d{4})\s*:\s*(\S.*?)\s*$/.exec(line) ?? [];
  if (!typedYear || words === "") return null;
  const year = Number(typedYear);
  const old = known.find((target) => target.year === year && target.text === words);
  if (!old) return { year, text: words, ...readText(words) };
  return {
    year,
    text: old.text,
    comparator: old.comparator,
    ...(old.value === null ? {} : { value: old.value }),
    ...(old.unit === null ? {} : { unit: old.unit }),
    ...(old.parts.length === 0 ? {} : { parts: old.parts }),
  };
}

export const lineOfTarget = (target: Pick<Target, "year" | "text">): string => `${target.year}: ${target.text}`;
