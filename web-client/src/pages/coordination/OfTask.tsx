// The requests for coordination of one task, and asking for one.

import { Button } from "@mantine/core";
import { useState } from "react";
import { useList } from "../../api/queries";
import type { Assignment, Coordination, Task } from "../../api/types";
import { CommandDialog } from "../../forms/CommandDialog";
import { askSpec } from "../../forms/specs/coordination";
import { t } from "../../i18n";
import { useAllowed } from "../../state/allowed";
import { isPast, useViewTime } from "../../state/view-time";
import { Section } from "../../ui/Page";
import { QueryView } from "../../ui/States";
import classes from "./Coordination.module.css";
import { Request } from "./Request";

const words = t.fanout.coordination;
const stopped = ["completed", "suspended", "cancelled"];

export function CoordinationOfTask({ task, own }: { task: Task; own: Assignment | null }) {
  const requests = useList("coordinations", { task: task.id });
  const allowed = useAllowed();
  const past = isPast(useViewTime());
  const [asking, setAsking] = useState(false);
  const may = own !== null && !past && allowed.may("ask-coordination") && !stopped.includes(own.status);
  const count = requests.data?.items.length ?? 0;
  if (count === 0 && !may) return null;
  return (
    <Section
      title={words.title}
      actions={
        may && (
          <Button variant="default" size="compact-sm" onClick={() => setAsking(true)} data-no-print>
            {words.ask}
          </Button>
        )
      }
    >
      <QueryView query={requests}>
        {(list) =>
          list.items.length === 0 ? (
            <p className={classes.head}>{words.none}</p>
          ) : (
            <ul className={classes.list}>
              {list.items.map((request) => (
                <Request key={request.id} request={request} />
              ))}
            </ul>
          )
        }
      </QueryView>
      {asking && <CommandDialog<Coordination> spec={askSpec(task)} onClose={() => setAsking(false)} />}
    </Section>
  );
}
