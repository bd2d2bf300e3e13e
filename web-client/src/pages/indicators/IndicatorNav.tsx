import { Link, useLocation } from "@tanstack/react-router";
import { t } from "../../i18n";
import { verifiesFigures } from "../../meaning/relations";
import { useAllowed } from "../../state/allowed";
import classes from "./Indicators.module.css";

const words = t.indicators.nav;

// The ways between the pages of indicators. Whoever only looks at a page sees it among them too.
export function IndicatorNav() {
  const allowed = useAllowed();
  const here = useLocation({ select: (location) => location.pathname });
  const shown = { className: classes.navLink ?? "", activeProps: { "aria-current": "page" as const }, activeOptions: { exact: true, includeSearch: false } };
  return (
    <nav className={classes.nav} aria-label={t.nav.indicators} data-no-print="">
      <Link to="/indicators" {...shown}>
        {words.list}
      </Link>
      {(allowed.may("enter-submission") || allowed.may("approve-submission")) && (
        <Link to="/indicators/entry" {...shown}>
          {words.entry}
        </Link>
      )}
      {allowed.may("verify-submission") && verifiesFigures(allowed.posts) && (
        <Link to="/indicators/verify" {...shown}>
          {words.verify}
        </Link>
      )}
      {(allowed.may("set-measures") || here === "/indicators/measures") && (
        <Link to="/indicators/measures" {...shown}>
          {t.measures.link}
        </Link>
      )}
      {(allowed.may("enter-indicator-baseline") || here === "/indicators/baselines") && (
        <Link to="/indicators/baselines" {...shown}>
          {words.baselines}
        </Link>
      )}
      <Link to="/indicators/completeness" {...shown}>
        {words.completeness}
      </Link>
    </nav>
  );
}
