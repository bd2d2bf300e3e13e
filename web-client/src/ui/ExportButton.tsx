// "Xuất Excel": the list as a file, with the filters and the moment of the page.

import { Button } from "@mantine/core";
import { useState } from "react";
import { download, isProblem, type Query } from "../api/client";
import { t } from "../i18n";
import { useViewTime } from "../state/view-time";
import { saveFile } from "./save-file";
import { tell } from "./toast";

interface Props {
  path: string; // "/tasks.xlsx"
  query?: Query;
  label?: string; // where the page exports several things
  refused?: string | undefined; // why it cannot be exported so
}

export function ExportButton({ path, query = {}, refused, label = t.tables.exportExcel }: Props) {
  const [busy, setBusy] = useState(false);
  const time = useViewTime();
  const run = async () => {
    setBusy(true);
    try {
      saveFile(await download(path, { ...query, ...time }));
    } catch (error) {
      tell(isProblem(error) ? error.message : t.tables.exportFailed, "red");
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="xs" variant="default" loading={busy} disabled={refused !== undefined} title={refused} onClick={() => void run()} data-no-print>
      {label}
    </Button>
  );
}
