import { Button } from "@mantine/core";
import { t } from "../i18n";
import { actFor, actingFor } from "../state/acting-for";
import { me } from "../state/me";
import { useStore } from "../state/store";

// Goes over to another of one's own agencies; nothing where it is none.
export function ActAs({ agency, compact = false }: { agency: string; compact?: boolean }) {
  const acting = useStore(actingFor);
  const who = useStore(me);
  if (acting === agency || !who?.agencies.some((one) => one.agency === agency)) return null;
  return (
    <Button variant="default" {...(compact ? { size: "compact-sm" } : {})} onClick={() => actFor(agency)}>
      {t.registers.agencies.actAs}
    </Button>
  );
}
