import type { ReactNode } from "react";
import { SettingsMenu } from "../../frame/SettingsMenu";
import { t } from "../../i18n";
import { usePageTitle } from "../../ui/Page";
import classes from "./SignIn.module.css";

// A page for who is not signed in yet.
export function OpenPage({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  usePageTitle(title);
  return (
    <main className={classes.page}>
      <div className={wide ? `${classes.card} ${classes.wide}` : classes.card}>
        <header className={classes.head}>
          <div>
            <div className={classes.brand}>{t.app.name}</div>
            <div className={classes.note}>{t.app.tagline}</div>
          </div>
          <SettingsMenu />
        </header>
        <h1>{title}</h1>
        <div className={classes.parts}>{children}</div>
      </div>
    </main>
  );
}
