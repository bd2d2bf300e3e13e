// Writing rows of which the server is asked about every one first, since an act is written whole or not at all.

import { post } from "../api/client";
import { newKey } from "../api/write";
import { formatNumber } from "../format/number";
import { t } from "../i18n";
import { tell } from "../ui/toast";
import type { Faults, RowFaults } from "./sheet";
import type { Offer } from "./use-said";
import type { GridWrite } from "./use-typed-grid";

export interface Ready {
  key: string; // of the row
  item: { subject: string };
}

interface Said {
  outcome: string; // "refused", "unchanged", or what would be written
}

export interface Judged<One, Column extends string> {
  good: One[]; // what the server would write
  same: One[]; // what stands there already
  faults: Faults<Column>;
}

// `items` has one for each that was asked about, in their order.
export function judged<One extends Ready, Item extends Said, Column extends string>(
  ready: readonly One[],
  items: readonly Item[],
  faultOf: (one: One, item: Item) => RowFaults<Column>,
): Judged<One, Column> {
  const [good, same]: [One[], One[]] = [[], []];
  const faults: Record<string, RowFaults<Column>> = {};
  ready.forEach((one, at) => {
    const item = items[at];
    if (item?.outcome === "refused") faults[one.key] = faultOf(one, item);
    else if (item?.outcome === "unchanged") same.push(one);
    else good.push(one);
  });
  return { good, same, faults };
}

interface Writer<Column extends string> {
  send: (write: GridWrite) => Promise<void>;
  forget: (keys: readonly string[]) => void;
  refuse: (text: string, faults?: Faults<Column>) => void;
  makeOffer: (offer: Offer | null) => void;
}

export interface JudgedAct<One extends Ready, Item extends Said, Column extends string> {
  path: string;
  also?: object; // what the act says once of all its items
  faultOf: (one: One, item: Item) => RowFaults<Column>;
  subjectsOf: (items: readonly { subject: string }[]) => string[];
  done: (count: string) => string;
  // Looks at what would be written, and writes it by `go`, perhaps later. `whole`: nothing of it was refused.
  look?: (rows: readonly One[], items: readonly Item[], go: () => Promise<void>, whole: boolean) => Promise<unknown>;
}

// False: something was refused, and nothing was written.
export async function enterRows<One extends Ready, Item extends Said, Column extends string>(
  grid: Writer<Column>,
  act: JudgedAct<One, Item, Column>,
  ready: readonly One[],
): Promise<boolean> {
  const write = async (rows: readonly One[]) => {
    if (rows.length === 0) return;
    const items = rows.map((one) => one.item);
    await grid.send({ path: act.path, body: { ...act.also, items }, subjects: act.subjectsOf(items) });
    grid.forget(rows.map((one) => one.key));
    tell(act.done(formatNumber(items.length)));
  };
  const look = act.look ?? ((_rows, _items, go) => go());
  if (ready.length === 0) return true;
  const asked = await post<{ items: Item[] }>({ path: `${act.path}?dry_run=true`, body: { ...act.also, items: ready.map((one) => one.item) }, key: newKey() });
  const said = judged(ready, asked.body.items, act.faultOf);
  grid.forget(said.same.map((one) => one.key));
  const refused = Object.keys(said.faults).length;
  const items = asked.body.items.filter(({ outcome }) => outcome !== "refused" && outcome !== "unchanged");
  if (refused > 0) {
    grid.refuse(t.grid.refused(formatNumber(refused)), said.faults);
    if (said.good.length > 0) grid.makeOffer({ count: said.good.length, send: () => look(said.good, items, () => write(said.good), false) });
    return false;
  }
  await look(said.good, items, () => write(said.good), true);
  return true;
}
