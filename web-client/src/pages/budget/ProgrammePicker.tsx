// Which plan a page about money is of: chosen in the address, else the one with the most lines.

import { NativeSelect } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useList } from "../../api/queries";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { EmptyState, QueryView } from "../../ui/States";

const words = t.money.reconciliation;

function mostLines(programmes: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const programme of programmes) counts.set(programme, (counts.get(programme) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left).map(([programme]) => programme);
}

interface Props {
  programme: string | undefined;
  others?: readonly string[]; // plans to choose from that have no lines
  children: (programme: string) => ReactNode;
}

export function ProgrammePicker({ programme, others = [], children }: Props) {
  const lines = useList("budget-lines");
  const directory = useDirectory();
  const navigate = useNavigate();
  return (
    <QueryView query={lines}>
      {(list) => {
        const ids = [...new Set([...mostLines(list.items.map((line) => line.programme)), ...others])];
        const chosen = programme ?? ids[0];
        if (!chosen) return <EmptyState title={t.states.emptyTitle} />;
        return (
          <>
            {ids.length > 1 && (
              <NativeSelect
                aria-label={words.choose}
                data={ids.map((value) => ({ value, label: directory.programmeName(value) }))}
                value={chosen}
                onChange={(event) => void navigate({ to: ".", search: ((old: object) => ({ ...old, programme: event.currentTarget.value })) as never })}
                style={{ maxWidth: 480, marginBottom: 12 }}
                data-no-print=""
              />
            )}
            {children(chosen)}
          </>
        );
      }}
    </QueryView>
  );
}
