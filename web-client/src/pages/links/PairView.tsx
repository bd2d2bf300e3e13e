// One pair: both rows side by side, what differs marked, and which row binds there.

import { Radio, Group } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { LinkRow } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { shortPlace } from "../../meaning/place";
import { pageOf } from "../../meaning/subject";
import classes from "./Links.module.css";
import { fieldsOf, labelOf, textOf, type Choice, type Pair } from "./pair";

const words = t.links;
const sides = [words.first, words.second] as const;

function Place({ row, name }: { row: LinkRow; name: string }) {
  const directory = useDirectory();
  const to = pageOf(row.subject);
  const where = [row.programme && directory.programmeName(row.programme), shortPlace(row.source)].filter(Boolean).join(", ");
  return (
    <div>
      <strong>{name}</strong>
      <div className={classes.note}>{to ? <Link to={to}>{where}</Link> : where}</div>
    </div>
  );
}

interface Props {
  pair: Pair;
  choice: Choice;
  onChoose: ((choice: Choice) => void) | null; // null: only looked at
}

export function PairView({ pair, choice, onChoose }: Props) {
  const directory = useDirectory();
  const names = (ids: readonly string[]) => ids.map((id) => directory.name(id)).join("; ");
  return (
    <>
      <div className={classes.head}>
        <strong>{words.kind[pair.kind]}</strong>
        {pair.component && <span className={classes.note}>{t.money.line.byComponent(pair.component.name)}</span>}
        {pair.score !== null && <span className={classes.note}>{words.score(formatNumber(pair.score))}</span>}
        {pair.shared.length > 0 && (
          <span className={classes.note}>
            {words.sharedWords}: {pair.shared.map((each) => `“${each}”`).join(", ")}
          </span>
        )}
      </div>
      {pair.figuresApart && <p className={classes.note}>{words.figuresApart[pair.figuresApart]}</p>}
      <div className={classes.sides}>
        {pair.rows.map((row, index) => (
          <Place key={row.subject} row={row} name={sides[index as 0 | 1]} />
        ))}
        {fieldsOf(pair).map((field) => {
          const differs = pair.differs.includes(field);
          const label = labelOf(pair.subjects, field);
          return (
            <div key={field} className={differs ? `${classes.contents} ${classes.differs}` : classes.contents}>
              {pair.rows.map((row, index) => (
                <div key={row.subject} className={classes.cell}>
                  <span className={classes.label}>
                    <span className={classes.side}>{sides[index as 0 | 1]} · </span>
                    {label}
                    {differs && choice[field] === index ? ` · ${words.bound}` : ""}
                  </span>
                  {textOf(row, field, names)}
                </div>
              ))}
              {differs && onChoose && pair.kind === "twin" && (
                <Radio.Group
                  style={{ gridColumn: "1 / -1" }}
                  className={classes.choice}
                  label={words.binds(label)}
                  value={choice[field] === undefined ? "" : String(choice[field])}
                  onChange={(value) => onChoose({ ...choice, [field]: value === "0" ? 0 : 1 })}
                >
                  <Group gap="lg" mb={8}>
                    <Radio value="0" label={words.first} />
                    <Radio value="1" label={words.second} />
                  </Group>
                </Radio.Group>
              )}
            </div>
          );
        })}
      </div>
    </>
  );
}
