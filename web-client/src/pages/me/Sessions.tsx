import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { endSession, ownSessions } from "../../api/session";
import type { Session } from "../../api/types";
import { formatMoment } from "../../format/date";
import { t } from "../../i18n";
import { DataTable, type Column } from "../../ui/DataTable";
import { QueryView } from "../../ui/States";
import { tell } from "../../ui/toast";
import { deviceName } from "./device";

const words = t.people.account;
const sessionsQuery = { queryKey: ["sessions"], queryFn: ownSessions, staleTime: 0 } as const;

function columnsFor(onEnd: (session: Session) => void): Column<Session>[] {
  return [
    {
      id: "device",
      header: words.device,
      width: null,
      min: 150,
      phoneLabel: false,
      cell: (row) => (
        <span title={row.user_agent}>
          {deviceName(row.user_agent)}
          {row.current && <strong> ({words.current.toLowerCase()})</strong>}
        </span>
      ),
    },
    { id: "address", header: words.address, width: 130, cell: (row) => row.address },
    { id: "signed", header: words.signedIn, width: 140, nowrap: true, cell: (row) => formatMoment(row.signed_in_at) },
    { id: "seen", header: words.lastSeen, width: 140, nowrap: true, cell: (row) => formatMoment(row.last_seen_at) },
    {
      id: "do",
      header: words.end,
      width: 90,
      phoneLabel: false,
      cell: (row) =>
        !row.current && (
          <Button size="compact-xs" variant="default" onClick={() => onEnd(row)}>
            {words.end}
          </Button>
        ),
    },
  ];
}

export function Sessions() {
  const client = useQueryClient();
  const sessions = useQuery(sessionsQuery);
  const columns = useMemo(() => {
    const end = async (session: Session) => {
      try {
        await endSession(session.id);
        tell(words.ended);
      } catch (error) {
        tell((error as Error).message, "red");
      }
      await client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    };
    return columnsFor((session) => void end(session));
  }, [client]);
  return (
    <QueryView query={sessions}>{(rows) => <DataTable label={words.sessions} rows={rows} columns={columns} rowId={(row) => row.id} />}</QueryView>
  );
}
