import { t } from "../i18n";

// Stands where protected words would stand for who may read them.
export function Withheld() {
  return <p style={{ color: "var(--lv-dim)", fontStyle: "italic" }}>{t.people.withheld}.</p>;
}
