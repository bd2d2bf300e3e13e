// What was said of a table, until something else is said: what is wrong with which row, a message, and what of a refused whole could be sent.

import { useEffect, useState } from "react";
import { formatNumber } from "../format/number";
import { t } from "../i18n";
import { without, type Faults } from "./sheet";

// What could be written of a refused whole.
export interface Offer {
  count: number; // rows
  send: () => Promise<unknown>;
}

// Brings the first place that was refused into view.
function useRefusalInView(refusals: number): void {
  useEffect(() => {
    if (refusals > 0) document.querySelector("[data-fault]")?.scrollIntoView({ block: "center" });
  }, [refusals]);
}

export function useSaid<Column extends string>() {
  const [faults, setFaults] = useState<Faults<Column>>({});
  const [message, setMessage] = useState<string | null>(null);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [refusals, setRefusals] = useState(0);
  useRefusalInView(refusals);
  const quiet = () => {
    setMessage(null);
    setOffer(null);
  };
  const refuse = (text: string, more?: Faults<Column>) => {
    setRefusals((count) => count + 1);
    setMessage(text);
    if (more) setFaults(more);
  };
  return {
    faults,
    message,
    offer,
    quiet,
    setOffer,
    refuse,
    // Whether nothing is wrong as far as can be seen here.
    passes: (found: Faults<Column>): boolean => {
      setFaults(found);
      const count = Object.keys(found).length;
      if (count > 0) refuse(t.grid.errors(formatNumber(count)));
      return count === 0;
    },
    // Whoever mends a row hears no more of what was wrong with it.
    mended: (key: string) => {
      setFaults((old) => (old[key] ? without(old, [key]) : old));
      setOffer(null);
    },
    clear: () => {
      setFaults({});
      quiet();
    },
  };
}

export type Said<Column extends string> = ReturnType<typeof useSaid<Column>>;
