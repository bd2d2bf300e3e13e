// Three numbers first, then what stands behind them.

import type { MoneySums } from "../../api/types";
import { aboutMillions, formatNumber, formatPercent } from "../../format/number";
import { t } from "../../i18n";
import classes from "./Budget.module.css";

const words = t.money.sums;

const share = (amount: number, of: number): string => formatPercent(Math.round((1000 * amount) / of) / 10);

function Figure({ label, amount, note }: { label: string; amount: number; note?: string | undefined }) {
  return (
    <div className={classes.number}>
      <div className={classes.label}>{label}</div>
      <div className={classes.value} title={words.exactly(formatNumber(amount))}>
        {aboutMillions(amount)} <span className={classes.unit}>{t.common.million}</span>
      </div>
      {note && <div className={classes.note}>{note}</div>}
    </div>
  );
}

export function Figures({ sums }: { sums: MoneySums }) {
  const { need, allocated, disbursed } = sums;
  return (
    <div className={classes.numbers}>
      <Figure label={words.need} amount={need} />
      <Figure label={words.allocated} amount={allocated} note={need > 0 ? words.ofNeed(share(allocated, need)) : undefined} />
      <Figure label={words.disbursed} amount={disbursed} note={allocated > 0 ? words.ofAllocated(share(disbursed, allocated)) : undefined} />
    </div>
  );
}

function More({ label, amount, loud = false }: { label: string; amount: number | null; loud?: boolean }) {
  if (!amount) return null;
  return (
    <div className={classes.moreItem} title={words.exactly(formatNumber(amount))}>
      <dt>{label}</dt>
      <dd className={loud ? classes.above : undefined}>{aboutMillions(amount)}</dd>
    </div>
  );
}

// What is nothing is not said; what has to be reconciled stands out.
export function MoreSums({ sums }: { sums: MoneySums }) {
  return (
    <dl className={classes.more}>
      <More label={words.above} amount={sums.above_ceiling} loud />
      <More label={words.unassigned} amount={sums.unassigned} />
      <More label={words.revised} amount={sums.revised_need} />
      <More label={words.carriedOver} amount={sums.carried_over} />
      <More label={words.contracted} amount={sums.contracted} />
      <More label={words.advances} amount={sums.advances_outstanding} />
      <More label={words.remaining} amount={sums.remaining} />
      <More label={words.mobilised} amount={sums.mobilised} />
      <More label={words.spent} amount={sums.spent} />
    </dl>
  );
}
