// What events about money say.

import { formatMillions } from "../format/number";
import { t } from "../i18n";
import { say, type Teller } from "./telling";

// A live record names what was entered; a history has the whole before and after, which its entries tell better.
function amountSaid(plain: string, told: (amount: string, kind: string) => string): Teller {
  return (facts) => {
    const amount = facts.now("amount");
    const kind = facts.now("kind");
    if (typeof amount !== "number") return plain;
    return told(formatMillions(amount), typeof kind === "string" ? (t.money.paymentKind[kind] ?? kind).toLowerCase() : "");
  };
}

const moneyWords = t.money.events;
export const moneyTellers: Record<string, Teller> = {
  "budget-line.sources-assigned": say(moneyWords.sourcesAssigned),
  "budget-line.need-amended": say(moneyWords.needAmended),
  "budget-line.need-revised": say(moneyWords.needRevised),
  "budget-line.component-registered": say(moneyWords.componentRegistered),
  "budget-line.component-amended": say(moneyWords.componentAmended),
  "budget-line.component-ended": say(moneyWords.componentEnded),
  "budget-line.allocated": amountSaid(moneyWords.allocated, moneyWords.allocatedAmount),
  "budget-line.allocation-reduced": say(moneyWords.allocationReduced),
  "budget-line.contract-registered": say(moneyWords.contractRegistered),
  "budget-line.contract-amended": say(moneyWords.contractAmended),
  "budget-line.disbursed": amountSaid(moneyWords.disbursed, (amount, kind) => moneyWords.disbursedAmount(kind, amount)),
  "budget-line.disbursement-reversed": say(moneyWords.disbursementReversed),
  "budget-line.outside-money-entered": say(moneyWords.outsideEntered),
  "budget-line.outside-money-confirmed": say(moneyWords.outsideConfirmed),
  "budget-line.outside-money-reversed": say(moneyWords.outsideReversed),
  "programme.need-round-opened": say(moneyWords.roundOpened),
  "programme.need-round-closed": say(moneyWords.roundClosed),
  "treasury-extract.booked": say(moneyWords.extractBooked),
  "treasury-extract.row-kept": say(moneyWords.extractKept),
  "treasury-extract.row-settled": say(moneyWords.extractSettled),
  "ratio.registered": say(moneyWords.ratioDefined),
  "ratio.redefined": say(moneyWords.ratioRedefined),
  "ratio.figures-entered": say(moneyWords.ratioFigures),
};
