// What stands over a page until it is dealt with: what was refused, what waits, what to look at.

import type { ReactNode } from "react";
import classes from "./Callout.module.css";

interface Props {
  role?: "alert" | "status"; // it came just now
  children: ReactNode;
}

export function Callout({ role, children }: Props) {
  return (
    <div className={classes.callout} role={role}>
      {children}
    </div>
  );
}
