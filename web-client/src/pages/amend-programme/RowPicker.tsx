// Which task the next row is about: a new one, or one of the programme to amend or cancel.

import { Button, SegmentedControl, Select, type ComboboxItem } from "@mantine/core";
import { useMemo, useState } from "react";
import type { Task } from "../../api/types";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { shortPlace } from "../../meaning/place";
import { isCounted } from "../../meaning/relations";
import { taskText } from "../../meaning/task-text";
import { byWords } from "../../ui/agency-options";
import classes from "./Amend.module.css";
import type { Row } from "./model";

const words = t.amendment;
type Picked = "amend" | "cancel";
const choices = (["amend", "cancel"] as const).map((value) => ({ value, label: words.kindShort[value] }));

const below = { position: "bottom-start", middlewares: { flip: false } } as const;

interface Props {
  tasks: readonly Task[];
  rows: readonly Row[];
  onPick: (kind: Picked, task: Task) => void;
  onAdd: () => void;
}

function fits(task: Task, kind: Picked): boolean {
  return task.status !== "cancelled" && (kind === "amend" || isCounted(task));
}

function TaskOption({ option }: { option: ComboboxItem }) {
  return <span className={classes.option}>{option.label}</span>;
}

export function RowPicker({ tasks, rows, onPick, onAdd }: Props) {
  const directory = useDirectory();
  const [kind, setKind] = useState<Picked>("amend");
  const [query, setQuery] = useState("");
  const options = useMemo(() => {
    const used = new Set(rows.map((row) => row.task));
    return tasks
      .filter((task) => fits(task, kind) && !used.has(task.id))
      .map((task) => ({ value: task.id, label: `${shortPlace(task.source)}. ${task.title}`, text: taskText(task, directory) }));
  }, [tasks, rows, kind, directory]);
  const pick = (id: string | null) => {
    const task = tasks.find((one) => one.id === id);
    setQuery("");
    if (task) onPick(kind, task);
  };
  return (
    <div className={classes.picker}>
      <SegmentedControl data={choices} value={kind} onChange={(next) => setKind(next as Picked)} aria-label={words.pickKind} />
      <Select
        className={classes.pickTask}
        aria-label={words.pick[kind]}
        placeholder={words.pick[kind]}
        data={options}
        value={null}
        searchValue={query}
        onSearchChange={setQuery}
        onChange={pick}
        searchable
        filter={byWords}
        renderOption={TaskOption}
        nothingFoundMessage={words.noTask}
        maxDropdownHeight={300}
        comboboxProps={below}
      />
      <Button variant="default" onClick={onAdd}>
        {words.add}
      </Button>
    </div>
  );
}
