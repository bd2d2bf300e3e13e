import { Fragment } from "react";
import type { Post } from "../../api/types";
import { todayInVietnam } from "../../format/date";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { shortPersonName, usePersonName } from "../../meaning/person";
import { standingOn } from "../../meaning/tenure";

function Holder({ account, agency }: { account: string; agency: string }) {
  return shortPersonName(usePersonName(account), agency);
}

// Who holds the post today.
export function Holders({ post }: { post: Post }) {
  const directory = useDirectory();
  const held = post.holdings.filter((one) => standingOn(one, todayInVietnam()) === "now");
  if (held.length === 0) return <span style={{ color: "var(--lv-amber)" }}>{t.people.admin.vacant}</span>;
  return held.map((one, index) => (
    <Fragment key={`${one.account} ${one.from}`}>
      {index > 0 && "; "}
      <Holder account={one.account} agency={directory.name(post.agency)} />
    </Fragment>
  ));
}
