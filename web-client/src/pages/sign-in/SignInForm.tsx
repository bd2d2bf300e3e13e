import { Button, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { signIn } from "../../api/session";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { PasswordBox } from "./PasswordBox";
import classes from "./SignIn.module.css";
import type { SignInTry } from "./use-sign-in";

const words = t.people.signIn;

interface Props {
  attempt: SignInTry;
  username?: string | undefined; // whoever must sign in again; otherwise it is asked for
  onEntered: () => void;
}

export function SignInForm({ attempt, username, onEntered }: Props) {
  const [typed, setTyped] = useState("");
  const [password, setPassword] = useState("");
  const passwordBox = useRef<HTMLInputElement>(null);
  const name = username ?? typed.trim();
  const send = async () => {
    if (await attempt.run(() => signIn({ username: name, password }))) return onEntered();
    setPassword("");
    passwordBox.current?.focus();
  };
  const wait = attempt.waiting > 0 ? words.wait(formatNumber(attempt.waiting)) : null;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void send();
      }}
    >
      {username === undefined && (
        <TextInput
          label={words.username}
          name="username"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
        />
      )}
      <PasswordBox
        ref={passwordBox}
        label={words.password}
        name="password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoComplete="current-password"
        autoFocus={username !== undefined}
        data-autofocus={username === undefined ? undefined : ""}
      />
      <div role="alert" className={classes.alert}>
        {wait ?? attempt.message}
      </div>
      <Button type="submit" loading={attempt.sending} disabled={name === "" || password === "" || attempt.waiting > 0}>
        {words.submit}
      </Button>
    </form>
  );
}
