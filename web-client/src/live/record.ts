// A stored event as the live connection brings it: a CloudEvent (design: "The record"). Without the right to its protected part it is the
// leaf: `data.open` is then missing.

export interface LiveRecord {
  id: string; // the sequence, in decimal
  source: string;
  type: string; // "vn.luuvet.task.amended.v1"
  subject: string;
  time: string;
  actor: string;
  agency: string;
  capacity?: string;
  correlationid?: string;
  actindex?: number;
  actsize?: number;
  programme?: string;
  data: Record<string, unknown>;
}

export interface ControlFrame {
  type: string; // "vn.luuvet.live.hello.v1"
  data?: { log?: string; head?: number | string };
}

const controlPrefix = "vn.luuvet.live.";

export function isControl(frame: { type: string }): frame is ControlFrame {
  return frame.type.startsWith(controlPrefix);
}

// "vn.luuvet.live.caught-up.v1" and "vn.luuvet.live.caught-up" are both "caught-up".
export function controlName(frame: ControlFrame): string {
  return frame.type.slice(controlPrefix.length).replace(/\.v\d+$/, "");
}

export function sequenceOf(record: LiveRecord): number {
  return Number(record.id);
}

// "vn.luuvet.assignment.progress-reported.v1" is "assignment.progress-reported".
export function eventName(type: string): string {
  return type.replace(/^vn\.luuvet\./, "").replace(/\.v\d+$/, "");
}
