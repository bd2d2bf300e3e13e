// A row that somebody else entered meanwhile: what stands there now, and two ways on.

import { Button } from "@mantine/core";
import type { Assignment } from "../../api/types";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import type { DocumentBook } from "./documents";
import classes from "./Grid.module.css";
import { storedCells } from "./model";
import { changesOfCells } from "./words";

interface Props {
  book: DocumentBook;
  row: Assignment;
  onKeep: (row: Assignment) => void;
  onDrop: (row: Assignment) => void;
}

export function Overtaken({ book, row, onKeep, onDrop }: Props) {
  const directory = useDirectory();
  return (
    <>
      {t.registers.opening.changed}: {changesOfCells(storedCells(row), book)}
      <div className={classes.buttons}>
        {row.opening?.confirmed !== true && (
          <Button size="compact-sm" variant="default" onClick={() => onKeep(row)}>
            {t.commands.conflict.keepMine}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => onDrop(row)}>
          {t.commands.conflict.useTheirs(row.updated_by ? directory.shortName(row.updated_by.agency) : "")}
        </Button>
      </div>
    </>
  );
}
