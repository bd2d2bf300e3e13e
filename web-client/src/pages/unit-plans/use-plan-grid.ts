// A plan being typed: taking proposals, sending all edited rows as one act.

import { useMemo } from "react";
import type { Problem } from "../../api/problems";
import type { UnitPlan } from "../../api/types";
import { formatNumber } from "../../format/number";
import { faultsBy, withCells, type Faults } from "../../grid/sheet";
import { useTypedGrid } from "../../grid/use-typed-grid";
import { t } from "../../i18n";
import { tell } from "../../ui/toast";
import { faultsOf, lineFrom, planSheet, proposedCells, type ColumnName, type RowFaults } from "./model";

const words = t.plans;

const columnOf = (rest: string): ColumnName => {
  if (rest.includes("/milestones")) return "q1";
  if (rest.includes("/note")) return "note";
  return rest.includes("/not_this_year") ? "not_this_year" : "product";
};

// "/lines/3/set/product" is that cell of the fourth row sent.
function faultsFrom(problem: Problem, sent: readonly string[]): Faults<ColumnName> {
  const faults: Record<string, RowFaults> = {};
  for (const { pointer, detail } of problem.body.errors ?? []) {
    const [, index, rest = ""] = /^\/lines\/(\d+)(\/.*)?$/.exec(pointer) ?? [];
    const id = index === undefined ? undefined : sent[Number(index)];
    if (id !== undefined) faults[id] = { ...faults[id], [columnOf(rest)]: detail };
  }
  return faults;
}

export function usePlanGrid(plan: UnitPlan) {
  const sheet = useMemo(() => planSheet(plan.sequence), [plan.sequence]);
  const grid = useTypedGrid(sheet, { subject: `unit-plan/${plan.id}`, command: "set-lines", reads: ["one", "unit-plans", plan.id] });
  const edited = plan.rows.flatMap((row) => {
    const edit = grid.edits[row.assignment];
    return edit ? [{ row, edit }] : [];
  });
  const keys = edited.map(({ row }) => row.assignment);
  const open = plan.rows.filter((row) => !row.line && row.proposal && !grid.edits[row.assignment]);

  const save = async () => {
    const wrong = faultsBy(edited, ({ row }) => row.assignment, ({ edit }) => faultsOf(edit.cells, plan.year));
    if (!grid.passes(wrong)) return;
    const lines = edited.map(({ row, edit }) => lineFrom(row, edit, plan.year));
    await grid.send({ path: `/unit-plans/${plan.id}/set-lines`, body: { lines }, subjects: [`unit-plan/${plan.id}`], basedOn: plan.sequence });
    grid.forget(keys);
    tell(words.saved(formatNumber(lines.length)));
  };

  return {
    ...grid,
    edited: edited.length,
    proposals: open.length,
    takeProposals: () => grid.put(open.reduce((all, row) => withCells(sheet, all, row, proposedCells(row) ?? {}), grid.edits)),
    save: () => grid.guarded(save, (problem) => faultsFrom(problem, keys)),
  };
}

export type PlanGridState = ReturnType<typeof usePlanGrid>;
