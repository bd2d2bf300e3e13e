// What one may do about a mission, by where it stands. The server decides; this only spares people buttons that would be refused.

import type { BudgetLine, Mission, MissionStep, Role, Task } from "../../api/types";
import type { Directory } from "../../meaning/directory";
import type { MissionCommandId } from "../../meaning/command-ids";

type Step = Exclude<MissionCommandId, "order-mission">;

// The name of the step in the table of rights.
const advancing: readonly Step[] = ["select-mission", "contract-mission", "disburse-mission", "hold-council", "accept-mission", "transfer-mission"];
export const rightOf = (step: Step): string => (advancing.includes(step) ? "advance-mission" : step);

const underContract: readonly Step[] = ["disburse-mission", "hold-council", "accept-mission"];
const ofStage: Record<Mission["stage"], readonly Step[]> = {
  ordered: ["select-mission", "hold-council"],
  selected: ["contract-mission", "hold-council"],
  contracted: [...underContract, "contract-mission"],
  "under-way": [...underContract, "contract-mission"],
  accepted: ["transfer-mission", "follow-up-mission", "disburse-mission"],
  transferred: ["follow-up-mission", "disburse-mission"],
  "followed-up": [],
  stopped: [],
};
const atAnyStage: readonly Step[] = ["set-mission-milestones", "amend-mission", "stop-mission"];

const passed = (mission: Mission): boolean => mission.councils.filter((one) => one.kind === "acceptance").at(-1)?.result === "passed";

// The next step first.
export function stepsFor(mission: Mission, keeps: boolean, takesPart: boolean, may: (right: string) => boolean): Step[] {
  const ended = mission.stage === "followed-up" || mission.stage === "stopped";
  const steps = [...ofStage[mission.stage], ...(ended ? [] : atAnyStage)].filter((step) => step !== "accept-mission" || passed(mission));
  const shared: readonly Step[] = ["follow-up-mission", "set-mission-milestones"];
  return steps.filter((step) => (keeps || (takesPart && shared.includes(step))) && may(rightOf(step)));
}

// Payments and councils are taken back in any order, of the other steps the last; a contract while nothing is paid under it.
export function canTakeBack(mission: Mission, step: MissionStep): boolean {
  if (step === "disbursement" || step === "council") return true;
  const taken: readonly [MissionStep, unknown][] = [
    ["selection", mission.selection],
    ["contract", mission.contract],
    ["acceptance", mission.acceptance],
    ["transfer", mission.transfer],
    ["follow-up", mission.follow_up],
    ["stop", mission.stop],
  ];
  const last = taken.filter(([, said]) => said !== null).at(-1)?.[0];
  return last === step && (step !== "contract" || mission.disbursements.length === 0);
}

const leading: readonly Role[] = ["officer", "head", "deputy", "outside-lead"];

// Whether the agency keeps a row of a register: it stands over the programme, or leads the task or the budget line that the row names.
export function keepsEntry(
  acting: string | null,
  stands: boolean,
  has: (role: Role) => boolean,
  rows: { task: Task | undefined; line: BudgetLine | undefined },
  directory: Pick<Directory, "includes">,
): boolean {
  if (stands || acting === null) return stands;
  const leads = [rows.task, rows.line].some((row) => row !== undefined && directory.includes(row.lead_agencies, acting));
  return leads && leading.some(has);
}
