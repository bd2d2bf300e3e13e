// The pages of missions, big problems, registers and proposals, one beside the other.

import { Link } from "@tanstack/react-router";
import { t } from "../../i18n";
import { useCurrentInView } from "../../ui/use-current-in-view";
import classes from "./Records.module.css";

const words = t.records;

export function RecordTabs() {
  const active = { activeOptions: { includeSearch: false } } as const;
  const row = useCurrentInView();
  return (
    <nav ref={row} className={classes.tabs} aria-label={words.tabs} data-no-print>
      <Link to="/missions" {...active}>
        {words.missions.title}
      </Link>
      <Link to="/big-problems" {...active}>
        {words.problems.title}
      </Link>
      {Object.entries(words.registers).map(([register, name]) => (
        <Link key={register} to="/registers/$register" params={{ register }} {...active}>
          {name}
        </Link>
      ))}
      <Link to="/proposals" {...active}>
        {words.proposals.title}
      </Link>
    </nav>
  );
}
