// The accounts that a demo lets anybody enter, by agency.

import { TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import type { DemoAccount } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { matches, queryWords, searchText } from "../../meaning/fold";
import { shortPersonName } from "../../meaning/person";
import { Icon } from "../../ui/icons";
import classes from "./SignIn.module.css";

const words = t.people.demo;
const shownAtMost = 60; // accounts

const rolesOf = (account: DemoAccount): string => account.roles.map((role) => t.people.roles[role]).join(", ");

interface Group {
  agency: string;
  name: string;
  accounts: DemoAccount[];
}

function groupsOf(accounts: readonly DemoAccount[]): Group[] {
  const groups = new Map<string, Group>();
  for (const account of accounts) {
    const group = groups.get(account.agency) ?? { agency: account.agency, name: account.agency_name, accounts: [] };
    group.accounts.push(account);
    groups.set(account.agency, group);
  }
  return [...groups.values()];
}

interface Props {
  accounts: readonly DemoAccount[];
  disabled: boolean;
  onChoose: (username: string) => void;
}

export function DemoAccounts({ accounts, disabled, onChoose }: Props) {
  const [query, setQuery] = useState("");
  const texts = useMemo(
    () => accounts.map((account) => [account, searchText([account.agency_name, account.name, rolesOf(account), account.username])] as const),
    [accounts],
  );
  const found = useMemo(() => {
    const wanted = queryWords(query);
    return texts.filter(([, text]) => matches(text, wanted)).map(([account]) => account);
  }, [texts, query]);
  return (
    <section className={classes.demo} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className={classes.note}>{words.intro}</p>
      <TextInput
        aria-label={words.find}
        placeholder={words.find}
        leftSection={<Icon name="search" size={18} />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <div className={classes.groups} tabIndex={0} role="group" aria-label={words.title}>
        {groupsOf(found.slice(0, shownAtMost)).map((group) => (
          <div key={group.agency} className={classes.group}>
            <h3>{group.name}</h3>
            <div className={classes.accounts}>
              {group.accounts.map((account) => (
                <button
                  key={account.username}
                  type="button"
                  className={classes.account}
                  data-username={account.username}
                  disabled={disabled}
                  onClick={() => onChoose(account.username)}
                >
                  <span>{shortPersonName(account.name, account.agency_name)}</span>
                  <span className={classes.roles}>{rolesOf(account)}</span>
                </button>
              ))}
            </div>
          </div>
        ))}
        {found.length === 0 && <p className={classes.note}>{words.none}</p>}
        {found.length > shownAtMost && <p className={classes.note}>{words.more(formatNumber(found.length - shownAtMost))}</p>}
      </div>
    </section>
  );
}
