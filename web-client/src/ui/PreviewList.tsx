// What an act would change, subject by subject, in the order of the kinds of subjects.

import { Link } from "@tanstack/react-router";
import { formatNumber } from "../format/number";
import type { PreviewItem } from "../api/types";
import { t } from "../i18n";
import { pageOf } from "../meaning/subject";
import { fieldName, inWords } from "../meaning/values";
import { Section } from "./Page";
import classes from "./PreviewList.module.css";
import { useNamesIn } from "./use-names";
import { useSubjectTitle } from "./use-subject-title";

const kindOf = (item: PreviewItem): string => item.subject.slice(0, item.subject.indexOf("/"));

function Item({ item, title }: { item: PreviewItem; title: string }) {
  const directory = useNamesIn(item.changes);
  const to = pageOf(item.subject);
  return (
    <li className={classes.item}>
      {to ? <Link to={to}>{title}</Link> : title}
      {item.changes.map((change) => (
        <div key={change.field} className={classes.change}>
          <span className={classes.field}>{fieldName(change.field, kindOf(item))}: </span>
          <span className={classes.old}>{inWords(change.field, change.old, directory)}</span>
          <span aria-hidden="true"> → </span>
          <span>{inWords(change.field, change.new, directory)}</span>
        </div>
      ))}
    </li>
  );
}

export function PreviewList({ items }: { items: readonly PreviewItem[] }) {
  const titleOf = useSubjectTitle();
  const kinds = [...new Set(items.map(kindOf))];
  return kinds.map((kind) => {
    const own = items.filter((item) => kindOf(item) === kind);
    return (
      <Section key={kind} title={`${t.bodies.kinds[kind] ?? kind} (${formatNumber(own.length)})`}>
        <ul className={classes.list}>
          {own.map((item, index) => (
            <Item key={`${item.subject} ${index}`} item={item} title={titleOf(item.subject)} />
          ))}
        </ul>
      </Section>
    );
  });
}
