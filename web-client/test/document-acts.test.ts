import { describe, expect, test } from "vitest";
import { addressOf, rolesOf } from "../src/pages/documents/acts";

describe("what rests on a document", () => {
  const registerOf = (id: string) => (id === "e1" ? "model" : undefined);
  test("each record has its page, or the list in which it stands", () => {
    expect(addressOf("task/da11.i.1", registerOf)).toBe("/tasks/da11.i.1");
    expect(addressOf("assignment/da11.i.1.joint", registerOf)).toBe("/tasks/da11.i.1");
    expect(addressOf("thread/task/da11.i.1", registerOf)).toBe("/tasks/da11.i.1");
    expect(addressOf("mission/m1", registerOf)).toBe("/missions/m1");
    expect(addressOf("register-entry/e1", registerOf)).toBe("/registers/model");
    expect(addressOf("register-entry/e2", registerOf)).toBeNull();
    expect(addressOf("link/l1", registerOf)).toBe("/links");
    expect(addressOf("log/lao-cai", registerOf)).toBeNull();
  });
  test("only another part than the ground of the act has a word", () => {
    expect(rolesOf(["document", "mandate"], { mandate: "văn bản giao" })).toEqual(["văn bản giao"]);
  });
});
