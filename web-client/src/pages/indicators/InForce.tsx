// Who is in charge of an indicator and in what unit it is measured, also where a decision on twins says so.

import { Link } from "@tanstack/react-router";
import type { Indicator } from "../../api/types";
import { t } from "../../i18n";
import { Facts } from "../../ui/Facts";
import { Section } from "../../ui/Page";

const words = t.indicators;

function FromTwin({ id }: { id: string | null }) {
  if (id === null) return null;
  return (
    <>
      {" "}
      <Link to="/indicators/$id" params={{ id }}>
        {`(${words.fromTwin})`}
      </Link>
    </>
  );
}

export function InForce({ indicator }: { indicator: Indicator }) {
  const { unit, unit_from: unitFrom, member, member_position: position, member_from: memberFrom } = indicator.in_force;
  if (!member && !unitFrom) return null;
  return (
    <Section title={words.responsible}>
      <Facts
        rows={[
          [
            words.member,
            member && (
              <span key="member">
                <Link to="/members/$id" params={{ id: member }}>
                  {position ?? member}
                </Link>
                <FromTwin id={memberFrom} />
              </span>
            ),
          ],
          [
            words.unitInForce,
            unitFrom && (
              <span key="unit">
                {unit}
                <FromTwin id={unitFrom} />
              </span>
            ),
          ],
        ]}
      />
    </Section>
  );
}
