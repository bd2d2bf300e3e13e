// The document's own words, set apart, with their place.

import type { ReactNode } from "react";
import classes from "./Quote.module.css";

export interface QuotedRow {
  label: string;
  text: string;
}

export function Quote({ rows, place, children }: { rows?: readonly QuotedRow[]; place?: ReactNode; children?: ReactNode }) {
  return (
    <blockquote className={classes.quote}>
      {rows && rows.length > 0 && (
        <dl className={classes.rows}>
          {rows.map((row) => (
            <div key={row.label} style={{ display: "contents" }}>
              <dt>{row.label}</dt>
              <dd>{row.text}</dd>
            </div>
          ))}
        </dl>
      )}
      {children}
      {place && <footer className={classes.place}>{place}</footer>}
    </blockquote>
  );
}
