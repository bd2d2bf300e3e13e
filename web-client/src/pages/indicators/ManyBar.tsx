// Choosing several indicators of the list: a column of checkboxes, and what is done with those that are chosen.

import { Button, Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import type { Indicator } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { standsFor } from "../../meaning/relations";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import type { Column } from "../../ui/DataTable";
import { DefineMany } from "./DefineMany";
import classes from "./Indicators.module.css";

const words = t.manyDefinitions;
const columnWidth = 64; // px
const nobody: ReadonlySet<string> = new Set();

// Which rows somebody may define: all of the plans for which the agency stands, or, of statistics, any.
function useDefines(): (row: Indicator) => boolean {
  const directory = useDirectory();
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const any = !isPast(useViewTime()) && allowed.may("define-indicator");
  return useCallback(
    (row: Indicator) => any && !row.heading && (allowed.has("statistics") || standsFor(row.programme, acting, allowed.posts, directory)),
    [any, allowed, acting, directory],
  );
}

export interface ManyIndicators {
  columns: Column<Indicator>[]; // none where nothing may be chosen
  offered: readonly Indicator[]; // of the rows shown, those that may be chosen
  chosen: ReadonlySet<string>; // of these
  choose: (ids: readonly string[]) => void;
}

// Of the rows that are shown: what a filter hides is chosen no more.
export function useManyIndicators(rows: readonly Indicator[]): ManyIndicators {
  const defines = useDefines();
  const [picked, setPicked] = useState(nobody);
  const offered = useMemo(() => rows.filter(defines), [rows, defines]);
  const chosen = useMemo(() => new Set(offered.filter((row) => picked.has(row.id)).map((row) => row.id)), [offered, picked]);
  const choose = useCallback((ids: readonly string[]) => setPicked(new Set(ids)), []);
  const columns = useMemo((): Column<Indicator>[] => {
    const toggle = (id: string) => setPicked((old) => new Set(old.has(id) ? [...old].filter((one) => one !== id) : [...old, id]));
    const box = (row: Indicator) => defines(row) && <Checkbox checked={chosen.has(row.id)} onChange={() => toggle(row.id)} aria-label={words.choose(row.name)} />;
    return offered.length > 0 ? [{ id: "choose", header: words.column, width: columnWidth, phoneLabel: false, cell: box }] : [];
  }, [offered.length, defines, chosen]);
  return { columns, offered, chosen, choose };
}

export function ManyBar({ many }: { many: ManyIndicators }) {
  const [open, setOpen] = useState(false);
  const allowed = useAllowed();
  const { offered, chosen, choose } = many;
  if (offered.length === 0) return null;
  const only = chosen.size === 1 ? offered.find((row) => chosen.has(row.id)) : undefined;
  const every = chosen.size === offered.length;
  return (
    <div className={classes.many} data-no-print="">
      <Checkbox
        label={words.chooseAll}
        checked={every}
        indeterminate={!every && chosen.size > 0}
        onChange={() => choose(every ? [] : offered.map((row) => row.id))}
      />
      <span className={classes.note} role="status">
        {words.chosen(formatNumber(chosen.size))}
      </span>
      {only && allowed.may("set-indicator-targets") && (
        <Button component={Link} to={`/indicators/${only.id}/shares`} variant="default" size="compact-sm">
          {words.share}
        </Button>
      )}
      <Button size="compact-sm" disabled={chosen.size === 0} onClick={() => setOpen(true)}>
        {words.define}
      </Button>
      {open && (
        <DefineMany
          chosen={chosen}
          names={new Map(offered.map((row) => [row.id, row.name]))}
          onDone={() => {
            setOpen(false);
            choose([]);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
