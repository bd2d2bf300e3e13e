import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { demoAccounts, signIn } from "../../api/session";
import { t } from "../../i18n";
import { DemoBanner } from "../../frame/DemoBanner";
import { DemoAccounts } from "./DemoAccounts";
import { OpenPage } from "./OpenPage";
import { providerFault, useProviderName } from "./provider";
import { ProviderButton } from "./ProviderButton";
import classes from "./SignIn.module.css";
import { SignInForm } from "./SignInForm";
import { useSignIn } from "./use-sign-in";

const route = getRouteApi("/sign-in");
const words = t.people.signIn;

export const demoQuery = { queryKey: ["demo-accounts"], queryFn: demoAccounts, retry: false } as const;

export default function SignInPage() {
  const { to, oidc } = route.useSearch();
  const router = useRouter();
  const attempt = useSignIn();
  const demo = useQuery(demoQuery).data;
  const provider = useProviderName();
  const fault = providerFault(oidc, provider);
  const goOn = () => router.history.replace(to ?? "/");
  const enter = async (username: string) => {
    if (await attempt.run(() => signIn({ demo: username }))) goOn();
  };
  return (
    <>
      {demo && <DemoBanner />}
      <OpenPage title={words.title} wide={demo !== undefined}>
        <div className={classes.own}>
          {fault && (
            <div role="alert" className={classes.fault}>
              {fault}
            </div>
          )}
          {to && to !== "/" && <p className={classes.note}>{words.back}</p>}
          <SignInForm attempt={attempt} onEntered={goOn} />
          <p className={classes.note}>{words.forgotten}</p>
          {provider && <ProviderButton name={provider} to={to ?? "/"} />}
        </div>
        {demo && <DemoAccounts accounts={demo} disabled={attempt.sending} onChoose={(username) => void enter(username)} />}
      </OpenPage>
    </>
  );
}
