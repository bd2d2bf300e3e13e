// A link that works once: choose a password, and one is in.

import { Button, TextInput } from "@mantine/core";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Problem } from "../../api/problems";
import { acceptInvitation } from "../../api/session";
import { t } from "../../i18n";
import { EmptyState } from "../../ui/States";
import { NewPassword, newPasswordFault } from "../me/NewPassword";
import { OpenPage } from "../sign-in/OpenPage";
import classes from "../sign-in/SignIn.module.css";
import { useSignIn } from "../sign-in/use-sign-in";

const route = getRouteApi("/invitation/$secret");
const words = t.people.invitation;

const asksForUsername = (error: unknown): boolean =>
  error instanceof Problem && (error.body.errors ?? []).some((fault) => fault.pointer === "/username");

function Gone() {
  return (
    <OpenPage title={words.title}>
      <EmptyState title={words.goneTitle} text={words.goneText}>
        <Button component={Link} to="/sign-in">
          {words.toSignIn}
        </Button>
      </EmptyState>
    </OpenPage>
  );
}

export default function InvitationPage() {
  const { secret } = route.useParams();
  const navigate = useNavigate();
  const attempt = useSignIn();
  const [gone, setGone] = useState(false);
  const [asked, setAsked] = useState(false);
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState({ first: "", second: "" });
  const [fault, setFault] = useState<string | null>(null);
  const ask = () =>
    acceptInvitation(secret, { ...(asked ? { username: username.trim() } : {}), password: password.first }).catch((error: unknown) => {
      if (error instanceof Problem && error.status === 404) setGone(true);
      if (asksForUsername(error)) setAsked(true);
      throw error;
    });
  const send = async () => {
    const found = newPasswordFault(password);
    setFault(found);
    if (found === null && (await attempt.run(ask))) void navigate({ to: "/", replace: true });
  };
  if (gone) return <Gone />;
  return (
    <OpenPage title={words.title}>
      <form
        className={`${classes.own} ${classes.form}`}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p className={classes.note}>{words.intro}</p>
        {asked && (
          <TextInput
            label={t.people.signIn.username}
            description={`${words.askUsername} ${t.people.admin.usernameHint}`}
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value)}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
        <NewPassword value={password} onChange={setPassword} />
        <div role="alert" className={classes.alert}>
          {fault ?? attempt.message}
        </div>
        <Button type="submit" loading={attempt.sending} disabled={attempt.waiting > 0}>
          {words.submit}
        </Button>
      </form>
    </OpenPage>
  );
}
