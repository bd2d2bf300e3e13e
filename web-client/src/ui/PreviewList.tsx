// What an act would change, subject by subject, in the order of the kinds of subjects.

import { Link } from "@tanstack/react-router";
import { formatNumber } from "../format/number";
import type { Change, PreviewItem } from "../api/types";
import { t } from "../i18n";
import { pageOf } from "../meaning/subject";
import { fieldName, inWords } from "../meaning/values";
import { Section } from "./Page";
import classes from "./PreviewList.module.css";
import { useNamesIn } from "./use-names";
import { kindOf, useSubjectTitle } from "./use-subject-title";

const isIds = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === "string");

// Of long lists of bodies only what goes and what comes.
function differing(change: Change): Change {
  const [old, now] = [change.old, change.new] as unknown[];
  if (!isIds(old) || !isIds(now)) return change;
  const shown = { old: old.filter((id) => !now.includes(id)), new: now.filter((id) => !old.includes(id)) };
  return { ...change, ...shown } as Change;
}

function Item({ item, title }: { item: PreviewItem; title: string }) {
  const directory = useNamesIn(item.changes);
  const to = pageOf(item.subject);
  return (
    <li className={classes.item}>
      {to ? <Link to={to}>{title}</Link> : title}
      {item.changes.map(differing).map((change) => (
        <div key={change.field} className={classes.change}>
          <span className={classes.field}>{fieldName(change.field, kindOf(item.subject))}: </span>
          <span className={classes.old}>{inWords(change.field, change.old, directory)}</span>
          <span aria-hidden="true"> → </span>
          <span>{inWords(change.field, change.new, directory)}</span>
        </div>
      ))}
    </li>
  );
}

export function PreviewList({ items }: { items: readonly PreviewItem[] }) {
  const kinds = [...new Set(items.map((item) => kindOf(item.subject)))];
  const titleOf = useSubjectTitle(kinds);
  return kinds.map((kind) => {
    const own = items.filter((item) => kindOf(item.subject) === kind);
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
