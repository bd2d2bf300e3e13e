// Indicators that no plan prints: the way to add one, and indices that plans name without a row of their own.

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { get } from "../../api/client";
import { timeKey } from "../../api/queries";
import type { IndexSuggestion, IndexSuggestions } from "../../api/types";
import { formatNumber } from "../../format/number";
import { CommandDialog } from "../../forms/CommandDialog";
import type { CommandSpec, Option } from "../../forms/spec";
import { registerIndicatorSpec } from "../../forms/specs/officials";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { standsFor } from "../../meaning/relations";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import classes from "./Indicators.module.css";

const words = t.officials.indices;
const placesShown = 5;

// The plans to which the agency acted for may add indicators.
function useRegisters(programmes: readonly string[]): Option[] {
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const directory = useDirectory();
  const past = isPast(useViewTime());
  if (past || acting === null || !allowed.may("register-indicator")) return [];
  const governs = (id: string) => allowed.has("statistics") || standsFor(id, acting, allowed.posts, directory);
  return programmes.filter(governs).map((id) => ({ value: id, label: directory.programmeName(id) }));
}

function useIndices(enabled: boolean) {
  const time = useViewTime();
  return useQuery({
    queryKey: ["list", "indicators", "indices", timeKey(time)],
    queryFn: ({ signal }) => get<IndexSuggestions>("/index-suggestions", { ...time }, signal),
    enabled,
  }).data;
}

function Place({ place }: { place: IndexSuggestion["places"][number] }) {
  const directory = useDirectory();
  const [kind, id = ""] = place.subject.split("/");
  const programme = directory.programmeName(place.programme);
  return (
    <li>
      {kind === "task" ? (
        <Link to="/tasks/$id" params={{ id }}>
          {place.text}
        </Link>
      ) : (
        <Link to="/indicators/$id" params={{ id }}>
          {place.text}
        </Link>
      )}{" "}
      ({programme})
    </li>
  );
}

function Suggested({ found, onAdd }: { found: IndexSuggestion; onAdd: () => void }) {
  const left = found.places_total - Math.min(found.places.length, placesShown);
  return (
    <li>
      <b>{found.name}</b>{" "}
      <Button size="compact-xs" variant="default" aria-label={`${words.add}: ${found.index}`} onClick={onAdd}>
        {words.add}
      </Button>
      <ul className={classes.list} aria-label={`${words.places}: ${found.index}`}>
        {found.places.slice(0, placesShown).map((place) => (
          <Place key={`${place.subject} ${place.field} ${place.text}`} place={place} />
        ))}
        {left > 0 && <li>{words.more(formatNumber(left))}</li>}
      </ul>
    </li>
  );
}

export function NewIndicator({ programmes }: { programmes: readonly string[] }) {
  const [spec, setSpec] = useState<CommandSpec | null>(null);
  const open = useRegisters(programmes);
  const indices = useIndices(open.length > 0);
  if (open.length === 0) return null;
  const offered = (indices?.items ?? []).filter((one) => open.some((programme) => programme.value === one.programme));
  return (
    <div data-no-print="">
      <Button variant="default" size="xs" onClick={() => setSpec(registerIndicatorSpec(open))}>
        {t.commands.names["register-indicator"]}
      </Button>
      {offered.length > 0 && (
        <details>
          <summary>{words.title(formatNumber(offered.length))}</summary>
          <ul className={classes.list}>
            {offered.map((one) => (
              <Suggested key={`${one.programme} ${one.index}`} found={one} onAdd={() => setSpec(registerIndicatorSpec(open, one))} />
            ))}
          </ul>
        </details>
      )}
      {spec && <CommandDialog key={spec.subject} spec={spec} onClose={() => setSpec(null)} />}
    </div>
  );
}
