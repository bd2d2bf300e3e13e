// Fields that only the work on a task has: obstacle, quantities reached, products handed over.

import { Checkbox, Select, Textarea } from "@mantine/core";
import type { Deliverable } from "../api/types";
import { formatNumber } from "../format/number";
import { t } from "../i18n";
import { byWords } from "../ui/agency-options";
import { DateBox } from "../ui/DateBox";
import { NumberBox } from "../ui/NumberBox";
import { useDocumentOptions } from "./DocumentField";
import classes from "./Field.module.css";
import { NewDocument } from "./NewDocument";
import type { DeliveredValue, ObstacleValue } from "./spec";

const labels = t.commands.fields;
const kinds = Object.entries(t.obstacleKind).map(([value, label]) => ({ value, label }));
const noObstacle: ObstacleValue = { kind: "other", since: "", text: "", asked_of: "" };

interface ObstacleProps {
  value: ObstacleValue | null;
  error?: string | undefined;
  onChange: (value: ObstacleValue | null) => void;
}

export function ObstacleField({ value, error, onChange }: ObstacleProps) {
  const set = (part: Partial<ObstacleValue>) => onChange({ ...(value ?? noObstacle), ...part });
  return (
    <div className={value ? classes.group : undefined}>
      <Checkbox
        label={labels["addObstacle"]}
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? noObstacle : null)}
      />
      {value && (
        <>
          <div className={classes.pair}>
            <Select
              label={labels["obstacleKind"]}
              data={kinds}
              value={value.kind}
              onChange={(kind) => set({ kind: kind ?? "other" })}
              allowDeselect={false}
            />
            <DateBox label={labels["obstacleSince"]} value={value.since} onChange={(since) => set({ since })} />
          </div>
          <Textarea
            label={labels["obstacleText"]}
            required
            error={error}
            value={value.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
            autosize
            minRows={2}
            maxRows={10}
          />
          <Textarea
            label={labels["obstacleAsked"]}
            value={value.asked_of}
            onChange={(event) => set({ asked_of: event.currentTarget.value })}
            autosize
            minRows={1}
            maxRows={6}
          />
        </>
      )}
    </div>
  );
}

interface ListProps<T> {
  label: string;
  error?: string | undefined;
  deliverables: readonly Deliverable[];
  value: Record<string, T>;
  onChange: (value: Record<string, T>) => void;
}

const isCountable = (deliverable: Deliverable): boolean => deliverable.quantity !== null;

export function QuantitiesField({ label, error, deliverables, value, onChange }: ListProps<string>) {
  return (
    <div className={classes.group} role="group" aria-label={label}>
      <span className={classes.legend}>{label}</span>
      {deliverables.map(
        (deliverable, index) =>
          isCountable(deliverable) && (
            <div key={index} className={classes.row}>
              <span>
                {deliverable.text}{" "}
                <span className={classes.hint}>
                  / {formatNumber(deliverable.quantity ?? 0)} {deliverable.unit}
                </span>
              </span>
              <NumberBox
                aria-label={deliverable.text}
                value={value[index + 1] ?? ""}
                onChange={(text) => onChange({ ...value, [index + 1]: text })}
              />
            </div>
          ),
      )}
      {error && <span className={classes.error}>{error}</span>}
    </div>
  );
}

const nothingDelivered: DeliveredValue = { done: false, document: null, count: "" };

export function DeliveredField({ label, error, deliverables, value, onChange }: ListProps<DeliveredValue>) {
  const options = useDocumentOptions();
  return (
    <div className={classes.group} role="group" aria-label={label}>
      <span className={classes.legend}>{label}</span>
      {deliverables.map((deliverable, index) => {
        const item = value[index + 1] ?? nothingDelivered;
        const set = (part: Partial<DeliveredValue>) => onChange({ ...value, [index + 1]: { ...item, ...part } });
        return (
          <div key={index} className={classes.delivered}>
            <Checkbox label={deliverable.text} checked={item.done} onChange={(event) => set({ done: event.currentTarget.checked })} />
            {item.done && deliverable.kind === "document" && (
              <div className={classes.inset}>
                <Select
                  aria-label={labels["document"]}
                  placeholder={t.commands.document.choose}
                  data={options}
                  value={item.document}
                  onChange={(document) => set({ document })}
                  searchable
                  clearable
                  filter={byWords}
                />
                <NewDocument evidence onRegistered={(document) => set({ document: document.id })} />
              </div>
            )}
            {item.done && isCountable(deliverable) && (
              <NumberBox
                className={classes.inset}
                aria-label={labels["quantities"]}
                value={item.count}
                onChange={(count) => set({ count })}
                maw={200}
              />
            )}
          </div>
        );
      })}
      {error && <span className={classes.error}>{error}</span>}
    </div>
  );
}
