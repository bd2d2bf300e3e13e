// A command's form as data: its fields, how they begin, and the body that they make. Values are kept as they are typed (a date as text, a
// number as text), so that a draft gives back exactly what stood there.

import type { ReactNode } from "react";
import type { Deliverable, Target } from "../api/types";
import type { MoneyUnit } from "../format/money";
import type { LiveRecord } from "../live/record";
import type { CommandId } from "../meaning/command-ids";

export interface DocumentValue {
  id: string | null;
  later: string | null; // dd/MM/yyyy as typed; null: a registered document
}

export interface ObstacleValue {
  kind: string;
  since: string;
  text: string;
  asked_of: string;
}

export interface DeliveredValue {
  done: boolean;
  document: string | null;
  count: string;
}

export interface Option {
  value: string;
  label: string;
  text?: string; // by which it is found, where not by its label
}

// A field that only some forms have. `read` throws a Fault where what stands there cannot be sent.
export interface OwnField {
  draw(shown: { label: string; description?: string | undefined; required: boolean; error?: string | undefined; value: unknown; onChange: (value: unknown) => void }): ReactNode;
  read(raw: unknown): unknown;
  shown(wire: unknown): unknown; // what is sent, as it would stand in the field
}

interface Common {
  name: string; // of the member in the body
  label: string;
  hint?: string | ((values: FormValues) => string | undefined);
  required?: boolean;
  when?: (values: FormValues) => boolean;
}

export type FieldSpec = Common &
  (
    | { kind: "text"; rows?: number }
    | { kind: "line" }
    | { kind: "names" } // one a line
    | { kind: "percent" }
    | { kind: "number" } // 9.615.243 or 37,6; what reads in two ways is asked about
    | { kind: "year"; options?: readonly Option[] } // a number in the body; with options, one of them
    | { kind: "done"; options: readonly Option[] } // a number among few
    | { kind: "targets"; known: readonly Target[] } // one year a line: "2026: ≥ 70"
    | { kind: "money"; unit: MoneyUnit } // MoneyValue; the unit is where one begins
    | { kind: "date"; notAfter?: string } // not after this day: "2026-03-31"
    | { kind: "choice" | "select"; options: readonly Option[]; numeric?: boolean } // a long select is searched by words; numbers are sent as such
    | { kind: "choices"; options: readonly Option[] } // any number of them
    | { kind: "document"; evidence?: boolean } // of one's own work, or of any other act
    | { kind: "file"; place: string } // brought for a document; its place among the uploads
    | { kind: "agency"; not?: string } // any but this one
    | { kind: "agencies"; groups: boolean }
    | { kind: "person"; only?: "leaders"; with?: "handling" } // of the agency acted for; with whoever has its work in hand
    | { kind: "people" }
    | { kind: "group" }
    | { kind: "obstacle" }
    | { kind: "quantities"; deliverables: readonly Deliverable[] }
    | { kind: "delivered"; deliverables: readonly Deliverable[] }
    | { kind: "deadline" }
    | { kind: "lines"; known: readonly Deliverable[] } // one deliverable a line
    | { kind: "own"; own: OwnField } // drawn and read by itself
    | { kind: "fixed"; value: unknown } // goes into the body as it is, is not shown
  );

export type FormValues = Record<string, unknown>;

export interface CommandSpec {
  id: CommandId;
  title: string;
  fields: readonly FieldSpec[];
  initial: FormValues;
  given?: FormValues; // what whoever opens the form brings along: stands in it, also over a draft
  path: string;
  subject: string; // of the draft
  subjects: readonly string[]; // that it changes
  basedOn: number | undefined;
  // Which records of others touch what is typed here; all, where it does not say.
  concerns?: (record: LiveRecord) => boolean;
  // For amendments: only what differs from `initial` is sent, inside `set`; these fields stand beside it.
  beside?: readonly string[];
}
