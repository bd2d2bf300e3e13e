// The tasks and indicators that a line pays for, as far as somebody has proposed or decided it.

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { BudgetLine } from "../../api/types";
import { t } from "../../i18n";
import { shortPlace } from "../../meaning/place";
import { pageOf } from "../../meaning/subject";
import { useAllowed } from "../../state/allowed";
import { isPast, useViewTime } from "../../state/view-time";
import { Section } from "../../ui/Page";
import classes from "./Budget.module.css";
import { ProposeLink } from "./ProposeLink";

const words = t.money.line;

export function FundedLinks({ line }: { line: BudgetLine }) {
  const allowed = useAllowed();
  const past = isPast(useViewTime());
  const [proposing, setProposing] = useState(false);
  const funds = line.links.filter((link) => link.kind === "funds");
  const proposed = funds.some((link) => link.status === "proposed");
  const propose = !past && allowed.may("propose-link") && (
    <Button size="compact-sm" variant="default" onClick={() => setProposing(true)} data-no-print="">
      {words.proposeLink}
    </Button>
  );
  return (
    <Section title={words.links} actions={propose}>
      {funds.length === 0 && <p className={classes.note}>{words.noLinks}</p>}
      <ul className={classes.list}>
        {funds.map(({ id, status, component_name, row }) => {
          const to = pageOf(row.subject);
          return (
            <li key={id}>
              {to ? <Link to={to}>{row.title}</Link> : row.title}
              <div className={classes.note}>{[component_name && words.byComponent(component_name), shortPlace(row.source), words.linkStatus[status]].filter(Boolean).join(". ")}</div>
            </li>
          );
        })}
      </ul>
      {proposed && allowed.may("link") && (
        <Link to="/links" search={{ state: "proposed", kind: "funds" }}>
          {words.decideLinks}
        </Link>
      )}
      {proposing && <ProposeLink line={line} onClose={() => setProposing(false)} />}
    </Section>
  );
}
