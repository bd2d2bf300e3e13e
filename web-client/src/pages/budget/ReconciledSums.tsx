// Sums that have to close: what the document prints, what the lines add up to; each opens to its parts.

import { Link } from "@tanstack/react-router";
import type { ReconciledSum } from "../../api/types";
import { formatMillions, formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { pageOf } from "../../meaning/subject";
import { Icon } from "../../ui/icons";
import { Section } from "../../ui/Page";
import classes from "./Reconciliation.module.css";

const words = t.money.reconciliation;
const kinds = ["total", "year", "funding-source", "unassigned", "section", "line"] as const;

function partLabel(label: string): string {
  return t.fundingSource[label] ?? label;
}

function labelOf(sum: ReconciledSum): string {
  if (sum.kind === "funding-source") return partLabel(sum.label);
  if (sum.kind === "unassigned") return t.fundingSource["undetermined"] ?? sum.label;
  return sum.label || sum.key;
}

function State({ sum }: { sum: ReconciledSum }) {
  if (sum.difference === null) return <span className={classes.dim}>{words.notPrinted}</span>;
  if (sum.difference === 0) {
    return (
      <span className={classes.closes}>
        <Icon name="check" size={15} /> {words.closes}
      </span>
    );
  }
  // Sources are assigned little by little: what is missing is no fault.
  if (sum.kind === "funding-source" && sum.difference < 0) {
    return <span className={classes.dim}>{words.toAssign(formatMillions(-sum.difference))}</span>;
  }
  return (
    <strong className={classes.differs}>
      {words.difference} {formatMillions(sum.difference)}
    </strong>
  );
}

function Parts({ sum }: { sum: ReconciledSum }) {
  return (
    <table className={classes.parts}>
      <tbody>
        {sum.parts.map((part, at) => {
          const to = part.subject ? pageOf(part.subject) : null;
          return (
            <tr key={`${part.subject ?? part.label} ${at}`}>
              <td>{to ? <Link to={to}>{partLabel(part.label)}</Link> : partLabel(part.label)}</td>
              <td className={classes.number}>{formatMillions(part.amount)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Sum({ sum }: { sum: ReconciledSum }) {
  return (
    <details className={classes.sum}>
      <summary>
        <span className={classes.name}>{labelOf(sum)}</span>
        <span className={classes.number}>
          {words.computed} <strong>{formatMillions(sum.computed)}</strong>
        </span>
        <span className={classes.number}>
          {sum.printed !== null && (
            <>
              {words.printed} <strong>{formatMillions(sum.printed)}</strong>
            </>
          )}
        </span>
        <span className={classes.state}>
          <State sum={sum} />
        </span>
      </summary>
      <div className={classes.dim}>{words.parts(formatNumber(sum.parts.length))}</div>
      <Parts sum={sum} />
    </details>
  );
}

export function ReconciledSums({ sums }: { sums: readonly ReconciledSum[] }) {
  return kinds.map((kind) => {
    const own = sums.filter((sum) => sum.kind === kind);
    if (own.length === 0) return null;
    return (
      <Section key={kind} title={words.kinds[kind]} note={t.registers.budget.unit}>
        {own.map((sum) => (
          <Sum key={sum.key} sum={sum} />
        ))}
      </Section>
    );
  });
}
