// One component of a line: what it was given, what it has paid, its contracts, and what one may do with it.

import { Button, Menu } from "@mantine/core";
import type { BudgetAllocation, BudgetComponent, BudgetContract, BudgetLine, MoneyCell } from "../../api/types";
import { formatDay } from "../../format/date";
import { aboutMillions, formatMillions, formatNumber } from "../../format/number";
import {
  allocateSpec,
  amendComponentSpec,
  amendContractSpec,
  disburseSpec,
  endComponentSpec,
  outsideSpec,
  reduceSpec,
  registerContractSpec,
} from "../../forms/specs/money";
import type { CommandSpec } from "../../forms/spec";
import { t } from "../../i18n";
import type { MoneyCommandId } from "../../meaning/command-ids";
import { useDirectory } from "../../meaning/directory";
import { AgencyLink } from "../../ui/AgencyNames";
import { DataTable, type Column } from "../../ui/DataTable";
import { Facts } from "../../ui/Facts";
import { Icon } from "../../ui/icons";
import { useDocumentText } from "../../ui/use-document-text";
import type { Ask } from "./asking";
import classes from "./Budget.module.css";

const words = t.money;
const sourceName = (source: string): string => t.fundingSource[source] ?? source;

type MakeSpec = (line: BudgetLine, component: BudgetComponent) => CommandSpec;
const specs: Partial<Record<MoneyCommandId, MakeSpec>> = {
  allocate: allocateSpec,
  disburse: disburseSpec,
  "register-contract": registerContractSpec,
  "enter-outside-money": outsideSpec,
  "amend-component": amendComponentSpec,
  "end-component": endComponentSpec,
};
const shownAsButtons = 2;

function amount(id: string, header: string, of: (cell: MoneyCell) => number): Column<MoneyCell> {
  return { id, header, width: 104, right: true, cell: (cell) => <span title={words.sums.exactly(formatNumber(of(cell)))}>{aboutMillions(of(cell))}</span> };
}

const cellColumns: Column<MoneyCell>[] = [
  { id: "where", header: words.ledger.where, width: null, min: 130, phoneLabel: false, cell: (cell) => `${cell.year}, ${sourceName(cell.funding_source)}` },
  amount("allocated", words.sums.allocated, (cell) => cell.allocated),
  amount("disbursed", words.sums.disbursed, (cell) => cell.disbursed),
  amount("advances", words.sums.advances, (cell) => cell.advances_outstanding),
  amount("remaining", words.sums.remaining, (cell) => cell.remaining),
];

const aboveColumn: Column<MoneyCell> = {
  id: "above",
  header: words.sums.above,
  width: 104,
  right: true,
  cell: (cell) => (cell.above_ceiling > 0 ? <strong className={classes.above}>{aboutMillions(cell.above_ceiling)}</strong> : "0"),
};

function Actions({ component, commands, ask }: { component: BudgetComponent; commands: readonly MoneyCommandId[]; ask: Ask }) {
  const open = (id: MoneyCommandId) =>
    ask((line) => (specs[id] ?? allocateSpec)(line, line.components.find((one) => one.id === component.id) ?? component));
  const [first, rest] = [commands.slice(0, shownAsButtons), commands.slice(shownAsButtons)];
  if (commands.length === 0) return null;
  return (
    <div className={classes.buttons} data-no-print="">
      {first.map((id) => (
        <Button key={id} size="compact-sm" variant="default" onClick={() => open(id)}>
          {t.commands.names[id]}
        </Button>
      ))}
      {rest.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button size="compact-sm" variant="default" rightSection={<Icon name="down" size={14} />} aria-label={`${words.line.actions}: ${component.name}`}>
              {words.line.actions}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((id) => (
              <Menu.Item key={id} onClick={() => open(id)}>
                {t.commands.names[id]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}

function Allocation({ allocation, reduce }: { allocation: BudgetAllocation; reduce: (() => void) | null }) {
  const documentText = useDocumentText();
  const directory = useDirectory();
  const left = allocation.amount - allocation.reduced;
  const notes = [
    allocation.receiver ? directory.name(allocation.receiver) : allocation.receiver_text,
    documentText(allocation.document),
    allocation.carried_from === null ? "" : words.line.allocation.carried(String(allocation.carried_from)),
    allocation.reduced > 0 && `${words.line.allocation.reduced} ${t.common.overMillion(formatMillions(allocation.reduced))}`,
    allocation.above_need && words.line.allocation.above,
    allocation.reason,
  ];
  return (
    <li>
      {allocation.budget_year}, {sourceName(allocation.funding_source)}: <strong>{t.common.overMillion(formatMillions(left))}</strong>
      <div className={classes.note}>{notes.filter(Boolean).join(". ")}</div>
      {reduce && left > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={reduce} data-no-print="">
          {t.commands.names["reduce-allocation"]}
        </Button>
      )}
    </li>
  );
}

function Contract({ contract, amend }: { contract: BudgetContract; amend: (() => void) | null }) {
  const documentText = useDocumentText();
  const over = (value: number) => t.common.overMillion(formatMillions(value));
  return (
    <li>
      {contract.number}, {formatDay(contract.signed_on)}, {contract.contractor}: <strong>{over(contract.amount)}</strong>
      <div className={classes.note}>
        {[
          `${words.line.contract.disbursed} ${over(contract.disbursed)}`,
          contract.advances_outstanding > 0 && `${words.line.contract.advances} ${over(contract.advances_outstanding)}`,
          documentText(contract.document),
        ]
          .filter(Boolean)
          .join(". ")}
      </div>
      {amend && (
        <Button size="compact-xs" variant="subtle" onClick={amend} data-no-print="">
          {t.commands.names["amend-contract"]}
        </Button>
      )}
    </li>
  );
}

interface Props {
  line: BudgetLine;
  component: BudgetComponent;
  commands: readonly MoneyCommandId[];
  reduces: boolean;
  amends: boolean; // its contracts
  ask: Ask;
}

export function ComponentCard({ line, component, commands, reduces, amends, ask }: Props) {
  const allocations = line.allocations.filter((one) => one.component === component.id);
  const contracts = line.contracts.filter((one) => one.component === component.id);
  const above = component.cells.some((cell) => cell.above_ceiling > 0);
  const investor = component.investor_agency ? <AgencyLink id={component.investor_agency} /> : component.investor_text;
  return (
    <section className={classes.card} aria-label={component.name}>
      <div className={classes.cardHead}>
        <h3 className={classes.cardTitle}>{component.name}</h3>
        <Actions component={component} commands={commands} ask={ask} />
      </div>
      {component.ended && <p className={classes.note}>{words.line.ended(component.end_reason ?? "")}</p>}
      <Facts
        rows={[
          [words.fields["kind"] ?? "", words.componentKind[component.kind]],
          [words.line.investor, investor],
          [words.line.code, component.code],
          [words.line.mediumTermCode, component.medium_term_code],
        ]}
      />
      {component.cells.length > 0 && (
        <DataTable
          label={`${words.line.cells}: ${component.name}`}
          rows={component.cells}
          columns={above ? [...cellColumns, aboveColumn] : cellColumns}
          rowId={(cell) => `${cell.year} ${cell.funding_source}`}
        />
      )}
      {allocations.length > 0 && (
        <>
          <h4 className={classes.sub}>{words.line.allocations}</h4>
          <ul className={classes.list}>
            {allocations.map((one) => (
              <Allocation key={one.id} allocation={one} reduce={reduces ? () => ask((now) => reduceSpec(now, one)) : null} />
            ))}
          </ul>
        </>
      )}
      {contracts.length > 0 && (
        <>
          <h4 className={classes.sub}>{words.line.contracts}</h4>
          <ul className={classes.list}>
            {contracts.map((one) => (
              <Contract key={one.id} contract={one} amend={amends ? () => ask((now) => amendContractSpec(now, one)) : null} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
