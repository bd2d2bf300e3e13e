// The sums of the lines held against the totals that the document itself prints.

import type { BudgetLine } from "../../api/types";
import { formatMillions } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { Facts } from "../../ui/Facts";
import { Section } from "../../ui/Page";

const words = t.registers.budget;

export function PrintedTotals({ lines }: { lines: readonly BudgetLine[] }) {
  const directory = useDirectory();
  const programmes = [...new Set(lines.map((line) => line.programme))]
    .map((id) => directory.programmes.get(id))
    .filter((programme) => programme?.totals);
  return programmes.map((programme) => {
    const totals = programme?.totals;
    if (!programme || !totals) return null;
    const sum = lines.reduce((all, line) => all + (line.programme === programme.id ? (line.printed_need?.total ?? 0) : 0), 0);
    return (
      <Section key={programme.id} title={`${words.printedTotals}: ${programme.short_title}`}>
        <p style={{ marginBottom: 8 }}>
          {t.common.overMillion(formatMillions(totals.total))}.{" "}
          {sum === totals.total ? words.matches : words.differs(formatMillions(totals.total))}
        </p>
        <Facts
          rows={totals.funding.map(
            (funding) =>
              [
                t.fundingSource[funding.funding_source] ?? funding.funding_source,
                t.common.overMillion(formatMillions(funding.amount)),
              ] as const,
          )}
        />
      </Section>
    );
  });
}
