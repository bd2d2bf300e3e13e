// The budget lines that pay for a task, as far as somebody has proposed or decided it.

import { Link } from "@tanstack/react-router";
import type { Task } from "../../api/types";
import { t } from "../../i18n";
import { shortPlace } from "../../meaning/place";
import { pageOf } from "../../meaning/subject";
import { Section } from "../../ui/Page";
import classes from "./TaskPage.module.css";

const words = t.money.line;

export function Funding({ task }: { task: Task }) {
  const funds = task.links.filter((link) => link.kind === "funds");
  if (funds.length === 0) return null;
  return (
    <Section title={words.fundedBy}>
      <ul style={{ margin: 0, padding: 0, listStyle: "none" }}>
        {funds.map(({ id, status, component_name, row }) => (
          <li key={id} className={classes.doubt}>
            <Link to={pageOf(row.subject) ?? "/budget-lines"}>{row.title}</Link>
            <div className={classes.note}>{[component_name && words.byComponent(component_name), shortPlace(row.source), words.linkStatus[status]].filter(Boolean).join(". ")}</div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
