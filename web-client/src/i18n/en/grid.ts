import type { Text } from "../vi";

export const grid: Text["grid"] = {
  keys: "A block from Excel can be pasted. Enter: row below; arrows: next cell; Ctrl+D: copy the cell above.",
  outside: "beyond the grid",
  locked: "the row is locked",
  notNumber: "no number",
  pasted: (cells, rows) => `${cells} cells pasted in ${rows} rows`,
  refusedCells: (n) => `${n} cells refused`,
  refusedTitle: (n) => `${n} cells of the pasted block were refused`,
  refusedLine: (row, column, text, why) => `Row ${row}, ${column}: “${text}”, ${why}`,
  dismiss: "Seen",
  undo: "Take the paste back",
  discard: "Drop what is not saved",
  errors: (n) => `${n} rows are to be mended before sending.`,
  refused: (n) => `${n} rows were refused, each says why. Nothing was written.`,
  acceptRest: (n) => `Send only the ${n} good rows`,
  stale: "Some rows have just been changed elsewhere. See the marked rows and send again.",
  overtaken: "Somebody has just changed this row, it now says",
  theirs: "Take the new text",
};
