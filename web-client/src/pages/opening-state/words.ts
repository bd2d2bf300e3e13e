import { t } from "../../i18n";
import type { Cells } from "./model";

// A row's stored values in one line.
export function changesOfCells(cells: Cells): string {
  const status = t.registers.opening.statusWords[cells.status] ?? t.commands.conflict.empty;
  return [status, cells.percent && `${cells.percent}%`, cells.completed_on, cells.note].filter(Boolean).join(", ");
}
