// What a sentence about an event is made from.

import type { Change } from "../api/types";
import type { Directory } from "./directory";

export interface Facts {
  aggregate: string;
  imported: boolean;
  undoes: boolean;
  changes: readonly Change[];
  directory: Directory;
  old: (field: string) => unknown;
  now: (field: string) => unknown;
}

export type Teller = (facts: Facts) => string;

export const say =
  (text: string): Teller =>
  () =>
    text;
