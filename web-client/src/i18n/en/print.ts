import type { print as vi } from "../vi/print";

export const print: typeof vi = {
  filter: (what) => `Filter: ${what}`,
  words: (text) => `with the words “${text}”`,
  asOf: (day) => `Data as of ${day}`,
  past: (moment) => `Data at ${moment}`,
  printed: (moment) => `Printed ${moment}`,
};
