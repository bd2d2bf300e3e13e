// What an administrator does with an agency that is in force.

import { Button, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Agency } from "../../api/types";
import { CommandDialog } from "../../forms/CommandDialog";
import { dissolveAgencySpec, renameAgencySpec } from "../../forms/specs/agencies";
import { t } from "../../i18n";
import { useAllowed } from "../../state/allowed";
import { isPast, useViewTime } from "../../state/view-time";
import { Icon } from "../../ui/icons";

const words = t.bodies;

export function AgencyActions({ agency }: { agency: Agency }) {
  const allowed = useAllowed();
  const past = isPast(useViewTime());
  const [open, setOpen] = useState<"rename" | "dissolve" | null>(null);
  if (past || agency.ended_on || !allowed.may("rename-agency")) return null;
  const close = () => setOpen(null);
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" rightSection={<Icon name="down" size={14} />}>
            {t.task.otherActions}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen("rename")}>{words.rename}</Menu.Item>
          <Menu.Item component={Link} to={`/agencies/${agency.id}/merge`}>
            {words.merge}
          </Menu.Item>
          <Menu.Item onClick={() => setOpen("dissolve")}>{words.dissolve}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === "rename" && <CommandDialog spec={renameAgencySpec(agency)} intro={<p>{words.renameIntro}</p>} onClose={close} />}
      {open === "dissolve" && <CommandDialog spec={dissolveAgencySpec(agency)} intro={<p>{words.dissolveIntro}</p>} onClose={close} />}
    </>
  );
}
