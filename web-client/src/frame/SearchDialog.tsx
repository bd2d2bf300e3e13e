import { Modal, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useId, useMemo, useState, type KeyboardEvent } from "react";
import { useList } from "../api/queries";
import { t } from "../i18n";
import { formatNumber } from "../format/number";
import { useDirectory } from "../meaning/directory";
import { Icon } from "../ui/icons";
import { findEverywhere, type Found } from "./search";
import classes from "./SearchDialog.module.css";

const none: never[] = [];

function useResults(query: string) {
  const directory = useDirectory();
  const tasks = useList("tasks").data?.items ?? none;
  const indicators = useList("indicators").data?.items ?? none;
  const budgetLines = useList("budget-lines").data?.items ?? none;
  const documents = useList("documents").data?.items ?? none;
  return useMemo(
    () => findEverywhere(query, { tasks: tasks.filter((task) => task.links_to === null), indicators, budgetLines, documents }, directory),
    [query, tasks, indicators, budgetLines, documents, directory],
  );
}

export function SearchDialog({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const groups = useResults(useDeferredValue(query));
  const navigate = useNavigate();
  const listId = useId();
  const board: Found | null =
    (groups[0]?.total ?? 0) > (groups[0]?.found.length ?? 0) && groups[0]?.label === t.search.tasks
      ? { to: "/board", title: t.search.allTasks(formatNumber(groups[0].total)), note: "" }
      : null;
  const flat = [...groups.flatMap((group) => group.found), ...(board ? [board] : [])];
  const open = (found: Found) => {
    onClose();
    const kept = (old: Record<string, unknown>) => ({
      as_of: old["as_of"],
      status_date: old["status_date"],
      ...(found.to === "/board" ? { q: query } : {}),
    });
    void navigate({ to: found.to, search: kept as never });
  };
  const onKey = (event: KeyboardEvent) => {
    const chosen = flat[active];
    if (event.key === "ArrowDown") setActive(Math.min(active + 1, flat.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(active - 1, 0));
    else if (event.key === "Enter" && chosen) open(chosen);
    else return;
    event.preventDefault();
  };
  const result = (found: Found) => {
    const index = flat.indexOf(found);
    return (
      <button
        key={found.to}
        id={`${listId}-${index}`}
        type="button"
        role="option"
        tabIndex={-1}
        aria-selected={index === active}
        data-active={index === active ? "" : undefined}
        className={classes.result}
        onMouseMove={() => setActive(index)}
        onClick={() => open(found)}
        ref={index === active ? (element) => element?.scrollIntoView({ block: "nearest" }) : undefined}
      >
        <span className={classes.title}>{found.title}</span>
        {found.note && <span className={classes.note}>{found.note}</span>}
      </button>
    );
  };
  return (
    <Modal opened onClose={onClose} withCloseButton={false} size={680} padding="sm" aria-label={t.search.title}>
      <TextInput
        data-autofocus
        aria-label={t.search.title}
        placeholder={t.search.placeholder}
        leftSection={<Icon name="search" size={18} />}
        value={query}
        role="combobox"
        aria-expanded={flat.length > 0}
        aria-controls={listId}
        aria-activedescendant={flat[active] ? `${listId}-${active}` : undefined}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKey}
        size="md"
      />
      <div id={listId} role="listbox" aria-label={t.search.title} className={classes.results} tabIndex={-1}>
        {groups.map((group) => (
          <div key={group.label} role="group" aria-label={group.label}>
            <div className={classes.group}>
              {group.label} ({formatNumber(group.total)})
            </div>
            {group.found.map(result)}
          </div>
        ))}
        {board && result(board)}
      </div>
      {flat.length === 0 && <div className={classes.hint}>{query.trim() === "" ? t.search.hint : t.search.none}</div>}
    </Modal>
  );
}
