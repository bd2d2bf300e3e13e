// What one may do about a request for coordination. The server decides; this only spares people buttons that would be refused.

import type { Coordination } from "../../api/types";
import { objectionsOf } from "../../forms/specs/coordination";
import type { CoordinationCommandId } from "../../meaning/command-ids";
import type { Directory } from "../../meaning/directory";
import type { Allowed } from "../../state/allowed";

export type RequestCommand = Exclude<CoordinationCommandId, "ask-coordination">;

// An agency speaks for itself and for those merged into it.
function speaksFor(directory: Directory, agency: string, other: string): boolean {
  let id: string | null = other;
  for (let steps = 0; id !== null && steps < 10; steps += 1) {
    if (id === agency) return true;
    id = directory.endOf(id)?.into ?? null;
  }
  return false;
}

export function commandsOn(request: Coordination, agency: string | null, allowed: Allowed, directory: Directory): RequestCommand[] {
  if (!agency || request.state === "closed") return [];
  const own = request.asked.filter((one) => speaksFor(directory, agency, one.agency));
  const asks = speaksFor(directory, agency, request.asked_by);
  const stands = request.programme !== null && directory.standingAgency(request.programme) === agency && allowed.has("standing-agency");
  const commands: RequestCommand[] = [];
  if (own.some((one) => one.answer !== "confirmed")) commands.push("confirm-coordination");
  if (own.some((one) => one.answer === "waiting" || one.answer === "answered")) commands.push("dispute-coordination");
  if (asks && objectionsOf(request).length > 0) commands.push("answer-coordination");
  if (asks || stands) commands.push("close-coordination");
  return commands.filter((command) => allowed.may(command));
}
