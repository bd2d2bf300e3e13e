// Who is signed in, and for which of the own agencies this tab works.

import { Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { signOut } from "../api/session";
import type { AgencyOfMe } from "../api/types";
import { t } from "../i18n";
import { useDirectory } from "../meaning/directory";
import { mayDelegate } from "../meaning/delegation";
import { shortPersonName } from "../meaning/person";
import { actFor, actingFor } from "../state/acting-for";
import { left, me } from "../state/me";
import { useStore } from "../state/store";
import { Icon } from "../ui/icons";
import { tell } from "../ui/toast";
import bar from "./TopBar.module.css";
import classes from "./WhoMenu.module.css";

const words = t.people.menu;

export const rolesText = (own: AgencyOfMe | undefined): string => (own?.roles ?? []).map((role) => t.people.roles[role]).join(", ");

// The next person at this browser starts from nothing: the page is loaded anew.
async function leave(): Promise<void> {
  try {
    await signOut();
  } catch {
    return tell(t.people.signIn.unreachable, "red");
  }
  left();
  window.location.assign("/sign-in");
}

export function WhoMenu() {
  const directory = useDirectory();
  const who = useStore(me);
  const acting = useStore(actingFor);
  if (!who) return null;
  const own = who.agencies.find((one) => one.agency === acting);
  const agency = acting ? directory.shortName(acting) : t.top.noPost;
  const name = shortPersonName(who.name ?? who.username ?? who.account, acting ? directory.name(acting) : "");
  const acts = `${words.actingAs}: ${acting ? directory.name(acting) : t.top.noPost}${own ? ` · ${rolesText(own)}` : ""}`;
  const full = `${who.name ?? who.account}. ${acts}`;
  return (
    <Menu width={320}>
      <Menu.Target>
        <button type="button" className={`${bar.button} ${bar.acting} ${classes.who}`} title={full}>
          <Icon name="mine" size={18} />
          <span className={classes.lines}>
            <span className={classes.name}>{name}</span>
            <span className={classes.as}>
              <span className={classes.label}>{words.actingAs}: </span>
              {agency}
              {own && ` · ${rolesText(own)}`}
            </span>
          </span>
          <Icon name="down" size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.actingAs}</Menu.Label>
        {who.agencies.length === 0 && <div className={classes.none}>{t.top.noPost}</div>}
        {who.agencies.map((one) => (
          <Menu.Item
            key={one.agency}
            leftSection={one.agency === acting ? <Icon name="check" size={16} /> : <span style={{ width: 16 }} />}
            onClick={() => actFor(one.agency)}
          >
            {directory.name(one.agency)}
            <div className={classes.roles}>{rolesText(one)}</div>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/me">
          {words.mine}
        </Menu.Item>
        {own?.posts.some(mayDelegate) && (
          <Menu.Item component={Link} to="/delegation">
            {t.inside.delegation.title}
          </Menu.Item>
        )}
        <Menu.Item component={Link} to="/rights">
          {words.rights}
        </Menu.Item>
        <Menu.Item onClick={() => void leave()}>{words.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
