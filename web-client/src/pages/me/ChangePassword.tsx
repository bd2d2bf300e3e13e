import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "../../api/problems";
import { changePassword } from "../../api/session";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { PasswordBox } from "../sign-in/PasswordBox";
import classes from "../sign-in/SignIn.module.css";
import { tell } from "../../ui/toast";
import { NewPassword, newPasswordFault } from "./NewPassword";

const words = t.people.account;
const empty = { first: "", second: "" };

function wordsFor(error: unknown): string {
  if (!(error instanceof Problem)) return t.people.signIn.unreachable;
  if (error.status === 429 && error.retryAfterSeconds) return t.people.signIn.wait(formatNumber(error.retryAfterSeconds));
  return error.body.errors?.map((fault) => fault.detail).join(" ") || error.message;
}

export function ChangePassword() {
  const client = useQueryClient();
  const [old, setOld] = useState("");
  const [typed, setTyped] = useState(empty);
  const [fault, setFault] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const send = async () => {
    const found = newPasswordFault(typed);
    setFault(found);
    if (found !== null) return;
    setSending(true);
    try {
      await changePassword({ old, new: typed.first });
      setOld("");
      setTyped(empty);
      tell(words.changed);
      await client.invalidateQueries({ queryKey: ["sessions"] });
    } catch (error) {
      setFault(wordsFor(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <PasswordBox
        label={words.oldPassword}
        autoComplete="current-password"
        value={old}
        onChange={(event) => setOld(event.currentTarget.value)}
      />
      <NewPassword value={typed} onChange={setTyped} />
      <div role="alert" className={classes.alert}>
        {fault}
      </div>
      <Button type="submit" loading={sending} disabled={old === "" || typed.first === ""}>
        {words.password}
      </Button>
    </form>
  );
}
