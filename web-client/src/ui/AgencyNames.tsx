import { Link } from "@tanstack/react-router";
import { Fragment, useCallback } from "react";
import { t } from "../i18n";
import { useDirectory } from "../meaning/directory";

export function AgencyLink({ id, short = false }: { id: string; short?: boolean }) {
  const directory = useDirectory();
  const name = short ? directory.shortName(id) : directory.name(id);
  if (directory.groups.has(id)) {
    return (
      <Link to="/agency-groups/$id" params={{ id }} title={directory.name(id)}>
        {name}
      </Link>
    );
  }
  if (!directory.agencies.has(id)) return <span>{name}</span>;
  return (
    <Link to="/agencies/$id" params={{ id }} title={directory.name(id)}>
      {name}
    </Link>
  );
}

export function AgencyNames({ ids, short = false }: { ids: readonly string[]; short?: boolean }) {
  if (ids.length === 0) return <span>{t.common.none}</span>;
  return (
    <>
      {ids.map((id, index) => (
        <Fragment key={id}>
          {index > 0 && "; "}
          <AgencyLink id={id} short={short} />
        </Fragment>
      ))}
    </>
  );
}

// As plain text, where a link would be one too many.
export function useAgencyText(): (ids: readonly string[]) => string {
  const directory = useDirectory();
  return useCallback((ids) => ids.map((id) => directory.shortName(id)).join(", "), [directory]);
}
