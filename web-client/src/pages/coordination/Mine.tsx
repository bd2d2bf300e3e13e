// What other agencies ask of the agency acted for, and the objections that it has to answer.

import { Link } from "@tanstack/react-router";
import { useList } from "../../api/queries";
import type { Coordination } from "../../api/types";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { Section } from "../../ui/Page";
import classes from "./Coordination.module.css";
import { Request } from "./Request";

const words = t.fanout.coordination;
const none: readonly Coordination[] = [];

function Group({ title, requests }: { title: (n: string) => string; requests: readonly Coordination[] }) {
  if (requests.length === 0) return null;
  return (
    <Section title={title(formatNumber(requests.length))}>
      <ul className={classes.list}>
        {requests.map((request) => (
          <Request key={request.id} request={request} withTask />
        ))}
      </ul>
    </Section>
  );
}

const isOpen = (request: Coordination) => request.state !== "closed";

export function CoordinationOfMine({ agency }: { agency: string }) {
  const waiting = useList("coordinations", { to: agency, answer: "waiting" }).data?.items ?? none;
  const answered = useList("coordinations", { to: agency, answer: "answered" }).data?.items ?? none;
  const objections = useList("coordinations", { from: agency, state: "disputed" }).data?.items ?? none;
  const asked = [...waiting, ...answered.filter((one) => !waiting.some((other) => other.id === one.id))].filter(isOpen);
  return (
    <>
      <Group title={words.mine} requests={asked} />
      <Group title={words.objections} requests={objections} />
      <p className={classes.head} style={{ margin: "0 0 12px" }}>
        <Link to="/coordinations" search={{ agency }}>
          {words.every}
        </Link>
      </p>
    </>
  );
}
