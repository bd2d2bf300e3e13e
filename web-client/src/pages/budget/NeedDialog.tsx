// Needs and sources of a line, all years at once; sent only when every year closes.

import { Button, Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { BudgetLine } from "../../api/types";
import formClasses from "../../forms/CommandForm.module.css";
import { DraftNote } from "../../forms/DraftNote";
import { Field } from "../../forms/Field";
import { t } from "../../i18n";
import { AmountGrid } from "./AmountGrid";
import classes from "./Budget.module.css";
import { fieldsOf, useNeedGrid, type NeedGridState, type NeedTask } from "./use-need-grid";

const words = t.money;

function Grids({ grid }: { grid: NeedGridState }) {
  const shared = { cells: grid.cells, amounts: grid.amounts, faults: grid.cellFaults, onCell: grid.onCell };
  return (
    <>
      {grid.needMatrix.rows.length > 0 && (
        <AmountGrid
          {...shared}
          label={words.fields["years"] ?? ""}
          matrix={grid.needMatrix}
          head={words.grid.needHead}
          nameOf={() => words.sums.need}
          plain
          onPaste={(at, block) => grid.onPaste(grid.needMatrix, at, block)}
        />
      )}
      {grid.matrix.rows.length > 0 && (
        <AmountGrid
          {...shared}
          label={words.fields["sources"] ?? ""}
          matrix={grid.matrix}
          head={words.grid.row}
          nameOf={(source) => t.fundingSource[source] ?? source}
          needs={grid.needs}
          onPaste={(at, block) => grid.onPaste(grid.matrix, at, block)}
        />
      )}
    </>
  );
}

function Notes({ grid }: { grid: NeedGridState }) {
  return (
    <>
      <DraftNote draft={grid} />
      <div className={classes.note}>
        {words.grid.hint}
        {grid.canUndo && (
          <Button variant="subtle" size="compact-sm" onClick={grid.undo}>
            {words.grid.undo}
          </Button>
        )}
      </div>
    </>
  );
}

export function NeedDialog({ line, task, onClose }: { line: BudgetLine; task: NeedTask; onClose: () => void }) {
  const phone = useMediaQuery("(max-width: 600px)") ?? false;
  const grid = useNeedGrid(line, task, onClose);
  const title = t.commands.names[task];
  const values = { document: grid.document, reason: grid.reason };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="min(1080px, 96vw)"
      fullScreen={phone}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t.common.close }}
      attributes={{ header: { role: "presentation" } }}
      styles={{ title: { fontWeight: 600, fontSize: 16 } }}
    >
      <form
        className={formClasses.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (grid.closed) grid.send();
        }}
      >
        <p>{line.name}</p>
        <Notes grid={grid} />
        <Grids grid={grid} />
        {fieldsOf(task).map((field) => (
          <div key={field.name} data-field={field.name}>
            <Field field={field} values={values} error={grid.faults[field.name]} onChange={(value) => grid.setField(field.name, value)} />
          </div>
        ))}
        <div className={formClasses.foot}>
          {(grid.message ?? grid.over[0]) && (
            <div className={formClasses.error} role="alert">
              {grid.message} {grid.over.join(" ")}
            </div>
          )}
          <span className={formClasses.as} />
          <Button variant="default" onClick={onClose}>
            {t.common.close}
          </Button>
          <Button type="submit" loading={grid.sending} disabled={!grid.closed}>
            {title}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
