// What one may do with a budget line, and what is left of its money. The server decides; this only spares people buttons that would be refused.

import type { BudgetComponent, BudgetLine, FundingSource, MoneyCell, NeedRound, Programme } from "../api/types";
import type { Allowed } from "../state/allowed";
import type { MoneyCommandId } from "./command-ids";
import type { Directory } from "./directory";

export const fundingSources: readonly FundingSource[] = ["central-budget", "provincial-budget", "commune-budget", "private-and-other"];

export const openRound = (programme: Programme | undefined): NeedRound | null => {
  const last = programme?.need_rounds.at(-1);
  return last && last.closed_at === null ? last : null;
};

export interface MoneyParty {
  finance: boolean;
  leads: boolean;
  stands: boolean;
  signs: boolean; // for outside leads that it sponsors, or for itself
  agency: string | null;
}

export function partyTo(line: BudgetLine, agency: string | null, allowed: Allowed, directory: Directory): MoneyParty {
  return {
    agency,
    finance: allowed.has("finance"),
    leads: agency !== null && directory.includes(line.lead_agencies, agency),
    stands: agency !== null && directory.standingAgency(line.programme) === agency && allowed.has("standing-agency"),
    signs: allowed.has("head") || allowed.has("deputy"),
  };
}

const invests = (party: MoneyParty, component: BudgetComponent): boolean => party.agency !== null && component.investor_agency === party.agency;

export function lineCommands(line: BudgetLine, party: MoneyParty, round: NeedRound | null, allowed: Allowed): MoneyCommandId[] {
  if (line.heading) return [];
  const fits: Partial<Record<MoneyCommandId, boolean>> = {
    "register-component": party.leads || party.finance,
    "assign-sources": party.finance,
    "amend-need": party.finance || party.stands,
    "revise-need": party.leads && round !== null,
  };
  return (Object.keys(fits) as MoneyCommandId[]).filter((id) => fits[id] && allowed.may(id));
}

// Money outside the budget passes no treasury and has no ceiling.
export function componentCommands(component: BudgetComponent, party: MoneyParty, allowed: Allowed): MoneyCommandId[] {
  if (component.ended) return [];
  const own = invests(party, component) || party.leads;
  const outside = component.kind === "non-budget";
  const fits: Partial<Record<MoneyCommandId, boolean>> = {
    allocate: party.finance && !outside,
    disburse: (own || party.finance) && !outside,
    "register-contract": own || party.finance,
    "enter-outside-money": own && outside,
    "amend-component": own || party.finance,
    "end-component": own || party.finance,
  };
  return (Object.keys(fits) as MoneyCommandId[]).filter((id) => fits[id] && allowed.may(id));
}

// Whether one may take back a payment or amend a contract of it.
export const worksOn = (component: BudgetComponent | undefined, party: MoneyParty): boolean =>
  component !== undefined && (party.leads || party.finance || invests(party, component));

export function cellOf(component: BudgetComponent | undefined, year: number, source: string): MoneyCell | undefined {
  return component?.cells.find((cell) => cell.year === year && cell.funding_source === source);
}

// What of the year's need is not allocated yet; below nothing where more is.
export function needLeft(line: BudgetLine, year: number): number {
  const of = line.by_year.find((one) => one.year === year);
  return (of?.need ?? 0) - (of?.allocated ?? 0) + (of?.carried_over ?? 0);
}

// From the first of January to the end of the January after the year.
export function inBudgetYear(day: string, year: number): boolean {
  return day >= `${year}-01-01` && day <= `${year + 1}-01-31`;
}
