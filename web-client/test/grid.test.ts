import { describe, expect, it } from "vitest";
import { isBlock, parseBlock } from "../src/grid/block";
import { destination, focusCell } from "../src/grid/keys";

const columns = ["value", "source", "comment"] as const;
type Name = (typeof columns)[number];
const from = { row: 3, column: "source" as Name };
const at = (value: string, start: number, end = start, tagName = "INPUT") => ({ tagName, value, selectionStart: start, selectionEnd: end });
const key = (name: string, more: object = {}) => ({ key: name, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more });

describe("moving between cells", () => {
  it("goes down with Enter and up with Shift+Enter", () => {
    expect(destination(key("Enter"), from, at("abc", 1), columns)).toEqual({ row: 4, column: "source" });
    expect(destination(key("Enter", { shiftKey: true }), from, at("abc", 1), columns)).toEqual({ row: 2, column: "source" });
  });

  it("leaves a cell sideways only at the edge of its text", () => {
    expect(destination(key("ArrowRight"), from, at("abc", 1), columns)).toBeNull();
    expect(destination(key("ArrowRight"), from, at("abc", 3), columns)).toEqual({ row: 3, column: "comment" });
    expect(destination(key("ArrowLeft"), from, at("abc", 0), columns)).toEqual({ row: 3, column: "value" });
    expect(destination(key("ArrowRight"), from, at("abc", 0, 3), columns)).toEqual({ row: 3, column: "comment" });
  });

  it("goes up and down at once, in a text of several lines from its edge", () => {
    expect(destination(key("ArrowDown"), from, at("abc", 1), columns)).toEqual({ row: 4, column: "source" });
    expect(destination(key("ArrowDown"), from, at("a\nb", 1, 1, "TEXTAREA"), columns)).toBeNull();
    expect(destination(key("ArrowDown"), from, at("a\nb", 3, 3, "TEXTAREA"), columns)).toEqual({ row: 4, column: "source" });
    expect(destination(key("ArrowUp"), from, { tagName: "SELECT", value: "" }, columns)).toEqual({ row: 2, column: "source" });
  });

  it("leaves every key to an input method that is putting a word together", () => {
    for (const composing of [{ nativeEvent: { isComposing: true } }, { nativeEvent: { isComposing: false, keyCode: 229 } }]) {
      for (const name of ["Enter", "ArrowDown", "ArrowRight"]) expect(destination(key(name, composing), from, at("abc", 3), columns)).toBeNull();
    }
  });

  it("leaves up, down and Enter to the list of suggestions", () => {
    const field = { ...at("44", 2), dataset: { choosing: "" } };
    for (const name of ["Enter", "ArrowDown", "ArrowUp"]) expect(destination(key(name), from, field, columns)).toBeNull();
    expect(destination(key("ArrowRight"), from, field, columns)).toEqual({ row: 3, column: "comment" });
  });
});

function page(locked: readonly string[]): HTMLElement {
  const grid = document.createElement("div");
  for (let row = 0; row < 4; row += 1) {
    for (const column of columns) {
      const field = document.createElement("input");
      Object.assign(field.dataset, { row: String(row), column });
      field.disabled = locked.includes(`${row} ${column}`);
      grid.append(field);
    }
  }
  document.body.replaceChildren(grid);
  return grid;
}
const focused = () => ({ ...(document.activeElement as HTMLElement).dataset });

describe("a cell that cannot be typed in", () => {
  it("is passed over, down and sideways", () => {
    const grid = page(["1 value", "2 value", "0 source"]);
    expect(focusCell(grid, { row: 0, column: "value" }, { row: 1, column: "value" }, columns, 4)).toBe(true);
    expect(focused()).toEqual({ row: "3", column: "value" });
    expect(focusCell(grid, { row: 0, column: "value" }, { row: 0, column: "source" }, columns, 4)).toBe(true);
    expect(focused()).toEqual({ row: "0", column: "comment" });
    expect(focusCell(grid, { row: 3, column: "value" }, { row: 4, column: "value" }, columns, 4)).toBe(false);
  });
});

describe("a block from Excel", () => {
  it("is split as Excel writes it", () => {
    expect(parseBlock('Hoàn thành\t100\r\n"Hai\ndòng ""x"""\t\r\n')).toEqual([
      ["Hoàn thành", "100"],
      ['Hai\ndòng "x"', ""],
    ]);
  });

  it("is told from a single cell", () => {
    expect(isBlock([["1"]])).toBe(false);
    expect(isBlock([["1", "2"]])).toBe(true);
    expect(isBlock([["1"], ["2"]])).toBe(true);
  });
});
