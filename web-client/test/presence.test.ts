import { beforeEach, describe, expect, it, vi } from "vitest";
import { Presence, type Looking, type PersonPresent } from "../src/live/presence";
import { fieldOf, onlookerState, typingIn } from "../src/meaning/onlooker";

class Page {
  said: Looking[] = [];
  open = true;
  visible = true;
  agency: string | null = "so-khcn";
  presence = new Presence({
    say: (looking) => {
      if (this.open) this.said.push(looking);
      return this.open;
    },
    visible: () => this.visible,
    agency: () => this.agency,
    now: () => Date.now(),
    setTimer: (action, milliseconds) => setTimeout(action, milliseconds) as unknown as number,
    clearTimer: (timer) => clearTimeout(timer),
  });
  last(): Looking | undefined {
    return this.said.at(-1);
  }
}

const person = (account: string, more: Partial<PersonPresent> = {}): PersonPresent => ({
  account,
  name: account,
  agency: "so-noi-vu",
  field: null,
  typing: false,
  since: "2026-04-20T02:15:00.000Z",
  ...more,
});

describe("what this page says of itself", () => {
  let page: Page;
  beforeEach(() => {
    vi.useFakeTimers();
    page = new Page();
    return () => vi.useRealTimers();
  });

  it("says at once what is on the screen, and again every 5 s", () => {
    page.presence.look("task/a");
    vi.advanceTimersByTime(100);
    expect(page.said).toEqual([{ subject: "task/a", field: null, typing: false, agency: "so-khcn" }]);
    vi.advanceTimersByTime(15_000);
    expect(page.said).toHaveLength(4);
  });

  it("says the field one is in, and typing until some seconds after the last key", () => {
    page.presence.look("task/a");
    vi.advanceTimersByTime(1_000);
    page.presence.enter("comment");
    vi.advanceTimersByTime(700);
    expect(page.last()).toMatchObject({ field: "comment", typing: false });
    page.presence.typed("comment");
    vi.advanceTimersByTime(700);
    expect(page.last()).toMatchObject({ field: "comment", typing: true });
    vi.advanceTimersByTime(15_000);
    expect(page.last()).toMatchObject({ field: "comment", typing: false });
    page.presence.leave("comment");
    vi.advanceTimersByTime(700);
    expect(page.last()).toMatchObject({ field: null, typing: false });
  });

  it("never says more than two in a second, however fast one types and changes fields", () => {
    page.presence.look("task/a");
    for (let key = 0; key < 500; key += 1) {
      page.presence.typed(key % 20 < 10 ? "comment" : "amend-task.title");
      vi.advanceTimersByTime(20);
    }
    expect(page.said.length).toBeLessThanOrEqual(18);
    expect(page.said.length).toBeGreaterThan(10);
  });

  it("says one thing when a page follows another, and goodbye when none does", () => {
    const stop = page.presence.look("task/a");
    vi.advanceTimersByTime(1_000);
    stop();
    const stopNext = page.presence.look("task/b");
    vi.advanceTimersByTime(1_000);
    expect(page.said.map((looking) => looking.subject)).toEqual(["task/a", "task/b"]);
    stopNext();
    vi.advanceTimersByTime(60_000);
    expect(page.said.map((looking) => looking.subject)).toEqual(["task/a", "task/b", null]);
  });

  it("is silent while it is hidden, and speaks when it is seen again", () => {
    page.presence.look("task/a");
    vi.advanceTimersByTime(1_000);
    page.visible = false;
    page.presence.changed();
    vi.advanceTimersByTime(60_000);
    expect(page.said).toHaveLength(1);
    page.visible = true;
    page.presence.changed();
    vi.advanceTimersByTime(100);
    expect(page.said).toHaveLength(2);
  });

  it("tells a new connection, and forgets the others with the old one", () => {
    page.open = false;
    page.presence.look("task/a");
    vi.advanceTimersByTime(60_000);
    page.open = true;
    page.presence.connected();
    vi.advanceTimersByTime(100);
    expect(page.said).toHaveLength(1);
    page.presence.receive({ subject: "task/a", people: [person("an")], more: 0 });
    expect(page.presence.others()?.people).toHaveLength(1);
    page.presence.disconnected();
    expect(page.presence.others()).toBeNull();
    page.presence.connected();
    vi.advanceTimersByTime(1_000);
    expect(page.said).toHaveLength(2);
  });

  it("keeps the others of this record alone", () => {
    const stop = page.presence.look("task/a");
    page.presence.receive({ subject: "task/b", people: [person("an")], more: 0 });
    expect(page.presence.others()).toBeNull();
    page.presence.receive({ subject: "task/a", people: [person("an")], more: 0 });
    stop();
    expect(page.presence.others()).toBeNull();
  });

  it("says so when somebody acts for another agency", () => {
    page.presence.look("task/a");
    vi.advanceTimersByTime(1_000);
    page.agency = "vp-ubnd-tinh";
    page.presence.changed();
    vi.advanceTimersByTime(100);
    expect(page.last()?.agency).toBe("vp-ubnd-tinh");
  });
});

describe("what is said of the others", () => {
  const field = fieldOf("report-progress", "result");
  const hoa = person("hoa", { field, typing: true });

  it("names the field by its label", () => {
    expect(onlookerState(hoa)).toBe("đang nhập ở “Kết quả thực hiện”");
    expect(onlookerState(person("hoa", { field: "comment", typing: true }))).toBe("đang nhập ở “Ý kiến trao đổi”");
    expect(onlookerState(person("hoa", { field: "x.y", typing: true }))).toBe("đang nhập ở “biểu mẫu”");
    expect(onlookerState(person("hoa", { field }))).toBe("đang xem");
  });

  it("marks a field for who types in the same one of the same work", () => {
    expect(typingIn([hoa], field, "task/t.1")).toEqual([hoa]);
    expect(typingIn([hoa], field, "assignment/t.1.joint")).toEqual([hoa]);
    expect(typingIn([hoa], field, "assignment/t.1.so-noi-vu")).toEqual([hoa]);
    expect(typingIn([hoa], field, "assignment/t.1.so-khcn")).toEqual([]);
    expect(typingIn([hoa], fieldOf("return", "result"), "task/t.1")).toEqual([]);
    expect(typingIn([person("hoa", { field })], field, "task/t.1")).toEqual([]);
  });
});
