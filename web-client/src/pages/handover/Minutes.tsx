// The minutes of a handover, as they are printed and signed.

import { Button } from "@mantine/core";
import { useMemo } from "react";
import { useList } from "../../api/queries";
import type { Assignment } from "../../api/types";
import { formatDay } from "../../format/date";
import { formatNumber, formatPercent } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { documentShortName } from "../../meaning/document";
import { shortPersonName, usePersonName } from "../../meaning/person";
import { shortPlace } from "../../meaning/place";
import classes from "./Minutes.module.css";
import type { HandoverRecord } from "./record";

const words = t.inside.handover;
const paper = words.record;

export function HandedTable({ ids, agency }: { ids: readonly string[]; agency: string }) {
  const assignments = useList("assignments", { agency }).data?.items;
  const rows = useMemo(() => {
    const byId = new Map((assignments ?? []).map((one) => [one.id, one]));
    return ids.map((id) => [id, byId.get(id)] as const);
  }, [assignments, ids]);
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={words.title}>
      <table className={classes.table}>
        <thead>
          <tr>
            {Object.entries(paper.columns).map(([id, header]) => (
              <th key={id} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([id, row], index) => (
            <tr key={id}>
              <td>{index + 1}</td>
              {row ? <Cells row={row} /> : <td colSpan={6}>{id}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cells({ row }: { row: Assignment }) {
  const directory = useDirectory();
  return (
    <>
      <td>{shortPlace(row.source)}</td>
      <td>
        {row.title}
        <div className={classes.dim}>{directory.programmeName(row.programme)}</div>
      </td>
      <td className={classes.day}>{row.window.due ? formatDay(row.window.due) : row.deadline.text}</td>
      <td>{t.status[row.status]}</td>
      <td>{row.progress_percent === null ? "" : formatPercent(row.progress_percent)}</td>
      <td />
    </>
  );
}

function Party({ label, account, agency }: { label: string; account: string; agency: string }) {
  const directory = useDirectory();
  const name = shortPersonName(usePersonName(account), directory.name(agency));
  return (
    <p>
      {label}: <b>{name}</b>, {directory.name(agency)}
    </p>
  );
}

function Signature({ title, account, agency }: { title: string; account?: string; agency: string }) {
  const directory = useDirectory();
  const name = usePersonName(account ?? "luuvet");
  return (
    <div className={classes.signature}>
      <b>{title}</b>
      <i>{paper.sign}</i>
      <span>{account ? shortPersonName(name, directory.name(agency)) : ""}</span>
    </div>
  );
}

function Heading({ record }: { record: HandoverRecord }) {
  const directory = useDirectory();
  const [year = "", month = "", day = ""] = record.on.split("-");
  return (
    <>
      <div className={classes.top}>
        <div className={classes.agency}>{directory.name(record.agency)}</div>
        <div className={classes.state}>
          <b>{paper.state}</b>
          <b className={classes.motto}>{paper.motto}</b>
          <i>{paper.date(day, month, year)}</i>
        </div>
      </div>
      <h2 className={classes.heading}>{paper.title}</h2>
    </>
  );
}

export function Minutes({ record, onFinish }: { record: HandoverRecord; onFinish: () => void }) {
  const documents = useList("documents").data?.items;
  const document = documents?.find((one) => one.id === record.document);
  return (
    <>
      <div className={classes.tools} data-no-print role="status">
        <span>{words.recorded}</span>
        <Button onClick={() => window.print()}>{words.print}</Button>
        <Button variant="default" onClick={onFinish}>
          {words.finish}
        </Button>
      </div>
      <article className={classes.paper} aria-label={paper.title}>
        <Heading record={record} />
        {document && <p>{paper.basis(documentShortName(document))}</p>}
        <Party label={paper.from} account={record.from} agency={record.agency} />
        <Party label={paper.to} account={record.to} agency={record.agency} />
        <p>{paper.list(formatNumber(record.ids.length))}</p>
        <HandedTable ids={record.ids} agency={record.agency} />
        {record.note && (
          <p>
            {words.note}: {record.note}
          </p>
        )}
        <p className={classes.dim}>{paper.trace(formatNumber(record.first))}</p>
        <div className={classes.signatures}>
          <Signature title={paper.signFrom} account={record.from} agency={record.agency} />
          <Signature title={paper.signTo} account={record.to} agency={record.agency} />
          <Signature title={paper.signHead} agency={record.agency} />
        </div>
      </article>
    </>
  );
}
