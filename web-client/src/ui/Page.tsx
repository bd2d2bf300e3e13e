import { useEffect, type ReactNode } from "react";
import { t } from "../i18n";
import { Onlookers } from "./Onlookers";
import classes from "./Page.module.css";
import { PrintHead } from "./PrintHead";

interface PageProps {
  title: string;
  crumbs?: ReactNode;
  subject?: string; // the record that the page is about: who else looks at it is shown beside the crumbs
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

// In the window's title, and at the foot of each printed page.
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} - ${t.app.name}`;
    document.documentElement.style.setProperty("--lv-page-title", JSON.stringify(title));
  }, [title]);
}

export function Page({ title, crumbs, subject, note, actions, children }: PageProps) {
  usePageTitle(title);
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <div className={classes.titles}>
          <div className={classes.above}>
            {crumbs && <div className={classes.crumbs}>{crumbs}</div>}
            {subject && <Onlookers subject={subject} />}
          </div>
          <h1>{title}</h1>
          {note && <p className={classes.note}>{note}</p>}
          <PrintHead />
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function Section({
  title,
  note,
  actions,
  children,
}: {
  title?: string | undefined;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={classes.section} aria-label={title}>
      {(title || actions) && (
        <div className={classes.sectionHead}>
          {title && <h2>{title}</h2>}
          {note && <span className={classes.note}>{note}</span>}
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
