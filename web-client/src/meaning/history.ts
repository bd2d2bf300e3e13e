// What an event says, as a sentence after the name of its agency: "cập nhật tiến độ từ 40% lên 65%".

import type { Change, Holding } from "../api/types";
import { addDays, formatDay } from "../format/date";
import { formatNumber, formatPercent } from "../format/number";
import { t } from "../i18n";
import { eventName, type LiveRecord } from "../live/record";
import type { Directory } from "./directory";
import { moneyTellers } from "./money-history";
import { say, type Facts, type Teller } from "./telling";
import { accountsIn, fieldName, inWords } from "./values";

export interface Told {
  type: string;
  actor?: string;
  changes: readonly Change[];
  undoes?: number | null; // the record that this takes back
}

const importer = "luuvet";

const words = t.history.sentence;

function day(value: unknown): string | null {
  return typeof value === "string" ? formatDay(value) : null;
}

// A history names what became of the state ("reported_percent"), a live record what was sent ("percent").
function percentChange(facts: Facts): string | null {
  const now = facts.now("reported_percent") ?? facts.now("percent");
  const old = facts.old("reported_percent") ?? facts.old("percent");
  if (typeof now !== "number") return null;
  if (typeof old !== "number") return words.percentFirst(formatPercent(now));
  return (now >= old ? words.percent : words.percentDown)(formatPercent(old), formatPercent(now));
}

function progressReported(facts: Facts): string {
  const main = percentChange(facts) ?? words.progress;
  return facts.now("obstacle") ? `${main}, ${words.withObstacle}` : main;
}

function progressApproved(facts: Facts): string {
  const now = facts.now("progress_percent");
  return typeof now === "number" ? words.approvedPercent(formatPercent(now)) : words.approved;
}

const besideAmendment = ["reason", "document", "undoes"];

function amended(facts: Facts): string {
  const names = facts.changes.map((change) => change.field).filter((field) => !besideAmendment.includes(field));
  if (names.length === 0) return words.amendedPlain;
  const shown = names.slice(0, 3).map((name) => fieldName(name, facts.aggregate)).join(", ");
  const text = (facts.undoes ? words.undone : words.amended)(names.length > 3 ? `${shown} ${words.more(names.length - 3)}` : shown);
  return names.length === 1 ? withBothSides(text, names[0] ?? "", facts) : text;
}

const shortEnough = 60;

// A single short change says itself: "điều chỉnh thời hạn từ Quý I/2026 thành Quý II/2026" reads better than having to open it.
function withBothSides(text: string, field: string, facts: Facts): string {
  if (facts.old(field) === null || facts.old(field) === undefined) return text;
  const [from, to] = [inWords(field, facts.old(field), facts.directory), inWords(field, facts.now(field), facts.directory)];
  return from.length + to.length <= shortEnough ? words.fromTo(text, from, to) : text;
}

function assigned(facts: Facts): string {
  const units = facts.now("units");
  const mode = facts.now("assignment_mode") ?? facts.now("mode");
  if (mode === "focal" && Array.isArray(units)) return words.assignedFocal(facts.directory.name(String(units[0])));
  if (mode === "each" || (Array.isArray(units) && units.length > 0)) {
    return words.assignedEach(formatNumber(Array.isArray(units) ? units.length : 0));
  }
  return words.assignedJoint;
}

function triggerRecorded(facts: Facts): string {
  const all = facts.now("triggers");
  const on = day(facts.now("occurred_on") ?? (Array.isArray(all) ? all.at(-1) : null));
  return on ? words.triggerOn(on) : words.trigger;
}

function extensionDecided(facts: Facts): string {
  const until = day(facts.now("extended_due") ?? facts.now("due"));
  if (until) return words.extensionGrantedTo(until);
  return facts.now("decision") === "grant" ? words.extensionGranted : words.extensionRefused;
}

function openingEntered(facts: Facts): string {
  const status = facts.now("opening_status") ?? facts.now("status");
  const label = typeof status === "string" ? (t.status as Record<string, string>)[status] : undefined;
  return label ? words.openingEnteredAs(label.toLowerCase()) : words.openingEntered;
}

// What the event did to the holdings of a post: a history names the state before and after, a live record what was sent.
function holdingOf(facts: Facts): Partial<Holding> {
  const text = (holding: Holding) => JSON.stringify(holding);
  const before = new Set(((facts.old("holdings") ?? []) as Holding[]).map(text));
  const changed = ((facts.now("holdings") ?? []) as Holding[]).find((holding) => !before.has(text(holding)));
  const said = (field: string) => facts.now(field) as string | undefined;
  return changed ?? ({ account: said("account"), from: said("from"), to: said("to"), capacity: said("capacity") } as Partial<Holding>);
}

const delegated: readonly unknown[] = ["by-order", "by-mandate"];

function postFilled(facts: Facts): string {
  const holding = holdingOf(facts);
  if (!holding.account) return words.postFilled;
  const who = facts.directory.person(holding.account);
  if (!delegated.includes(holding.capacity) || !holding.from) {
    return holding.from ? words.postFilledFrom(who, formatDay(holding.from)) : words.postFilled;
  }
  const capacity = t.people.capacities[holding.capacity as keyof typeof t.people.capacities];
  return words.postDelegated(who, capacity, formatDay(holding.from), holding.to ? formatDay(holding.to) : "");
}

// In the state stands the last day that is held, in the record the first that is not.
function postVacated(facts: Facts): string {
  const holding = holdingOf(facts);
  const on = day(facts.now("on")) ?? (holding.to ? formatDay(addDays(holding.to, 1)) : null);
  if (!holding.account) return words.postVacated;
  const who = facts.directory.person(holding.account);
  return on ? words.postVacatedOn(who, on) : words.postVacatedBy(who);
}

function agencyNamed(field: string, told: (name: string) => string, plain: string): Teller {
  return (facts) => {
    const id = facts.now(field);
    return typeof id === "string" ? told(facts.directory.name(id)) : plain;
  };
}

function renamed(facts: Facts): string {
  const name = facts.now("name");
  return typeof name === "string" ? words.agencyRenamedTo(name) : words.agencyRenamed;
}

// A record names both; a history has the people before and after, among whom the receiver may have been already.
function handedOver(facts: Facts): string {
  const [before, after] = [accountsIn("people", facts.old("people")), accountsIn("people", facts.now("people"))];
  const from = facts.now("from") ?? before.find((account) => !after.includes(account));
  const to = facts.now("to") ?? after.find((account) => !before.includes(account));
  if (typeof from !== "string") return words.handedOver;
  const name = facts.directory.person(from);
  return typeof to === "string" ? words.handedOverTo(name, facts.directory.person(to)) : words.handedOverBy(name);
}

function withDay(fields: readonly string[], plain: string, dated: (day: string) => string): Teller {
  return (facts) => {
    const on = fields.map((field) => day(facts.now(field))).find((one) => one !== null);
    return on ? dated(on) : plain;
  };
}

// A history has the figure under its kind, a live record what was sent.
function figureSaid(facts: Facts): { value: number | null; missing: boolean } {
  const kind = (Object.keys(t.indicators.kinds) as string[]).find((one) => facts.changes.some((change) => change.field === one || change.field === `${one}_missing`));
  const figure = kind ? (facts.now(kind) as { value?: number | null } | null | undefined) : undefined;
  const value = figure?.value ?? facts.now("value");
  return { value: typeof value === "number" ? value : null, missing: (kind ? facts.now(`${kind}_missing`) : facts.now("missing")) === true };
}

function figureEntered(facts: Facts): string {
  const { value, missing } = figureSaid(facts);
  if (missing) return t.indicators.sentence.enteredMissing;
  return value === null ? t.indicators.sentence.entered : t.indicators.sentence.enteredValue(formatNumber(value));
}

function figureRestated(facts: Facts): string {
  const { value } = figureSaid(facts);
  return value === null ? t.indicators.sentence.restated : t.indicators.sentence.restatedTo(formatNumber(value));
}

const tellers: Record<string, Teller> = {
  "indicator.defined": say(t.indicators.sentence.defined),
  "indicator.targets-set": say(t.indicators.sentence.targetsSet),
  "indicator.baseline-entered": say(t.indicators.sentence.baselineEntered),
  "indicator.break-marked": say(t.indicators.sentence.breakMarked),
  "indicator.checks-set": say(t.indicators.sentence.checksSet),
  "indicator.publication-recorded": say(t.publications.sentence.recorded),
  "indicator.official-figure-set": say(t.officials.sentence),
  "indicator.publication-taken-back": say(t.publications.sentence.takenBack),
  "submission.entered": figureEntered,
  "submission.submitted": say(t.indicators.sentence.submitted),
  "submission.approved": say(t.indicators.sentence.approved),
  "submission.draft-returned": say(t.indicators.sentence.draftReturned),
  "submission.verified": say(t.indicators.sentence.verified),
  "submission.returned": say(t.indicators.sentence.returned),
  "submission.restated": figureRestated,
  "assignment.progress-reported": progressReported,
  "assignment.progress-approved": progressApproved,
  "assignment.progress-returned": say(words.progressReturned),
  "assignment.started": say(words.started),
  "assignment.submitted": withDay(["completed_on"], words.submitted, words.submittedOn),
  "assignment.accepted": say(words.accepted),
  "assignment.returned": say(words.returned),
  "assignment.extension-asked": withDay(["extension_due", "due"], words.extensionAskedPlain, words.extensionAsked),
  "assignment.extension-decided": extensionDecided,
  "assignment.reopened": say(words.reopened),
  "assignment.opening-state-entered": openingEntered,
  "assignment.opening-state-confirmed": say(words.openingConfirmed),
  "assignment.people-assigned": say(words.peopleAssigned),
  "assignment.handed-over": handedOver,
  "assignment.taken-over": say(words.takenOver),
  "assignment.progress-withdrawn": say(words.progressWithdrawn),
  "assignment.milestone-met": say(t.plans.events.met),
  "assignment.milestone-unmet": say(t.plans.events.unmet),
  "assignment.year-submitted": say(t.plans.events.yearSubmitted),
  "assignment.year-accepted": say(t.plans.events.yearAccepted),
  "assignment.year-returned": say(t.plans.events.yearReturned),
  "assignment.year-reopened": say(t.plans.events.yearReopened),
  "unit-plan.begun": say(t.plans.events.begun),
  "unit-plan.line-set": say(t.plans.events.lineSet),
  "unit-plan.submitted": say(t.plans.events.submitted),
  "unit-plan.approved": say(t.plans.events.approved),
  "unit-plan.returned": say(t.plans.events.returned),
  "unit-plan.noted": say(t.plans.events.noted),
  "unit-plan.amendment-begun": say(t.plans.events.amending),
  "programme.year-closed": say(t.plans.events.yearClosed),
  "task.carried-over": say(t.plans.events.carriedOver),
  "mission.ordered": say(t.records.events.missionOrdered),
  "mission.amended": say(t.records.events.missionAmended),
  "mission.selected": say(t.records.events.missionSelected),
  "mission.contracted": say(t.records.events.missionContracted),
  "mission.disbursement-recorded": say(t.records.events.missionPaid),
  "mission.council-held": say(t.records.events.missionCouncil),
  "mission.accepted": say(t.records.events.missionAccepted),
  "mission.transferred": say(t.records.events.missionTransferred),
  "mission.followed-up": say(t.records.events.missionFollowedUp),
  "mission.stopped": say(t.records.events.missionStopped),
  "mission.milestones-set": say(t.records.events.milestonesSet),
  "mission.step-corrected": say(t.records.events.stepCorrected),
  "mission.step-withdrawn": say(t.records.events.stepWithdrawn),
  "big-problem.registered": say(t.records.events.problemRegistered),
  "big-problem.amended": say(t.records.events.problemAmended),
  "big-problem.milestones-set": say(t.records.events.milestonesSet),
  "big-problem.closed": say(t.records.events.problemClosed),
  "register-entry.registered": say(t.records.events.entryRegistered),
  "register-entry.amended": say(t.records.events.entryAmended),
  "register-entry.ended": say(t.records.events.entryEnded),
  "task.external-ids-set": say(t.records.events.externalIdsSet),
  "task.measures-set": say(t.records.events.measuresSet),
  "proposal.made": say(t.records.events.proposalMade),
  "proposal.accepted": say(t.records.events.proposalAccepted),
  "proposal.refused": say(t.records.events.proposalRefused),
  ...moneyTellers,
  "task.registered": ({ imported }) => (imported ? words.taskImported : words.taskRegistered),
  "task.imported": say(words.rowKept),
  "task.amended": amended,
  "task.assigned": assigned,
  "task.trigger-recorded": triggerRecorded,
  "task.suspended": withDay(["suspended_until", "until"], words.suspended, words.suspendedUntil),
  "task.resumed": say(words.resumed),
  "task.cancelled": say(words.cancelled),
  "task.reinstated": say(words.reinstated),
  "thread.commented": say(words.commented),
  "thread.directed": say(words.directed),
  "thread.urged": say(words.urged),
  "thread.comment-withdrawn": say(words.commentWithdrawn),
  "link.proposed": say(words.linkProposed),
  "link.linked": say(words.linkLinked),
  "link.rejected": say(words.linkRejected),
  "link.parted": say(words.linkParted),
  "doubt.settled": say(words.doubtSettled),
  "doubt.reopened": say(words.doubtReopened),
  "document.registered": say(words.documentRegistered),
  "document.amended": amended,
  "post.registered": say(words.postRegistered),
  "post.filled": postFilled,
  "post.vacated": postVacated,
  "agency.founded": withDay(["from_date"], words.agencyFounded, words.agencyFoundedOn),
  "agency.renamed": renamed,
  "agency.merged": agencyNamed("merged_into", words.agencyMergedInto, words.agencyMerged),
  "agency.dissolved": withDay(["ended_on", "on"], words.agencyDissolved, words.agencyDissolvedOn),
  "account.opened": say(words.accountOpened),
  "account.closed": say(words.accountClosed),
  "account.reopened": say(words.accountReopened),
  "account.token-issued": say(words.tokenIssued),
  "account.token-revoked": say(words.tokenRevoked),
  "coordination.asked": say(t.fanout.coordination.sentence.asked),
  "coordination.confirmed": say(t.fanout.coordination.sentence.confirmed),
  "coordination.disputed": say(t.fanout.coordination.sentence.disputed),
  "coordination.answered": say(t.fanout.coordination.sentence.answered),
  "coordination.closed": say(t.fanout.coordination.sentence.closed),
  "log.created": say(words.logCreated),
  "log.adopted": say(words.logAdopted),
  "log.record-erased": ({ now }) => words.erased(formatNumber(Number(now("sequence") ?? 0))),
  "calendar.day-opened": withDay(["date"], words.other, words.dayOpened),
};

export function sentence(told: Told, directory: Directory): string {
  const find = (field: string) => told.changes.find((change) => change.field === field);
  const name = eventName(told.type);
  const facts: Facts = {
    aggregate: name.slice(0, name.indexOf(".")),
    imported: told.actor === importer,
    undoes: typeof (told.undoes ?? told.changes.find((change) => change.field === "undoes")?.new) === "number",
    changes: told.changes,
    directory,
    old: (field) => find(field)?.old,
    now: (field) => find(field)?.new,
  };
  const teller = tellers[name];
  if (teller) return teller(facts);
  if (name.endsWith(".registered")) return facts.imported ? words.imported : words.registered;
  return name.endsWith(".amended") ? amended(facts) : words.other;
}

const unsaid = ["sealed", "open", "salt"];

// The changes that a record itself tells: new values only, the old ones are not in it.
export function changesOf(record: LiveRecord): Change[] {
  const open = (record.data["open"] ?? {}) as Record<string, unknown>;
  const set = (record.data["set"] ?? {}) as Record<string, unknown>;
  const flat = { ...record.data, ...set, ...open };
  return Object.entries(flat)
    .filter(([field]) => field !== "set" && !unsaid.includes(field))
    .map(([field, value]) => ({ field, old: null, new: value }));
}
