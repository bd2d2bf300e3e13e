// A target in words; the numbers of which it consists stand in brackets behind it: "5 [Sở GD&ĐT (3); Sở KH&CN (2)]".

import type { Target } from "../api/types";

type Said = Pick<Target, "year" | "text"> & { parts?: readonly { text: string }[] };

const between = "; ";

// What a target is called that says nothing beside its parts.
export const wordsOfParts = (parts: readonly { text: string }[]): string => parts.map((part) => part.text).join(between);

export function targetWords({ text, parts = [] }: Omit<Said, "year">): string {
  if (parts.length === 0) return text;
  const all = wordsOfParts(parts);
  return text === all ? `[${all}]` : `${text} [${all}]`;
}

export const lineOfTarget = (target: Said): string => `${target.year}: ${targetWords(target)}`;
