// What whoever looks at an indicator may do with it: targets, definition, baseline, breaks; and the way to entering figures.

import { Button, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Indicator, IndicatorSeries } from "../../api/types";
import { todayInVietnam } from "../../format/date";
import { CommandDialog } from "../../forms/CommandDialog";
import type { CommandSpec } from "../../forms/spec";
import { indicatorSpec } from "../../forms/specs/indicators";
import { officialFigureSpec } from "../../forms/specs/officials";
import { publicationSpec } from "../../forms/specs/publications";
import { t } from "../../i18n";
import type { IndicatorCommandId } from "../../meaning/command-ids";
import { useDirectory } from "../../meaning/directory";
import { periodAt } from "../../meaning/period";
import { endedPeriods, publishes } from "../../meaning/publication";
import { standsFor } from "../../meaning/relations";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";

const words = t.indicators.verbs;
const verbs: readonly IndicatorCommandId[] = ["set-indicator-targets", "define-indicator", "enter-indicator-baseline", "mark-indicator-break", "set-indicator-checks"];

export function Verbs({ indicator, series }: { indicator: Indicator; series: IndicatorSeries }) {
  const [open, setOpen] = useState<IndicatorCommandId | null>(null);
  const allowed = useAllowed();
  const directory = useDirectory();
  const acting = useStore(actingFor);
  const past = isPast(useViewTime());
  if (past || indicator.heading || acting === null) return null;
  const governs = allowed.has("statistics") || standsFor(indicator.programme, acting, allowed.posts, directory);
  const records = series.shared_from === null && (governs || publishes(indicator, acting, directory)) && allowed.may("record-publication");
  const official = series.shared_from === null && allowed.may("set-official-figure");
  const offered = [...(governs ? verbs.filter((verb) => allowed.may(verb)) : []), ...(records ? (["record-publication"] as const) : []), ...(official ? (["set-official-figure"] as const) : [])];
  const period = periodAt(indicator.definition?.frequency ?? "year", todayInVietnam());
  const enters = series.submitters.includes(acting) && allowed.may("enter-submission");
  const shares = standsFor(indicator.programme, acting, allowed.posts, directory) && allowed.may("set-indicator-targets");
  return (
    <>
      {enters && (
        <Button component={Link} to={`/indicators/entry?period=${period}`} variant={offered.length > 0 ? "default" : "filled"}>
          {words.enter}
        </Button>
      )}
      {shares && (
        <Button component={Link} to={`/indicators/${indicator.id}/shares`} variant="default">
          {t.shares.title}
        </Button>
      )}
      {offered.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default">{words.more}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {offered.map((verb) => (
              <Menu.Item key={verb} onClick={() => setOpen(verb)}>
                {t.commands.names[verb]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {open && <Opened key={open} id={open} indicator={indicator} series={series} onClose={() => setOpen(null)} />}
    </>
  );
}

// The form keeps what it was opened with: what arrives meanwhile changes neither its fields nor what it is based on.
function Opened({ id, indicator, series, onClose }: { id: IndicatorCommandId; indicator: Indicator; series: IndicatorSeries; onClose: () => void }) {
  const [spec] = useState(() => specOf(id, indicator, series));
  return <CommandDialog spec={spec} onClose={onClose} />;
}

function specOf(id: IndicatorCommandId, indicator: Indicator, series: IndicatorSeries): CommandSpec {
  const periods = () => endedPeriods(indicator.definition?.frequency ?? "year", todayInVietnam());
  if (id === "set-official-figure") return officialFigureSpec(indicator, { periods: periods() });
  return id === "record-publication" ? publicationSpec(id, indicator, periods()) : indicatorSpec(id, indicator, series);
}
