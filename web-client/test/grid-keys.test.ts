import { describe, expect, it } from "vitest";
import { destination, isBlock } from "../src/ui/grid-keys";

const columns = ["value", "source", "comment"] as const;
type Name = (typeof columns)[number];
const from = { row: 3, column: "source" as Name };
const at = (value: string, start: number, end = start) => ({ value, selectionStart: start, selectionEnd: end });
const key = (name: string, more: object = {}) => ({ key: name, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more });

describe("moving between cells", () => {
  it("goes down with Enter and up with Shift+Enter", () => {
    expect(destination(key("Enter"), from, at("abc", 1), columns)).toEqual({ row: 4, column: "source" });
    expect(destination(key("Enter", { shiftKey: true }), from, at("abc", 1), columns)).toEqual({ row: 2, column: "source" });
  });

  it("leaves a cell with an arrow only at the edge of its text", () => {
    expect(destination(key("ArrowRight"), from, at("abc", 1), columns)).toBeNull();
    expect(destination(key("ArrowRight"), from, at("abc", 3), columns)).toEqual({ row: 3, column: "comment" });
    expect(destination(key("ArrowLeft"), from, at("abc", 0), columns)).toEqual({ row: 3, column: "value" });
    expect(destination(key("ArrowRight"), from, at("abc", 0, 3), columns)).toEqual({ row: 3, column: "comment" });
  });

  it("leaves every key to an input method that is putting a word together", () => {
    const composing = { nativeEvent: { isComposing: true } };
    for (const name of ["Enter", "ArrowDown", "ArrowRight"]) expect(destination(key(name, composing), from, at("abc", 3), columns)).toBeNull();
  });

  it("tells a block from a single cell", () => {
    expect(isBlock([["1"]])).toBe(false);
    expect(isBlock([["1", "2"]])).toBe(true);
    expect(isBlock([["1"], ["2"]])).toBe(true);
  });
});
