// Figures that wait as a table: grouped, drawn only where one looks, each with what it is compared with and on what it rests. On a phone
// each figure is a block of labelled lines.

import { Button, Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMemo, type KeyboardEvent, type ReactNode } from "react";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { Author } from "../../ui/Author";
import { DataTable, type Column } from "../../ui/DataTable";
import { Moment } from "../../ui/Moment";
import { PersonName } from "../../ui/PersonName";
import { useDocumentNames } from "../../ui/use-names";
import classes from "./FigureTable.module.css";
import type { Deciding } from "./use-deciding";
import { comparedWithLast, correctionOf, sentencesOf, valueOf, type Group, type Waiting } from "./waiting";

const words = t.submissions.verify;
const columnsOfEntry = t.submissions.entry.columns;

interface Props {
  label: string;
  groups: readonly Group[];
  who: "agency" | "indicator"; // by what a line is told apart within its group
  heading: (group: Group) => ReactNode;
  deciding: Deciding;
  writable: boolean;
  height: string;
  onReturn: (line: Waiting) => void;
}

type Row = Waiting | Group;
const isGroup = (row: Row): row is Group => "lines" in row;

function Ground({ line }: { line: Waiting }) {
  const nameOf = useDocumentNames();
  const { figure, submission } = line;
  const own = figure.entered_by.agency === submission.agency; // else a sponsor's
  return (
    <div className={classes.ground}>
      {figure.reason && <div>{`${columnsOfEntry.reason}: ${figure.reason}`}</div>}
      {figure.source && <div>{`${words.source}: ${figure.source}`}</div>}
      {figure.evidence && (
        <Link to="/documents/$id" params={{ id: figure.evidence }}>
          {nameOf(figure.evidence)}
        </Link>
      )}
      {figure.comment && <div>{`${columnsOfEntry.comment}: ${figure.comment}`}</div>}
      <div className={classes.dim}>
        {own ? <PersonName account={figure.entered_by.actor} /> : <Author actor={figure.entered_by.actor} agency={figure.entered_by.agency} />},{" "}
        <Moment instant={figure.entered_at} />
      </div>
    </div>
  );
}

function ToLookAt({ line, fault }: { line: Waiting; fault: string | undefined }) {
  const correction = correctionOf(line);
  const sentences = sentencesOf(line);
  if (!fault && !correction && sentences.length === 0) return null;
  return (
    <>
      {fault && (
        <div className={classes.fault} role="alert">
          {fault}
        </div>
      )}
      {sentences.map((sentence) => (
        <div key={sentence} className={classes.warning}>
          {sentence}
        </div>
      ))}
      {correction && <div>{correction}</div>}
    </>
  );
}

function Last({ line }: { line: Waiting }) {
  const compared = comparedWithLast(line);
  if (!compared) return <span className={classes.dim}>{t.submissions.entry.noPrevious}</span>;
  return (
    <>
      {compared.before} {compared.difference && <b>({compared.difference})</b>}
    </>
  );
}

function Who({ line, who, deciding, writable }: Pick<Props, "who" | "deciding" | "writable"> & { line: Waiting }) {
  const directory = useDirectory();
  const { submission } = line;
  const agency = directory.shortName(submission.agency);
  const name =
    who === "agency" ? (
      agency
    ) : (
      <Link to="/indicators/$id" params={{ id: submission.indicator }}>
        {submission.name}
      </Link>
    );
  if (!writable) return name;
  return (
    <div className={classes.who}>
      <Checkbox
        size="md"
        data-line=""
        aria-label={words.choose(submission.name, agency)}
        checked={deciding.isChosen(line.key)}
        onChange={(event) => deciding.choose([line], event.currentTarget.checked)}
      />
      <div>
        {name}
        {who === "indicator" && <div className={classes.dim}>{directory.programmeName(submission.programme)}</div>}
      </div>
    </div>
  );
}

function useColumns({ who, deciding, writable, onReturn }: Props): Column<Row>[] {
  return useMemo(() => {
    const column = (id: string, header: string, width: number | null, cell: (line: Waiting) => ReactNode, more: Partial<Column<Row>> = {}): Column<Row> => ({
      id,
      header,
      width,
      cell: (row) => (isGroup(row) ? null : cell(row)),
      ...more,
    });
    const value = (line: Waiting) => (
      <>
        <b>{valueOf(line)}</b>
        {line.kind !== "actual" && <div className={classes.dim}>{t.indicators.kinds[line.kind]}</div>}
      </>
    );
    const target = ({ submission }: Waiting) => submission.target && `${submission.target.year}: ${submission.target.text}`;
    const named = who === "agency" ? t.indicators.agency : t.submissions.entry.indicator;
    const columns = [
      column("who", named, who === "agency" ? 180 : 240, (line) => <Who line={line} who={who} deciding={deciding} writable={writable} />, { phoneLabel: false }),
      column("value", t.indicators.value, 126, value),
      column("last", words.change, 142, (line) => <Last line={line} />),
      column("target", t.indicators.target, 104, target),
      column("look", words.findings, 190, (line) => <ToLookAt line={line} fault={deciding.faults[line.key]} />),
      column("ground", words.ground, null, (line) => <Ground line={line} />, { min: 220, phoneLabel: false }),
    ];
    const back = column(
      "back",
      words.act,
      92,
      (line) => (
        <Button size="compact-sm" variant="default" data-no-print="" aria-label={words.returnOf(line.submission.name)} onClick={() => onReturn(line)}>
          {words.returnOne}
        </Button>
      ),
      { phoneLabel: false },
    );
    return writable ? [...columns, back] : columns;
  }, [who, deciding, writable, onReturn]);
}

// Up and down lead to the next line that can be chosen; with Shift it is chosen as the one before.
function onArrow(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const from = event.target instanceof HTMLInputElement && "line" in event.target.dataset ? event.target : null;
  if (!step || !from) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLInputElement>("input[data-line]")];
  const to = all[all.indexOf(from) + step];
  if (!to) return;
  event.preventDefault();
  to.focus();
  to.scrollIntoView({ block: "nearest" });
  if (event.shiftKey && to.checked !== from.checked) to.click();
}

export function FigureTable(props: Props) {
  const { label, groups, heading, deciding, writable, height } = props;
  const columns = useColumns(props);
  const rows = useMemo<Row[]>(() => groups.flatMap((group) => [group, ...group.lines]), [groups]);
  const groupCell = (row: Row): ReactNode => {
    if (!isGroup(row)) return null;
    const count = row.lines.filter((line) => deciding.isChosen(line.key)).length;
    return (
      <div className={classes.heading}>
        {writable && (
          <Checkbox
            size="md"
            aria-label={words.chooseGroup(String(row.lines.length))}
            checked={count === row.lines.length}
            indeterminate={count > 0 && count < row.lines.length}
            onChange={(event) => deciding.choose(row.lines, event.currentTarget.checked)}
          />
        )}
        <div>{heading(row)}</div>
      </div>
    );
  };
  return (
    <div onKeyDown={onArrow} className={classes.table}>
      <DataTable label={label} rows={rows} columns={columns} rowId={(row) => row.key} isGroup={isGroup} groupCell={groupCell} height={height} />
    </div>
  );
}
