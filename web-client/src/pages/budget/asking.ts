import type { BudgetLine } from "../../api/types";
import type { CommandSpec } from "../../forms/spec";

// Opens a form; what it begins with follows the line as it is then.
export type Ask = (make: (line: BudgetLine) => CommandSpec) => void;
