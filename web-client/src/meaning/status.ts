// The two axes of a piece of work, their order on the page, and how each is drawn. Colours and shapes: ui/Glyph.tsx.

import type { Status, Timeliness } from "../api/types";

export const statuses: readonly Status[] = ["not-started", "in-progress", "awaiting-acceptance", "completed", "suspended", "cancelled"];

// Most pressing first.
export const timelinesses: readonly Timeliness[] = [
  "overdue",
  "due-soon",
  "not-reported",
  "unconfirmed",
  "waiting",
  "on-time",
  "reported",
  "not-due",
  "no-deadline",
  "completed-on-time",
  "completed-late",
  "stopped",
];

export type Tone = "grey" | "blue" | "violet" | "green" | "amber" | "red" | "teal";
export type Shape =
  | "hollow"
  | "half"
  | "clock"
  | "filled-check"
  | "pause"
  | "bar"
  | "none"
  | "triangle"
  | "octagon"
  | "hourglass"
  | "check"
  | "dot"
  | "check-edged"
  | "dash"
  | "dotted";

interface Look {
  shape: Shape;
  tone: Tone;
}

export const statusLook: Record<Status, Look> = {
  "not-started": { shape: "hollow", tone: "grey" },
  "in-progress": { shape: "half", tone: "blue" },
  "awaiting-acceptance": { shape: "clock", tone: "violet" },
  completed: { shape: "filled-check", tone: "green" },
  suspended: { shape: "pause", tone: "grey" },
  cancelled: { shape: "bar", tone: "grey" },
};

export const timelinessLook: Record<Timeliness, Look> = {
  "on-time": { shape: "none", tone: "grey" },
  "due-soon": { shape: "triangle", tone: "amber" },
  overdue: { shape: "octagon", tone: "red" },
  waiting: { shape: "hourglass", tone: "teal" },
  reported: { shape: "check", tone: "green" },
  "not-reported": { shape: "dot", tone: "amber" },
  "completed-late": { shape: "check-edged", tone: "red" },
  "completed-on-time": { shape: "check", tone: "green" },
  "not-due": { shape: "none", tone: "grey" },
  "no-deadline": { shape: "dash", tone: "grey" },
  unconfirmed: { shape: "dotted", tone: "grey" },
  stopped: { shape: "bar", tone: "grey" },
};
