// The session has ended while somebody works: over the page, which stays as it is.

import { Button, Modal } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { signIn } from "../api/session";
import { t } from "../i18n";
import { useLive } from "../live/context";
import { useProviderName } from "../pages/sign-in/provider";
import { ProviderButton } from "../pages/sign-in/ProviderButton";
import { SignInForm } from "../pages/sign-in/SignInForm";
import { useSignIn } from "../pages/sign-in/use-sign-in";
import { me, sessionLost } from "../state/me";
import { useStore } from "../state/store";
import { tell } from "../ui/toast";
import classes from "../pages/sign-in/SignIn.module.css";

const words = t.people.lost;

export function SessionDialog() {
  const lost = useStore(sessionLost);
  const who = useStore(me);
  const attempt = useSignIn();
  const provider = useProviderName();
  const client = useQueryClient();
  const { sync, connection } = useLive();
  if (!lost || !who) return null;
  const goOn = () => {
    tell(words.back);
    connection.hurry();
    sync.reset();
    void client.refetchQueries({ predicate: (query) => query.state.status === "error" });
  };
  const again = async () => {
    if (await attempt.run(() => signIn({ demo: who.username ?? "" }))) goOn();
  };
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={words.title}
      zIndex={600}
      attributes={{ header: { role: "presentation" } }}
      styles={{ title: { fontWeight: 600, fontSize: 16 } }}
    >
      <div className={classes.form}>
        <p>{words.text}</p>
        <p className={classes.note}>{words.as(who.name ?? who.username ?? who.account)}</p>
        {who.demo && (
          <Button loading={attempt.sending} onClick={() => void again()}>
            {words.again}
          </Button>
        )}
        <SignInForm attempt={attempt} username={who.username ?? ""} onEntered={goOn} />
        {provider && <ProviderButton name={provider} to={window.location.pathname + window.location.search} />}
        <Button variant="subtle" size="compact-sm" onClick={() => window.location.assign("/sign-in")}>
          {words.other}
        </Button>
      </div>
    </Modal>
  );
}
