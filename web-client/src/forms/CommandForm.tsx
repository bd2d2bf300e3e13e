import { Button } from "@mantine/core";
import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from "react";
import type { Change } from "../api/types";
import { t } from "../i18n";
import { useLive } from "../live/context";
import { useMark } from "../live/marks";
import { useDirectory } from "../meaning/directory";
import { fieldOf } from "../meaning/onlooker";
import { inWords } from "../meaning/values";
import { actingFor } from "../state/acting-for";
import { useStore } from "../state/store";
import { useNamesIn } from "../ui/use-names";
import classes from "./CommandForm.module.css";
import { canJoin, type Choice } from "./conflict";
import { ConflictCard, SinceCard } from "./ConflictCard";
import { wireValue } from "./convert";
import { DraftNote } from "./DraftNote";
import { Field } from "./Field";
import { FieldPlace } from "./FieldPlace";
import type { CommandSpec, FieldSpec, FormValues } from "./spec";
import { useCommandForm } from "./use-command-form";

interface Props<T> {
  spec: CommandSpec;
  intro?: ReactNode;
  onDone: (answer: T, sequence: number) => void;
  onClose: () => void;
}

// A field that holds its value by itself, or that what was typed makes needless, takes no room.
const isAsked = (field: FieldSpec, values: FormValues): boolean => field.kind !== "fixed" && (!field.when || field.when(values));

function mineInWords(field: FieldSpec, values: FormValues, directory: Parameters<typeof inWords>[2]): string {
  try {
    const wire = wireValue(field, values);
    return wire === undefined ? "" : inWords(field.name, wire, directory);
  } catch {
    return String(values[field.name] ?? "");
  }
}

// Both sides of what collides, for the names that they speak of.
function useSaid(form: ReturnType<typeof useCommandForm>, spec: CommandSpec): Change[] {
  const collisions = form.conflict?.collisions;
  return useMemo(() => {
    const kindOf = (name: string) => spec.fields.find((field) => field.name === name)?.kind ?? "";
    const people = (collisions ?? []).filter((one) => ["person", "people"].includes(kindOf(one.field)));
    return people.map(({ field, wire, mine }) => ({ field, old: mine ?? form.values[field], new: wire })) as Change[];
  }, [collisions, form.values, spec.fields]);
}

// What somebody else changed on the same subject while this form was open, before anything was sent.
function ChangedMeanwhile({ subjects }: { subjects: readonly string[] }) {
  const directory = useDirectory();
  const mark = useMark(subjects[0] ?? "");
  const [openedAt] = useState(Date.now);
  if (!mark || mark.at < openedAt) return null;
  return (
    <div className={classes.note} role="status">
      {t.live.changed(directory.name(mark.agency))}. {t.commands.conflict.keepTyping}
    </div>
  );
}

export function CommandForm<T>({ spec, intro, onDone, onClose }: Props<T>) {
  const form = useCommandForm<T>(spec, onDone);
  const { presence } = useLive();
  const directory = useNamesIn(useSaid(form, spec));
  const acting = useStore(actingFor);
  useFirstFault(form.faults);
  useConflictInView(form.conflict?.current);
  const place = useRef<HTMLFormElement>(null);
  useFirstField(place);
  const collisionOf = (name: string) => form.conflict?.collisions.find((collision) => collision.field === name);
  return (
    <form
      ref={place}
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        form.send();
      }}
    >
      {intro}
      <DraftNote draft={form} />
      {!form.conflict && <ChangedMeanwhile subjects={spec.subjects} />}
      {form.conflict && <SinceCard events={form.conflict.events} />}
      {spec.fields.filter((field) => isAsked(field, form.values)).map((field) => {
        const collision = collisionOf(field.name);
        const told = fieldOf(spec.id, field.name);
        const change = (value: unknown) => {
          presence.typed(told);
          form.set(field.name, value);
        };
        return (
          <FieldPlace key={field.name} name={field.name} field={told} subject={spec.subject}>
            <Field field={field} values={form.values} error={form.faults[field.name]} onChange={change} />
            {collision && (
              <ConflictCard
                label={field.label}
                collision={collision}
                mine={mineInWords(field, { ...form.values, ...(collision.choice ? { [field.name]: collision.mine } : {}) }, directory)}
                joinable={canJoin(field)}
                onChoose={(choice: Choice) => form.choose(field.name, choice)}
              />
            )}
          </FieldPlace>
        );
      })}
      <div className={classes.foot}>
        {form.message && (
          <div className={classes.error} role="alert">
            {form.message}
          </div>
        )}
        <span className={classes.as}>
          {form.undecided ? t.commands.conflict.decide : acting && t.commands.actingAs(directory.name(acting))}
        </span>
        <Button variant="default" onClick={onClose}>
          {t.common.close}
        </Button>
        <Button type="submit" loading={form.sending} disabled={form.undecided}>
          {form.conflict ? t.commands.conflict.goOn : spec.title}
        </Button>
      </div>
    </form>
  );
}

const afterOpening = 150; // ms: the dialog has taken the focus by then
const pointerOnly = "(hover: hover)"; // not on phones, where it would open the keyboard

// One can type at once. A field to choose from is left alone: it would open over the buttons.
function useFirstField(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    if (!window.matchMedia(pointerOnly).matches) return;
    const timer = setTimeout(() => {
      if (form.current?.contains(document.activeElement)) return;
      form.current?.querySelector<HTMLElement>('input:not([tabindex="-1"], [type="hidden"], [aria-haspopup]), textarea')?.focus();
    }, afterOpening);
    return () => clearTimeout(timer);
  }, [form]);
}

// A conflict is shown from its beginning, wherever in the form the button was pressed.
function useConflictInView(conflict: number | undefined): void {
  useEffect(() => {
    if (conflict !== undefined) document.querySelector("[data-conflict]")?.scrollIntoView({ block: "center" });
  }, [conflict]);
}

// Brings the first refused field into view.
function useFirstFault(faults: Record<string, string>): void {
  useEffect(() => {
    const first = Object.keys(faults).find((name) => name !== "");
    if (!first) return;
    const place = document.querySelector(`[data-field="${CSS.escape(first)}"]`);
    place?.scrollIntoView({ block: "center" });
    place?.querySelector<HTMLElement>("input, textarea")?.focus();
  }, [faults]);
}
