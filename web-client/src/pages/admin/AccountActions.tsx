// What an administrator may do with an account: each is said before it is done.

import { Button, Menu } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api/client";
import type { Account, Invitation } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { formatMoment } from "../../format/date";
import { t } from "../../i18n";
import { me } from "../../state/me";
import { useStore } from "../../state/store";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Icon } from "../../ui/icons";
import { SecretDialog } from "../../ui/SecretDialog";
import { tell } from "../../ui/toast";
import { linkOf } from "./secrets";

const words = t.people.admin;
type Act = "invite" | "close" | "reopen" | "erase";

const texts: Record<Act, string> = { invite: words.inviteText, close: words.closeText, reopen: words.reopenText, erase: words.eraseText };

function actsFor(account: Account, self: boolean): Act[] {
  if (account.kind === null || self) return [];
  if (account.closed) return account.name === null ? [] : ["reopen", "erase"];
  return account.kind === "person" ? ["invite", "close"] : ["close"];
}

export function AccountActions({ account }: { account: Account }) {
  const client = useQueryClient();
  const write = useWrite<Account>();
  const self = useStore(me)?.account === account.id;
  const [asked, setAsked] = useState<Act | null>(null);
  const [made, setMade] = useState<Invitation | null>(null);
  const acts = actsFor(account, self);
  // The profile is kept beside the log: no record tells that it has changed.
  const readAgain = () =>
    client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes("accounts") || queryKey.includes(account.id) });
  const run = async (act: Act) => {
    if (act === "invite") setMade(await call<Invitation>("POST", `/accounts/${account.id}/invite`, {}));
    else if (act === "erase") {
      await call("POST", `/accounts/${account.id}/erase-profile`, {});
      tell(words.erased);
    } else {
      const subjects = [`account/${account.id}`];
      await write.mutateAsync({ path: `/accounts/${account.id}/${act}`, body: {}, key: newKey(), subjects });
    }
    await readAgain();
  };
  if (acts.length === 0) return null;
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" rightSection={<Icon name="down" size={14} />}>
            {t.task.otherActions}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {acts.map((act) => (
            <Menu.Item key={act} onClick={() => setAsked(act)}>
              {words[act]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {asked && (
        <ConfirmDialog
          title={words[asked]}
          text={texts[asked]}
          danger={asked === "close" || asked === "erase"}
          onSure={() => run(asked)}
          onClose={() => setAsked(null)}
        />
      )}
      {made && (
        <SecretDialog
          title={words.invitation}
          label={words.invitation}
          text={`${words.invitationText} ${words.invitationUntil(formatMoment(made.expires_at))}`}
          secret={linkOf(made.invitation) ?? ""}
          onClose={() => setMade(null)}
        />
      )}
    </>
  );
}
