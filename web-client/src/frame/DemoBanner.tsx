import { t } from "../i18n";
import classes from "./Banners.module.css";

// So that nobody takes a demo for the real thing.
export function DemoBanner() {
  return (
    <aside className={classes.demo} aria-label={t.people.demo.banner}>
      <strong>{t.people.demo.banner}</strong>
      <span className={classes.demoText}>{t.people.demo.bannerText}</span>
    </aside>
  );
}
