// From one page about money to the next.

import { Link } from "@tanstack/react-router";
import { t } from "../../i18n";
import { useCurrentInView } from "../../ui/use-current-in-view";
import classes from "./Budget.module.css";

const words = t.money.nav;
const pages = [
  ["/budget-lines", words.lines],
  ["/budget/reconciliation", words.reconciliation],
  ["/budget/findings", words.findings],
  ["/budget/extracts", words.extracts],
  ["/budget/ratios", words.ratios],
] as const;

export function MoneyNav() {
  const row = useCurrentInView();
  return (
    <nav ref={row} className={classes.nav} aria-label={words.label} data-no-print="">
      {pages.map(([to, label]) => (
        <Link key={to} to={to} activeOptions={{ exact: to === "/budget-lines", includeSearch: false }} activeProps={{ "aria-current": "page" }}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
