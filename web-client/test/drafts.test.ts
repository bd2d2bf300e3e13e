import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Me } from "../src/api/types";
import { me } from "../src/state/me";
import { draftsOf, dropDraft, dropOldDrafts, keyFor, readDraft, saveDraft } from "../src/state/drafts";

const draft = (values: unknown, savedAt = "2026-04-20T02:15:00.000Z") => ({ values, basedOn: 12, savedAt });

describe("drafts", () => {
  beforeEach(() => window.localStorage.clear());

  it("keeps one a subject and command", () => {
    saveDraft("task/a", "amend", draft("một"));
    saveDraft("task/a", "suspend", draft("hai"));
    saveDraft("task/ab", "amend", draft("ba"));
    expect(readDraft<string>("task/a", "amend")?.values).toBe("một");
    expect(draftsOf("task/a").sort()).toEqual(["amend", "suspend"]);
    dropDraft("task/a", "amend");
    expect(readDraft("task/a", "amend")).toBeNull();
    expect(readDraft<string>("task/ab", "amend")?.values).toBe("ba");
  });

  it("are their owner's alone, and there again when the owner is back", () => {
    const signedIn = (account: string) => me.set({ account, agencies: [] } as unknown as Me);
    signedIn("a");
    saveDraft("task/a", "amend", draft("của a"));
    signedIn("b");
    expect(readDraft("task/a", "amend")).toBeNull();
    expect(draftsOf("task/a")).toEqual([]);
    signedIn("a");
    expect(readDraft<string>("task/a", "amend")?.values).toBe("của a");
    me.set(null);
  });

  it("gives back half a date as it was typed", () => {
    saveDraft("task/a", "submit", draft({ completed_on: "16/4" }));
    expect(readDraft<{ completed_on: string }>("task/a", "submit")?.values.completed_on).toBe("16/4");
  });

  it("says so when the browser keeps nothing", () => {
    const storage = vi.spyOn(window, "localStorage", "get").mockImplementation(() => {
      throw new DOMException("forbidden", "SecurityError");
    });
    expect(saveDraft("task/a", "amend", draft("x"))).toBe(false);
    expect(readDraft("task/a", "amend")).toBeNull();
    storage.mockRestore();
  });

  it("drops what is old or unreadable and nothing else", () => {
    saveDraft("task/old", "amend", draft("x", "2026-01-01T00:00:00.000Z"));
    saveDraft("task/new", "amend", draft("y"));
    window.localStorage.setItem("luuvet.draft.task/bad#amend", "{");
    window.localStorage.setItem("other", "z");
    dropOldDrafts(new Date("2026-04-21T00:00:00.000Z"));
    expect(readDraft("task/old", "amend")).toBeNull();
    expect(readDraft<string>("task/new", "amend")?.values).toBe("y");
    expect(window.localStorage.getItem("luuvet.draft.task/bad#amend")).toBeNull();
    expect(window.localStorage.getItem("other")).toBe("z");
  });

  it("keeps the idempotency key for the same body only", () => {
    const first = keyFor(undefined, { percent: 40 }, () => "k1");
    expect(keyFor(first, { percent: 40 }, () => "k2").key).toBe("k1");
    expect(keyFor(first, { percent: 50 }, () => "k2").key).toBe("k2");
  });
});
