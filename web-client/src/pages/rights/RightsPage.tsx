// Who may do what: the table by which the server judges, in words.

import { useQuery } from "@tanstack/react-query";
import { get } from "../../api/client";
import type { Rights, Role } from "../../api/types";
import { t } from "../../i18n";
import { useAllowed } from "../../state/allowed";
import { Page, Section } from "../../ui/Page";
import { QueryView } from "../../ui/States";
import classes from "./Rights.module.css";

const words = t.people.rights;
const rightsQuery = { queryKey: ["rights"], queryFn: () => get<Rights>("/rights") } as const;

export function commandName(command: string): string {
  return words.commands[command] ?? (t.commands.names as Record<string, string>)[command] ?? command;
}

const relations = { ...words.relations, ...t.fanout.coordination.relations };
const relationName = (relation: string): string => relations[relation]?.[0] ?? relation;

function Cell({ item, role }: { item: Rights["items"][number]; role: Role }) {
  const own = item.rows.filter((row) => row.roles.includes(role)).map((row) => row.relation);
  if (own.length === 0) {
    return (
      <td className={classes.no}>
        <span aria-hidden="true">·</span>
        <span className={classes.unseen}>{words.none}</span>
      </td>
    );
  }
  return (
    <td className={classes.yes} title={own.map((one) => relations[one]?.[1] ?? one).join("; ")}>
      {own.map(relationName).join(", ")}
    </td>
  );
}

function RightsTable({ rights }: { rights: Rights }) {
  const allowed = useAllowed();
  const roles = rights.roles.map((one) => one.role);
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={words.title} data-print-wide="">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{words.command}</th>
            {roles.map((role) => (
              <th key={role} scope="col" data-mine={allowed.has(role) ? "" : undefined}>
                {t.people.roles[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rights.items.map((item) => (
            <tr key={item.command}>
              <th scope="row">{commandName(item.command)}</th>
              {roles.map((role) => (
                <Cell key={role} item={item} role={role} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Legend({ rights }: { rights: Rights }) {
  const used = [...new Set(rights.items.flatMap((item) => item.rows.map((row) => row.relation)))];
  return (
    <Section title={words.legend}>
      <dl className={classes.legend}>
        {used.map((relation) => (
          <div key={relation}>
            <dt>{relationName(relation)}</dt>
            <dd>{relations[relation]?.[1] ?? relation}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

export default function RightsPage() {
  const rights = useQuery(rightsQuery);
  return (
    <Page title={words.title} note={words.intro}>
      <QueryView query={rights}>
        {(shown) => (
          <>
            <RightsTable rights={shown} />
            <Legend rights={shown} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
