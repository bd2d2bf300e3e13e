// The table as an Excel sheet: out as a template, and back in filled; nothing is saved by that.

import { Button, FileButton } from "@mantine/core";
import { useState } from "react";
import { isProblem, sendFile } from "../../api/client";
import type { BaselineDifference, BaselineDifferenceItem, Indicator } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { Callout } from "../../ui/Callout";
import { ExportButton } from "../../ui/ExportButton";
import { tell } from "../../ui/toast";
import own from "../submissions/Submissions.module.css";
import type { Scope } from "./model";
import { readSheet, sheetLine, type CellsByRow } from "./sheet";

const words = t.baselines.sheet;
const none: readonly never[] = [];

interface Said {
  refused: readonly BaselineDifferenceItem[];
  questioned: readonly BaselineDifferenceItem[];
}
const nothing: Said = { refused: none, questioned: none };

function Lines({ title, items, rows }: { title: string; items: readonly BaselineDifferenceItem[]; rows: readonly Indicator[] }) {
  if (items.length === 0) return null;
  const nameOf = (subject: string) => rows.find((row) => `indicator/${row.id}` === subject)?.name ?? subject;
  return (
    <>
      {title}
      <ul>
        {items.map((item) => (
          <li key={`${item.row ?? ""} ${item.subject}`}>{sheetLine(item, nameOf(item.subject), (row) => words.row(formatNumber(row)))}</li>
        ))}
      </ul>
    </>
  );
}

interface Props {
  rows: readonly Indicator[];
  scope: Scope;
  programme: string | undefined;
  onTake: (cells: CellsByRow) => void; // into the table, where one can take it back
}

export function BaselineSheet({ rows, scope, programme, onTake }: Props) {
  const [said, setSaid] = useState<Said>(nothing);
  const [busy, setBusy] = useState(false);
  const query = { year: scope.year, agency: scope.agency ?? undefined };

  const upload = async (file: File) => {
    setBusy(true);
    setSaid(nothing);
    try {
      const answer = await sendFile<BaselineDifference>("/baseline-grid", query, file);
      const read = readSheet(rows, answer.items);
      onTake(read.cells);
      setSaid(read);
      const [taken, refused] = [read.taken, read.refused.length];
      tell(taken + refused === 0 ? words.empty : words.read(formatNumber(taken), formatNumber(refused)), refused > 0 ? "grey" : "green");
    } catch (error) {
      tell(isProblem(error) ? error.message : t.commands.notSaved, "red");
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <div className={own.tools} data-no-print="">
        <ExportButton label={words.template} path="/baseline-grid.xlsx" query={{ ...query, programme }} />
        <FileButton accept=".xlsx" onChange={(file) => file && void upload(file)}>
          {(props) => (
            <Button {...props} size="xs" variant="default" loading={busy}>
              {words.upload}
            </Button>
          )}
        </FileButton>
      </div>
      {said.refused.length + said.questioned.length > 0 && (
        <Callout role="alert">
          <Lines title={words.refused} items={said.refused} rows={rows} />
          <Lines title={words.questioned} items={said.questioned} rows={rows} />
          <Button size="compact-sm" variant="default" onClick={() => setSaid(nothing)}>
            {words.seen}
          </Button>
        </Callout>
      )}
    </>
  );
}
