// Short notices at the foot of the page: what was saved, what came back.

import { Store } from "../state/store";

export interface Notice {
  id: number;
  text: string;
  tone: "green" | "red" | "grey";
  action?: NoticeAction | undefined;
}

export interface NoticeAction {
  label: string;
  run: () => void;
}

const shownFor = 6_000;
const shownForAction = 12_000; // one has to read it and reach for it
let lastId = 0;

export const notices = new Store<readonly Notice[]>([]);

export function dismiss(id: number): void {
  notices.set(notices.get().filter((notice) => notice.id !== id));
}

export function tell(text: string, tone: Notice["tone"] = "green", action?: NoticeAction): void {
  lastId += 1;
  const id = lastId;
  notices.set([...notices.get().slice(-2), { id, text, tone, action }]);
  setTimeout(() => dismiss(id), action ? shownForAction : shownFor);
}
