import { Button } from "@mantine/core";
import { providerAddress } from "../../api/session";
import { t } from "../../i18n";
import classes from "./SignIn.module.css";

// Another way in, below the form. Its text is the administrator's and may be long.
export function ProviderButton({ name, to }: { name: string; to: string }) {
  return (
    <>
      <div className={classes.or}>{t.people.provider.or}</div>
      <Button component="a" href={providerAddress(to)} variant="default" classNames={{ root: classes.provider, label: classes.providerName }}>
        {name}
      </Button>
    </>
  );
}
