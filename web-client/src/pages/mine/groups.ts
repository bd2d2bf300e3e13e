// What waits for one agency, most pressing first; each task stands in the first group that it fits.

import type { PostHeld, Task } from "../../api/types";
import { t } from "../../i18n";
import type { Directory } from "../../meaning/directory";
import { isCounted, relationTo, type Relation } from "../../meaning/relations";
import type { BoardSearch } from "../board/search";

export interface Group {
  id: string;
  title: string;
  tasks: Task[];
  search: BoardSearch; // the same on the board
}

export interface Mine {
  groups: Group[];
  leads: number;
  coordinates: number;
  unconfirmed: number;
}

type Fits = (task: Task, relation: Relation) => boolean;

const words = t.board.mine.groups;

const kinds: readonly (readonly [string, string, BoardSearch, Fits])[] = [
  [
    "confirm",
    words.confirm,
    { role: "confirming", status: "awaiting-acceptance" },
    (task, relation) => relation.confirms && task.status === "awaiting-acceptance",
  ],
  ["extension", words.extension, { mark: "extension" }, (task, relation) => relation.supervises && task.extension_asked],
  ["returned", words.returned, { role: "lead", mark: "returned" }, (task, relation) => relation.leads && task.returned],
  ["approve", words.approve, { role: "lead", mark: "draft" }, (task, relation) => relation.leads && task.draft !== null],
  ["overdue", words.overdue, { role: "lead", timeliness: "overdue" }, (task, relation) => relation.leads && task.timeliness === "overdue"],
  [
    "dueSoon",
    words.dueSoon,
    { role: "lead", timeliness: "due-soon" },
    (task, relation) => relation.leads && task.timeliness === "due-soon",
  ],
  [
    "notReported",
    words.notReported,
    { role: "lead", timeliness: "not-reported" },
    (task, relation) => relation.leads && task.timeliness === "not-reported",
  ],
  [
    "unconfirmed",
    words.unconfirmed,
    { role: "lead", timeliness: "unconfirmed" },
    (task, relation) => relation.leads && task.timeliness === "unconfirmed",
  ],
];

export function mineOf(tasks: readonly Task[], agency: string, directory: Directory, posts: readonly PostHeld[]): Mine {
  const mine: Mine = {
    groups: kinds.map(([id, title, search]) => ({
      id,
      title,
      tasks: [],
      search: { ...search, agency: id === "extension" ? undefined : agency },
    })),
    leads: 0,
    coordinates: 0,
    unconfirmed: 0,
  };
  for (const task of tasks) {
    if (!isCounted(task)) continue;
    const relation = relationTo(task, agency, directory, posts);
    if (relation.leads) mine.leads += 1;
    if (relation.coordinates) mine.coordinates += 1;
    if (relation.leads && task.timeliness === "unconfirmed") mine.unconfirmed += 1;
    const at = kinds.findIndex(([, , , fits]) => fits(task, relation));
    mine.groups[at]?.tasks.push(task);
  }
  return mine;
}
