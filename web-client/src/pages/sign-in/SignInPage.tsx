import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { demoAccounts, signIn } from "../../api/session";
import { t } from "../../i18n";
import { DemoBanner } from "../../frame/DemoBanner";
import { DemoAccounts } from "./DemoAccounts";
import { OpenPage } from "./OpenPage";
import classes from "./SignIn.module.css";
import { SignInForm } from "./SignInForm";
import { useSignIn } from "./use-sign-in";

const route = getRouteApi("/sign-in");
const words = t.people.signIn;

export const demoQuery = { queryKey: ["demo-accounts"], queryFn: demoAccounts, retry: false } as const;

export default function SignInPage() {
  const { to } = route.useSearch();
  const router = useRouter();
  const attempt = useSignIn();
  const demo = useQuery(demoQuery).data;
  const goOn = () => router.history.replace(to ?? "/");
  const enter = async (username: string) => {
    if (await attempt.run(() => signIn({ demo: username }))) goOn();
  };
  return (
    <>
      {demo && <DemoBanner />}
      <OpenPage title={words.title} wide={demo !== undefined}>
        <div className={classes.own}>
          {to && to !== "/" && <p className={classes.note}>{words.back}</p>}
          <SignInForm attempt={attempt} onEntered={goOn} />
          <p className={classes.note}>{words.forgotten}</p>
        </div>
        {demo && <DemoAccounts accounts={demo} disabled={attempt.sending} onChoose={(username) => void enter(username)} />}
      </OpenPage>
    </>
  );
}
