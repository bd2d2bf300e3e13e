// One filter of a list: a chip that says what is chosen, opens the choice, and can be taken off.

import { Popover, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { t } from "../i18n";
import { matches, queryWords, searchText } from "../meaning/fold";
import classes from "./FilterChip.module.css";
import { Icon } from "./icons";

export interface FilterOption {
  value: string;
  label: string;
  text?: string; // words to find it by; its label when absent
}

interface Props {
  label: string;
  options: readonly FilterOption[];
  chosen: readonly string[];
  onToggle: (value: string) => void;
  onClear: () => void;
  single?: boolean; // choosing closes
  searchable?: boolean;
}

const shownAtMost = 80;

function valueText(options: readonly FilterOption[], chosen: readonly string[]): string {
  const first = options.find((option) => option.value === chosen[0])?.label ?? chosen[0] ?? "";
  return chosen.length > 1 ? t.board.filters.several(first, chosen.length - 1) : first;
}

export function FilterChip({ label, options, chosen, onToggle, onClear, single = false, searchable = false }: Props) {
  const [opened, setOpened] = useState(false);
  const [query, setQuery] = useState("");
  const found = useMemo(() => {
    const words = queryWords(query);
    return options.filter((option) => matches(option.text ?? searchText([option.label]), words)).slice(0, shownAtMost);
  }, [options, query]);
  const active = chosen.length > 0;
  const toggle = (value: string) => {
    onToggle(value);
    if (single) setOpened(false);
  };
  return (
    <span className={active ? `${classes.chip} ${classes.active}` : classes.chip}>
      <Popover opened={opened} onChange={setOpened} width={320} position="bottom-start" trapFocus withRoles>
        <Popover.Target>
          <button type="button" className={classes.open} onClick={() => setOpened(!opened)}>
            <span>{active ? `${label}: ${valueText(options, chosen)}` : label}</span>
            {!active && <Icon name="down" size={13} />}
          </button>
        </Popover.Target>
        <Popover.Dropdown p={8}>
          {searchable && (
            <TextInput
              className={classes.search}
              data-autofocus
              aria-label={label}
              placeholder={t.top.searchShort}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
            />
          )}
          <div className={classes.options} role="group" aria-label={label}>
            {found.map((option) => (
              <button
                key={option.value}
                type="button"
                className={classes.option}
                aria-pressed={chosen.includes(option.value)}
                onClick={() => toggle(option.value)}
              >
                <span className={classes.tick}>{chosen.includes(option.value) && <Icon name="check" size={16} />}</span>
                {option.label}
              </button>
            ))}
          </div>
        </Popover.Dropdown>
      </Popover>
      {active && (
        <button type="button" className={classes.remove} aria-label={t.board.filters.remove(label)} onClick={onClear}>
          <Icon name="close" size={14} />
        </button>
      )}
    </span>
  );
}
