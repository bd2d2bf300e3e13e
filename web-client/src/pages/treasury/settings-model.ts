import type { ExtractField, ExtractSettings } from "../../api/types";
import { todayInVietnam } from "../../format/date";

type Columns = NonNullable<ExtractSettings["columns"]>;

// One column a field, one field a column.
export function columnsWith(columns: Columns, column: number, field: ExtractField | ""): Columns {
  const others = columns.filter((one) => one.column !== column && one.field !== field);
  return field === "" ? others : [...others, { column, field }];
}

const [before, after] = [3, 5];

export function yearsAround(): string[] {
  const now = Number(todayInVietnam().slice(0, 4));
  return Array.from({ length: before + after + 1 }, (_, at) => String(now - before + at));
}
