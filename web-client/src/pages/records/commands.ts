// What one may do about a mission, by where it stands. The server decides; this only spares people buttons that would be refused.

import type { Mission } from "../../api/types";
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
