// The way around: a narrow rail at the left, on the phone a bar of five at the foot.

import { Menu } from "@mantine/core";
import { Link, useRouterState, type LinkProps } from "@tanstack/react-router";
import { t } from "../i18n";
import { useAllowed } from "../state/allowed";
import { Icon, type IconName } from "../ui/icons";
import classes from "./Rail.module.css";

interface Entry {
  to: NonNullable<LinkProps["to"]>;
  icon: IconName;
  label: string;
  short?: string;
  onPhone?: boolean;
  parted?: boolean; // from the work above it: what is looked up
  within?: string; // every address that begins so belongs to it
}

const everybody: readonly Entry[] = [
  { to: "/", icon: "mine", label: t.nav.mine, onPhone: true },
  { to: "/board", icon: "board", label: t.nav.board, short: t.nav.boardShort, onPhone: true },
  { to: "/indicators", icon: "indicator", label: t.nav.indicators, onPhone: true },
  { to: "/budget-lines", icon: "money", label: t.nav.budget, onPhone: true, within: "/budget/" },
  { to: "/programmes", icon: "programme", label: t.nav.programmes },
  { to: "/unit-plans", icon: "calendar", label: t.plans.nav },
  { to: "/missions", icon: "cards", label: t.records.nav },
  { to: "/documents", icon: "document", label: t.nav.documents, parted: true },
  { to: "/agencies", icon: "agency", label: t.nav.agencies },
  { to: "/doubts", icon: "doubt", label: t.nav.doubts },
  { to: "/links", icon: "units", label: t.links.nav },
  { to: "/log", icon: "log", label: t.nav.log },
];

// Looking after accounts and posts, for whoever may.
function useAdminEntry(): Entry[] {
  const allowed = useAllowed();
  if (allowed.may("open-account")) return [{ to: "/admin/accounts", icon: "admin", label: t.nav.admin, within: "/admin/" }];
  if (allowed.has("inspector")) return [{ to: "/admin/access-log", icon: "admin", label: t.access.nav }];
  return allowed.may("fill-post") && allowed.has("head") ? [{ to: "/admin/posts", icon: "admin", label: t.nav.posts, within: "/admin/" }] : [];
}

export function Rail() {
  const entries = [...everybody, ...useAdminEntry()];
  const path = useRouterState({ select: (state) => state.location.pathname });
  const active = { "data-status": "active", "aria-current": "page" } as const;
  const classOf = (entry: Entry) => [classes.entry, !entry.onPhone && classes.wide, entry.parted && classes.parted].filter(Boolean).join(" ");
  return (
    <nav className={classes.rail} aria-label={t.nav.label}>
      <div className={classes.brand}>{t.app.name}</div>
      {entries.map((entry) => (
        <Link
          key={entry.to}
          to={entry.to}
          className={classOf(entry)}
          activeOptions={{ exact: entry.to === "/", includeSearch: false }}
          {...(entry.within && path.startsWith(entry.within) ? active : {})}
        >
          <Icon name={entry.icon} size={20} />
          <span className={entry.short ? classes.wideLabel : undefined}>{entry.label}</span>
          {entry.short && <span className={classes.narrow}>{entry.short}</span>}
        </Link>
      ))}
      <Menu position="top-end">
        <Menu.Target>
          <button type="button" className={`${classes.entry} ${classes.narrow}`}>
            <Icon name="more" size={20} />
            {t.nav.more}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {entries
            .filter((entry) => !entry.onPhone)
            .map((entry) => (
              <Menu.Item key={entry.to} component={Link} to={entry.to} leftSection={<Icon name={entry.icon} size={18} />}>
                {entry.label}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
