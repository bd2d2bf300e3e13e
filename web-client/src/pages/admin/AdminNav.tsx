import { Link } from "@tanstack/react-router";
import { t } from "../../i18n";
import { useAllowed } from "../../state/allowed";

// The ways between the pages of administration.
export function AdminNav() {
  const allowed = useAllowed();
  return (
    <>
      {allowed.may("open-account") && <Link to="/admin/accounts">{t.people.admin.accounts}</Link>}
      {allowed.may("open-account") && <span aria-hidden="true">·</span>}
      {(allowed.may("open-account") || allowed.has("inspector")) && (
        <>
          <Link to="/admin/access-log">{t.access.title}</Link>
          <span aria-hidden="true">·</span>
        </>
      )}
      <Link to="/admin/posts">{t.people.admin.posts}</Link>
      <span aria-hidden="true">·</span>
      <Link to="/rights">{t.people.rights.title}</Link>
    </>
  );
}
