import { useQuery } from "@tanstack/react-query";
import { accessQuery } from "../../api/access";
import { t } from "../../i18n";
import { accessType } from "../../meaning/access";
import { Moment } from "../../ui/Moment";
import { QueryView } from "../../ui/States";
import { deviceName } from "./device";

const words = t.access;
const shown = 10;

// From the access log, of which everybody sees the own rows.
export function RecentSignIns() {
  const query = useQuery(accessQuery({ account: "me", types: accessType("signed-in") }, shown));
  return (
    <QueryView query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p style={{ color: "var(--lv-dim)" }}>{words.noRecent}</p>
        ) : (
          <ul aria-label={words.recent} style={{ margin: 0, paddingLeft: 20 }}>
            {items.map((row) => (
              <li key={row.sequence}>
                <Moment instant={row.time} relative />
                {`, ${deviceName(row.user_agent ?? "")}, ${row.address ?? words.nobody}`}
              </li>
            ))}
          </ul>
        )
      }
    </QueryView>
  );
}
