// Money outside the budget: what firms and others say that they brought and spent, and who has confirmed it.

import { Button } from "@mantine/core";
import type { BudgetLine, OutsideMoney } from "../../api/types";
import { formatDay } from "../../format/date";
import { formatMillions } from "../../format/number";
import { confirmOutsideSpec, reverseOutsideSpec } from "../../forms/specs/money";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { Section } from "../../ui/Page";
import type { Ask } from "./asking";
import classes from "./Budget.module.css";

const words = t.money.line;

interface Props {
  line: BudgetLine;
  confirms: (entry: OutsideMoney) => boolean;
  reverses: (entry: OutsideMoney) => boolean;
  ask: Ask;
}

function Entry({ line, entry, confirms, reverses, ask }: Props & { entry: OutsideMoney }) {
  const directory = useDirectory();
  const component = line.components.find((one) => one.id === entry.component)?.name ?? entry.component;
  const state = entry.reversed
    ? words.reversed
    : entry.confirmed
      ? words.confirmed(entry.confirmed_by ? directory.name(entry.confirmed_by) : "")
      : words.unconfirmed;
  return (
    <li>
      <span className={entry.reversed ? classes.struck : undefined}>
        {formatDay(entry.on_day)}, {component}: {t.money.outsideKind[entry.kind]}{" "}
        <strong>{t.common.overMillion(formatMillions(entry.amount))}</strong> ({entry.year})
      </span>
      <div className={classes.note}>{[directory.name(entry.agency), state, entry.note].filter(Boolean).join(". ")}</div>
      {!entry.confirmed && !entry.reversed && confirms(entry) && (
        <Button size="compact-xs" variant="subtle" onClick={() => ask((now) => confirmOutsideSpec(now, [entry]))}>
          {t.commands.names["confirm-outside-money"]}
        </Button>
      )}
      {!entry.reversed && reverses(entry) && (
        <Button size="compact-xs" variant="subtle" onClick={() => ask((now) => reverseOutsideSpec(now, entry))}>
          {t.commands.names["reverse-outside-money"]}
        </Button>
      )}
    </li>
  );
}

export function OutsideTable(props: Props) {
  const { line, confirms, ask } = props;
  if (line.outside_money.length === 0) return null;
  const open = line.outside_money.filter((entry) => !entry.confirmed && !entry.reversed && confirms(entry));
  const all = open.length > 1 && (
    <Button size="compact-sm" variant="default" onClick={() => ask((now) => confirmOutsideSpec(now, open))} data-no-print="">
      {t.commands.names["confirm-outside-money"]} ({open.length})
    </Button>
  );
  return (
    <Section title={words.outside} actions={all}>
      <ul className={classes.list}>
        {line.outside_money.map((entry) => (
          <Entry key={entry.id} {...props} entry={entry} />
        ))}
      </ul>
    </Section>
  );
}
