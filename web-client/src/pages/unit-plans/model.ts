// A yearly plan as a grid: what is typed a row, what is wrong with it, and what is sent. Values are kept as typed.

import type { UnitPlanRow } from "../../api/types";
import { formatNumber, parseNumber } from "../../format/number";
import { shortTitle, type Cells as CellsOf, type Edits as EditsOf, type Kind, type RowFaults as RowFaultsOf, type Sheet } from "../../grid/sheet";
import { t } from "../../i18n";

export const quarters = ["q1", "q2", "q3", "q4"] as const;
export const columns = ["product", "quantity", "unit", ...quarters, "not_this_year", "note"] as const;
export type ColumnName = (typeof columns)[number];
export type Cells = CellsOf<ColumnName>;
export type RowFaults = RowFaultsOf<ColumnName>;

export interface Edit {
  cells: Cells;
  basedOn: number; // where the log stood when the row was first touched
}
export type Edits = EditsOf<Edit>; // by assignment

interface Milestone {
  id?: string | null;
  name: string;
  due: string;
  quantity?: number | null;
}
interface Content {
  product: UnitPlanRow["product"];
  milestones: readonly Milestone[];
}

const words = t.plans;
const milestonesMax = 12;
const two = (value: number): string => String(value).padStart(2, "0");

const quarterOf = (day: string): number => Math.ceil(Number(day.slice(5, 7)) / 3); // 1 to 4
function lastDay(year: number, quarter: number): string {
  const month = quarter * 3;
  return `${year}-${two(month)}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}

// "15/05: Tập huấn = 12"; the quarter's last day goes without saying.
function lineOf(milestone: Milestone): string {
  const { name, due, quantity } = milestone;
  const last = lastDay(Number(due.slice(0, 4)), quarterOf(due));
  const day = due === last ? "" : `${due.slice(8, 10)}/${due.slice(5, 7)}: `;
  return `${day}${name}${quantity == null ? "" : ` = ${formatNumber(quantity)}`}`;
}

export function cellsOf(content: Content, reason: string | null, note: string | null): Cells {
  const inQuarter = (quarter: number) =>
    content.milestones
      .filter((milestone) => quarterOf(milestone.due) === quarter)
      .map(lineOf)
      .join("\n");
  return {
    product: content.product?.text ?? "",
    quantity: content.product?.quantity == null ? "" : formatNumber(content.product.quantity),
    unit: content.product?.unit ?? "",
    q1: inQuarter(1),
    q2: inQuarter(2),
    q3: inQuarter(3),
    q4: inQuarter(4),
    not_this_year: reason ?? "",
    note: note ?? "",
  };
}

export const storedCells = (row: UnitPlanRow): Cells => cellsOf(row, row.not_this_year, row.note);
export const proposedCells = (row: UnitPlanRow): Cells | null => (row.proposal ? cellsOf(row.proposal, null, null) : null);

const kinds: Record<ColumnName, Kind> = {
  product: "lines",
  quantity: "digits",
  unit: "line",
  q1: "lines",
  q2: "lines",
  q3: "lines",
  q4: "lines",
  not_this_year: "lines",
  note: "lines",
};

// `head`: where the log stands for the rows that are shown.
export const planSheet = (head: number): Sheet<UnitPlanRow, ColumnName, Edit> => ({
  columns,
  labels: words.columns,
  kinds,
  keyOf: (row) => row.assignment,
  nameOf: (row) => row.title,
  shortOf: (row) => shortTitle(row.title),
  stored: storedCells,
  begin: (_row, cells) => ({ cells, basedOn: head }),
  isOvertaken: (row, edit) => row.sequence > edit.basedOn,
  take: (_row, _column, text) => ({ cell: text }),
});

// --- reading what was typed ---

function count(typed: string): number | null | undefined {
  if (typed.trim() === "") return undefined;
  const number = parseNumber(typed);
  return number === null || !Number.isInteger(number) || number < 0 ? null : number;
}

// Null: not to be understood.
function milestoneFrom(line: string, year: number, quarter: number): Milestone | null {
  const [, day, month, named = ""] = /^(?:(\d{1,2})\/(\d{1,2})(?:\/\d{4})?\s*:)?(.*)$/.exec(line.trim()) ?? [];
  const [, name = "", amount] = /^(.*?)(?:\s*=\s*([\d.]+))?$/.exec(named.trim()) ?? [];
  const quantity = amount === undefined ? undefined : count(amount);
  const due = day === undefined ? lastDay(year, quarter) : `${year}-${two(Number(month))}-${two(Number(day))}`;
  const real = !Number.isNaN(Date.parse(due)) && new Date(due).toISOString().startsWith(due);
  if (name.trim() === "" || quantity === null || !real || quarterOf(due) !== quarter) return null;
  return { name: name.trim(), due, ...(quantity === undefined ? {} : { quantity }) };
}

function milestonesFrom(cell: string, year: number, quarter: number): (Milestone | null)[] {
  return cell
    .split(/[\n;]/)
    .filter((line) => line.trim() !== "")
    .map((line) => milestoneFrom(line, year, quarter));
}

export function faultsOf(cells: Cells, year: number): RowFaults {
  const faults: RowFaults = {};
  const all = quarters.flatMap((column, index) => {
    const found = milestonesFrom(cells[column], year, index + 1);
    if (found.includes(null)) faults[column] = words.badMilestone;
    return found;
  });
  if (all.length > milestonesMax) faults.q4 = words.tooMany;
  if (count(cells.quantity) === null) faults.quantity = words.badQuantity;
  if (cells.product.trim() === "" && (cells.quantity.trim() !== "" || cells.unit.trim() !== "")) faults.product = words.needProduct;
  if (cells.not_this_year.trim() !== "" && (cells.product.trim() !== "" || all.length > 0)) faults.not_this_year = words.notBoth;
  return faults;
}

export interface Line {
  assignment: string;
  based_on: number;
  set: Record<string, unknown>;
}

// A milestone keeps its id where its name stays, or else its place.
function withIds(now: readonly Milestone[], before: readonly Milestone[]): Milestone[] {
  const left = [...before];
  const take = (matches: (milestone: Milestone) => boolean): string | undefined => {
    const at = left.findIndex(matches);
    return at < 0 ? undefined : (left.splice(at, 1)[0]?.id ?? undefined);
  };
  const named = now.map((milestone) => ({ ...milestone, id: take((old) => old.name === milestone.name && old.due === milestone.due) }));
  return named.map((milestone) => {
    const id = milestone.id ?? take((old) => old.due === milestone.due) ?? take((old) => old.name === milestone.name);
    const { id: _none, ...rest } = milestone;
    return id === undefined ? rest : { ...rest, id };
  });
}

// Only what differs from what is stored: other fields of the line stay whoever sets them.
export function lineFrom(row: UnitPlanRow, edit: Edit, year: number): Line {
  const { cells } = edit;
  const stored = storedCells(row);
  const differs = (...names: ColumnName[]) => names.some((name) => cells[name].trim() !== stored[name].trim());
  const set: Record<string, unknown> = {};
  if (differs("product", "quantity", "unit")) {
    const quantity = count(cells.quantity);
    const unit = cells.unit.trim();
    const product = { text: cells.product.trim(), ...(quantity == null ? {} : { quantity }), ...(unit === "" ? {} : { unit }) };
    set["product"] = cells.product.trim() === "" ? null : product;
  }
  if (differs(...quarters)) {
    const typed = quarters.flatMap((column, index) => milestonesFrom(cells[column], year, index + 1)).filter((one) => one !== null);
    set["milestones"] = withIds(typed, row.milestones);
  }
  if (differs("not_this_year")) set["not_this_year"] = cells.not_this_year.trim() || null;
  if (differs("note")) set["note"] = cells.note.trim() || null;
  return { assignment: row.assignment, based_on: edit.basedOn, set };
}
