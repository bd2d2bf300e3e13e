// The same task or indicator in other plans, and what differs there.

import { Link } from "@tanstack/react-router";
import type { LinkOfTask } from "../../api/types";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { shortPlace } from "../../meaning/place";
import { pageOf } from "../../meaning/subject";
import { Section } from "../../ui/Page";
import { labelOf, textOf } from "../links/pair";
import classes from "./TaskPage.module.css";

const words = t.links;

function Twin({ link }: { link: LinkOfTask }) {
  const directory = useDirectory();
  const { row } = link;
  const to = pageOf(row.subject);
  const where = [row.programme && directory.programmeName(row.programme), shortPlace(row.source)].filter(Boolean).join(", ");
  const names = (ids: readonly string[]) => ids.map((id) => directory.name(id)).join("; ");
  const binds = (field: string) => link.binding.some((bound) => bound.field === field && bound.subject === row.subject);
  return (
    <li className={classes.doubt}>
      <div className={classes.note}>
        {[words.kind[link.kind], link.status === "proposed" && words.ofTaskProposed, where].filter(Boolean).join(". ")}
      </div>
      {to ? <Link to={to}>{row.title}</Link> : row.title}
      {link.differs
        .filter((field) => field !== "title")
        .map((field) => (
          <div key={field} className={classes.note}>
            {labelOf([row.subject], field)}: {textOf(row, field, names)}
            {binds(field) && ` (${words.bound})`}
          </div>
        ))}
      {link.figures_apart && <div className={classes.note}>{words.figuresApart[link.figures_apart]}</div>}
    </li>
  );
}

interface Props {
  of: { links: readonly LinkOfTask[] };
  title: string;
  note: string; // once some are linked and take one report
}

export function Twins({ of, title, note }: Props) {
  const links = of.links.filter((link) => link.kind !== "funds");
  if (links.length === 0) return null;
  const linked = links.some((link) => link.kind === "twin" && link.status === "linked" && link.figures_shared !== false);
  return (
    <Section title={title} note={linked ? note : undefined}>
      <ul style={{ margin: 0, padding: 0, listStyle: "none" }}>
        {links.map((link) => (
          <Twin key={link.id} link={link} />
        ))}
      </ul>
    </Section>
  );
}
