import type { Text } from "../vi";

export const baselines: Text["baselines"] = {
  title: "Baselines of indicators",
  intro: "Only with a baseline can it be said whether an indicator is on track or behind. One row an indicator; what is typed is kept on this machine until it is saved.",
  grid: "Table of baselines",
  indicator: "Indicator",
  year: "At the end of",
  ofWhole: "Of the whole province. Choose an agency in the filter to enter its share.",
  ofAgency: (name) => `The share of ${name}.`,
  columns: { value: "Baseline", document: "By document" },
  known: (year, value) => `Known of ${year}: ${value}`,
  missing: "No baseline yet",
  only: "The standing agency of the plan and statistics enter these.",
  edited: "Not saved",
  count: (known, all) => `${known} of ${all} indicators have a baseline`,
  save: (n) => `Save ${n} rows`,
  saved: (n) => `${n} baselines were saved`,
  value: "Write a value; what was saved is only corrected by another number.",
  none: "This plan has no indicator measured in numbers",
  noneText: "Take filters off to see other plans.",
};
