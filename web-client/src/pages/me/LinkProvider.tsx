import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { providerAddress } from "../../api/session";
import { t } from "../../i18n";
import { Section } from "../../ui/Page";
import { providerFault, useProviderName } from "../sign-in/provider";
import classes from "../sign-in/SignIn.module.css";

const route = getRouteApi("/me");
const words = t.people.provider;

// From then on one comes in through the provider too.
export function LinkProvider() {
  const { oidc } = route.useSearch();
  const name = useProviderName();
  if (!name) return null;
  const fault = oidc === "linked" ? null : providerFault(oidc, name);
  return (
    <Section title={words.title}>
      <div className={classes.form}>
        {oidc === "linked" && <p role="status">{words.linked(name)}</p>}
        {fault && (
          <div role="alert" className={classes.fault}>
            {fault}
          </div>
        )}
        <p className={classes.note}>{words.linkText(name)}</p>
        <Button component="a" href={providerAddress("/me", "link")} variant="default" style={{ alignSelf: "flex-start" }}>
          {words.link}
        </Button>
      </div>
    </Section>
  );
}
