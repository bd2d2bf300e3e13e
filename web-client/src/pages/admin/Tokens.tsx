import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import type { Account, AccountWithToken, Token } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { formatDay, todayInVietnam } from "../../format/date";
import { CommandDialog } from "../../forms/CommandDialog";
import { issueTokenSpec } from "../../forms/specs/people";
import { t } from "../../i18n";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { DataTable, type Column } from "../../ui/DataTable";
import { Section } from "../../ui/Page";
import { SecretDialog } from "../../ui/SecretDialog";
import { EmptyState } from "../../ui/States";

const words = t.people.admin;

function stateOf(token: Token): string {
  if (token.revoked) return words.revoked;
  return token.expires_on < todayInVietnam() ? words.expired : words.valid;
}

function columnsFor(onRevoke: (token: Token) => void): Column<Token>[] {
  return [
    { id: "label", header: t.people.fields.label, width: null, min: 140, phoneLabel: false, cell: (row) => row.label ?? row.token },
    { id: "scope", header: t.people.fields.scope, width: 120, cell: (row) => words[row.scope] },
    { id: "expires", header: t.people.fields.expires, width: 110, nowrap: true, cell: (row) => formatDay(row.expires_on) },
    { id: "state", header: t.people.fields.status, width: 110, cell: stateOf },
    {
      id: "do",
      header: words.revoke,
      width: 100,
      phoneLabel: false,
      cell: (row) =>
        !row.revoked && (
          <Button size="compact-xs" variant="default" onClick={() => onRevoke(row)}>
            {words.revoke}
          </Button>
        ),
    },
  ];
}

export function Tokens({ account }: { account: Account }) {
  const write = useWrite<Account>();
  const [issuing, setIssuing] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const columns = useMemo(() => columnsFor(setRevoking), []);
  const revoke = (token: Token) => {
    const [path, subjects] = [`/accounts/${account.id}/revoke-token`, [`account/${account.id}`]];
    return write.mutateAsync({ path, body: { token: token.token }, key: newKey(), subjects });
  };
  return (
    <Section
      title={words.tokens}
      note={words.tokensText}
      actions={
        account.kind === "machine" &&
        !account.closed && (
          <Button size="compact-sm" variant="default" onClick={() => setIssuing(true)}>
            {words.issue}
          </Button>
        )
      }
    >
      {account.tokens.length === 0 ? (
        <EmptyState title={words.noTokens} />
      ) : (
        <DataTable label={words.tokens} rows={account.tokens} columns={columns} rowId={(row) => row.token} />
      )}
      {issuing && (
        <CommandDialog<AccountWithToken>
          spec={issueTokenSpec(account)}
          onClose={() => setIssuing(false)}
          onDone={(answer) => setMade(answer.token ?? null)}
        />
      )}
      {made && <SecretDialog title={words.token} label={words.token} text={words.tokenText} secret={made} onClose={() => setMade(null)} />}
      {revoking && (
        <ConfirmDialog title={words.revoke} text={words.revokeText} danger onSure={() => revoke(revoking)} onClose={() => setRevoking(null)} />
      )}
    </Section>
  );
}
