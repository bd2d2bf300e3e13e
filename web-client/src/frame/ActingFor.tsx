// For which agency this tab works, until accounts say so.

import { Popover, TextInput } from "@mantine/core";
import { useId, useMemo, useState, type KeyboardEvent } from "react";
import { t } from "../i18n";
import { useDirectory } from "../meaning/directory";
import { matches, queryWords } from "../meaning/fold";
import { actFor, actingFor } from "../state/acting-for";
import { useStore } from "../state/store";
import { useAgencyOptions } from "../ui/agency-options";
import { Icon } from "../ui/icons";
import classes from "./ActingFor.module.css";
import bar from "./TopBar.module.css";

const shownAtMost = 80;

export function ActingFor() {
  const directory = useDirectory();
  const acting = useStore(actingFor);
  const [opened, setOpened] = useState(false);
  const full = acting ? directory.name(acting) : t.top.chooseAgency;
  return (
    <Popover opened={opened} onChange={setOpened} width={360} position="bottom-end" trapFocus withRoles>
      <Popover.Target>
        <button
          type="button"
          className={`${bar.button} ${bar.acting}`}
          title={`${t.top.acting}: ${full}`}
          onClick={() => setOpened(!opened)}
        >
          <span className={bar.actingLabel}>{t.top.acting}:</span>
          <span className={bar.actingName}>{acting ? directory.shortName(acting) : t.top.chooseAgency}</span>
          <Icon name="down" size={14} />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Chooser onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Chooser({ onDone }: { onDone: () => void }) {
  const acting = useStore(actingFor);
  const options = useAgencyOptions(false);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const listId = useId();
  const found = useMemo(() => {
    const words = queryWords(query);
    return options.filter((option) => matches(option.text, words)).slice(0, shownAtMost);
  }, [options, query]);
  const choose = (id: string) => {
    actFor(id);
    onDone();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setActive(Math.min(active + 1, found.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(active - 1, 0));
    else if (event.key === "Enter" && found[active]) choose(found[active].value);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        data-autofocus
        aria-label={t.top.findAgency}
        placeholder={t.top.findAgency}
        value={query}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found[active] ? `${listId}-${active}` : undefined}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKey}
      />
      <div id={listId} role="listbox" aria-label={t.top.chooseAgency} className={classes.list} tabIndex={-1}>
        {found.length === 0 && <div style={{ padding: 10, color: "var(--lv-dim)" }}>{t.top.noAgency}</div>}
        {found.map((option, index) => (
          <button
            key={option.value}
            id={`${listId}-${index}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={option.value === acting}
            data-active={index === active ? "" : undefined}
            className={classes.option}
            onMouseEnter={() => setActive(index)}
            onClick={() => choose(option.value)}
            ref={index === active ? (element) => element?.scrollIntoView({ block: "nearest" }) : undefined}
          >
            {option.label}
          </button>
        ))}
      </div>
    </>
  );
}
