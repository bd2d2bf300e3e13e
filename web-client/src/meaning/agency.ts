// What an agency was called and whether it is still there, in words.

import type { Agency } from "../api/types";
import { formatDay } from "../format/date";
import { t } from "../i18n";
import type { Directory } from "./directory";

// By what it is found: its names, former ones too.
export function agencyWords(agency: Agency): (string | null)[] {
  const former = agency.former_names.flatMap((one) => [one.name, one.short_name]);
  return [agency.name, agency.short_name, ...agency.aliases, ...former];
}

// "Kết thúc hoạt động từ 01/07/2026, sáp nhập vào Sở Nông nghiệp và Môi trường"; null while it is in force.
export function endText(agency: Agency, directory: Directory): string | null {
  if (!agency.ended_on) return null;
  const ended = t.bodies.endedOn(formatDay(agency.ended_on));
  return agency.merged_into ? `${ended}, ${t.bodies.mergedInto.toLowerCase()} ${directory.name(agency.merged_into)}` : ended;
}
