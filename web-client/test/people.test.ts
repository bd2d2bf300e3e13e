import { describe, expect, it } from "vitest";
import type { Account, Me } from "../src/api/types";
import { accountOptions } from "../src/forms/specs/people";
import { authorName, shortPersonName } from "../src/meaning/person";
import { standingOn } from "../src/meaning/tenure";
import { deviceName } from "../src/pages/me/device";
import { newPasswordFault } from "../src/pages/me/NewPassword";
import { allowedOf } from "../src/state/allowed";
import { t } from "../src/i18n";
import { directory } from "./fixtures";

describe("names of people", () => {
  it("say the agency once", () => {
    expect(shortPersonName("Lãnh đạo, Sở Nội vụ", "Sở Nội vụ")).toBe("Lãnh đạo");
    expect(shortPersonName("Nguyễn Văn A", "Sở Nội vụ")).toBe("Nguyễn Văn A");
    const agency = directory.name("so-khcn");
    expect(authorName("Nguyễn Văn A", "01k4", "so-khcn", directory)).toBe(`Nguyễn Văn A, ${agency}`);
    expect(authorName("luuvet", "luuvet", "luuvet", directory)).toBe(directory.name("luuvet"));
  });
});

describe("what one may do", () => {
  const who = {
    scope: "write",
    agencies: [{ agency: "so-khcn", roles: ["officer"], capacities: ["direct"], posts: [] }],
    commands: { "so-khcn": ["start"] },
  } as unknown as Me;

  it("is that of the agency acted for", () => {
    expect(allowedOf(who, "so-khcn").may("start")).toBe(true);
    expect(allowedOf(who, "so-khcn").has("officer")).toBe(true);
    expect(allowedOf(who, "so-khcn").may("accept")).toBe(false);
    expect(allowedOf(who, "so-noi-vu").may("start")).toBe(false);
    expect(allowedOf(null, "so-khcn").may("start")).toBe(false);
  });
});

describe("posts", () => {
  it("are held from their first to their last day, both included", () => {
    const held = { from: "2026-05-01", to: "2026-05-31" };
    expect(["2026-04-30", "2026-05-01", "2026-05-31", "2026-06-01"].map((day) => standingOn(held, day))).toEqual(["later", "now", "now", "past"]);
    expect(standingOn({ from: "2026-05-01", to: null }, "2030-01-01")).toBe("now");
  });

  it("are filled with open accounts of others", () => {
    const account = (id: string, part: Partial<Account> = {}) => ({ id, kind: "person", closed: false, name: null, username: null, ...part }) as Account;
    const all = [account("a"), account("b", { closed: true }), account("c", { kind: null }), account("d", { name: "Lê Văn D", username: "d" })];
    expect(accountOptions(all, "a").map((one) => [one.value, one.label])).toEqual([["d", "Lê Văn D (d)"]]);
  });
});

describe("passwords and devices", () => {
  it("are typed twice, ten characters at least, counted as characters", () => {
    expect(newPasswordFault({ first: "ngắn", second: "ngắn" })).toBe(t.people.account.tooShort);
    expect(newPasswordFault({ first: "một câu dài", second: "một câu khác" })).toBe(t.people.account.differs);
    expect(newPasswordFault({ first: "một câu dài", second: "một câu dài" })).toBeNull();
  });

  it("are told in two words", () => {
    const agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
    expect(deviceName(agent)).toBe("Chrome, Windows");
    expect(deviceName("curl/7.88.1")).toBe("curl/7.88.1");
  });
});
