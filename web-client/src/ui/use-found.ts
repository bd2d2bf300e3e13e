import { useMemo } from "react";
import { matches, queryWords, searchText } from "../meaning/fold";

// The rows whose words match what is typed; the words of a row are made once.
export function useFound<T extends object>(
  rows: readonly T[],
  query: string | undefined,
  words: (row: T) => readonly (string | null | undefined)[],
): T[] {
  const texts = useMemo(() => new Map(rows.map((row) => [row, searchText(words(row))])), [rows, words]);
  return useMemo(() => {
    const wanted = queryWords(query ?? "");
    return wanted.length === 0 ? [...rows] : rows.filter((row) => matches(texts.get(row) ?? "", wanted));
  }, [rows, texts, query]);
}

export function useProgrammesOf(rows: readonly { programme: string }[]): string[] {
  return useMemo(() => [...new Set(rows.map((row) => row.programme))], [rows]);
}
