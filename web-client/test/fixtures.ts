// Rows as the server represents them, for tests to vary.

import type { Agency, AgencyGroup, Assignment, LuuDocument, Post, Programme, Statement, Task } from "../src/api/types";
import { Directory } from "../src/meaning/directory";
import type { Allowed } from "../src/state/allowed";

const noDeadline = { text: "", kind: "none", start: null, due: null, rhythms: [], trigger: null, parts: [] } as const;
const noWindow = { kind: "none", start: null, due: null, waiting: false, period_start: null, period_end: null, rule: "none" } as const;
const summary = { total: 1, not_started: 1, in_progress: 0, awaiting_acceptance: 0, completed: 0, suspended: 0, cancelled: 0, overdue: 0 };

export function task(part: Partial<Task> = {}): Task {
  return {
    id: "da11.ii.i.1.1",
    programme: "lao-cai-de-an-11",
    parent: null,
    is_group: false,
    source: { document: "lao-cai-de-an-11", annex: "II", section: "I", number: "1.1" },
    title: "Kiện toàn Ban Chỉ đạo cấp tỉnh",
    content: null,
    lead_agencies: ["so-khcn"],
    coordinating_agencies: ["so-tai-chinh"],
    confirming_agency: "vp-ubnd-tinh",
    lead_text: null,
    coordinating_text: null,
    deadline: { ...noDeadline, rhythms: [], parts: [] },
    deliverables: [],
    deliverables_text: null,
    area: "khcn-dmst-cds",
    mandate: null,
    links_to: null,
    carried_from: null,
    carried_to: null,
    assignment_mode: "joint",
    units: ["joint"],
    group: null,
    undecided_lead: false,
    status: "not-started",
    timeliness: "on-time",
    progress_percent: null,
    draft: null,
    returned: false,
    extension_asked: false,
    suspended_until: null,
    window: noWindow,
    triggers: [],
    assignments: summary,
    links: [],
    obstacle: false,
    comment_count: 0,
    external_ids: [],
    measures: [],
    imported: true,
    withheld: false,
    sequence: 10,
    updated_at: "2026-04-20T02:15:00.000Z",
    updated_by: { actor: "luuvet", agency: "luuvet" },
    ...part,
  };
}

export function assignment(part: Partial<Assignment> = {}): Assignment {
  const base = task();
  const made: Partial<Assignment> = {
    id: `${base.id}.joint`,
    task: base.id,
    programme: base.programme,
    unit: "joint",
    title: base.title,
    source: base.source,
    lead_agencies: base.lead_agencies,
    confirming_agency: base.confirming_agency,
    status: "not-started",
    timeliness: "unconfirmed",
    progress_percent: null,
    quantities: [],
    statements: [],
    draft: null,
    started_on: null,
    completed_on: null,
    delivered: [],
    returned: false,
    return_reason: null,
    extension_asked: null,
    extended_due: null,
    opening: null,
    window: {
      kind: "quarter",
      start: "2026-01-01",
      due: "2026-03-31",
      waiting: false,
      period_start: null,
      period_end: null,
      rule: "quarter",
    },
    sequence: 20,
  };
  return { ...made, ...part } as Assignment;
}

export function statement(part: Partial<Statement> = {}): Statement {
  return {
    sequence: 30,
    time: "2026-04-18T03:20:11.004Z",
    actor: "local",
    agency: "so-khcn",
    state: "draft",
    percent: null,
    quantities: [],
    period: null,
    document: null,
    result: null,
    obstacle: null,
    proposal: null,
    ...part,
  };
}

export function document(part: Partial<LuuDocument> = {}): LuuDocument {
  const made: Partial<LuuDocument> = {
    id: "qd-1",
    kind: "decision",
    number: "1/QĐ-UBND",
    issued_on: null,
    issuer: "UBND tỉnh",
    abstract: "",
  };
  return { ...made, ...part } as LuuDocument;
}

const agency = (id: string, name: string, short: string | null = null) =>
  ({ id, name, short_name: short, aliases: [], former_names: [], ended_on: null, merged_into: null }) as unknown as Agency;
const group = {
  id: "cac-so-nganh",
  name: "Các sở, ban, ngành",
  aliases: [],
  members: ["so-khcn", "so-tai-chinh"],
} as unknown as AgencyGroup;
const programme = { id: "lao-cai-de-an-11", short_title: "Đề án 11", standing_agency: "so-khcn" } as unknown as Programme;

export const directory = new Directory(
  [
    agency("so-khcn", "Sở Khoa học và Công nghệ", "Sở KH&CN"),
    agency("so-tai-chinh", "Sở Tài chính"),
    agency("vp-ubnd-tinh", "Văn phòng UBND tỉnh"),
  ],
  [group],
  [programme],
  "Hệ thống",
  [{ role: "outside-lead", agency: "viettel", sponsor: "so-khcn" } as unknown as Post],
);

// Somebody whose posts allow just these commands.
export function allowing(...commands: string[]): Allowed {
  return { may: (command) => commands.includes(command), has: () => false, posts: [] };
}
