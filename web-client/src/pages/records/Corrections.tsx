// Steps of a mission that were entered wrongly: corrected or taken back from where they stand, and what was said before.

import { Button } from "@mantine/core";
import { useState } from "react";
import type { Mission, MissionCorrection, MissionStep, Organisation } from "../../api/types";
import { formatMoment } from "../../format/date";
import { CommandDialog } from "../../forms/CommandDialog";
import { stepCorrectionSpec } from "../../forms/specs/mission-steps";
import { t } from "../../i18n";
import { useDirectory } from "../../meaning/directory";
import { inWords } from "../../meaning/values";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { isPast, useViewTime } from "../../state/view-time";
import { Section } from "../../ui/Page";
import { canTakeBack } from "./commands";
import { useDocumentText, useStands } from "./parts";
import classes from "./Records.module.css";

const words = t.records;

// Whether the agency acted for keeps the mission; the server decides.
function useCorrects(mission: Mission): boolean {
  const acting = useStore(actingFor);
  const allowed = useAllowed();
  const stands = useStands(allowed, acting);
  const past = isPast(useViewTime());
  return !past && allowed.may("correct-mission") && (acting === mission.managing_agency || stands(mission.programme));
}

type Deed = "correct-mission-step" | "take-back-mission-step";

interface VerbsProps {
  mission: Mission;
  step: MissionStep;
  of?: number; // which payment or council
  on?: string; // its day, by which people tell it from the others
}

export function StepVerbs({ mission, step, of, on }: VerbsProps) {
  const [open, setOpen] = useState<Deed | null>(null);
  const corrects = useCorrects(mission);
  if (!corrects) return null;
  const name = [words.stepNames[step] ?? step, on].filter(Boolean).join(" ");
  return (
    <span data-no-print>
      {" "}
      <Button size="compact-xs" variant="subtle" aria-label={words.corrections.correctOf(name)} onClick={() => setOpen("correct-mission-step")}>
        {words.corrections.correct}
      </Button>
      {canTakeBack(mission, step) && (
        <Button size="compact-xs" variant="subtle" color="gray" aria-label={words.corrections.takeBackOf(name)} onClick={() => setOpen("take-back-mission-step")}>
          {words.corrections.takeBack}
        </Button>
      )}
      {open && <CommandDialog<Mission> spec={stepCorrectionSpec(open, mission, step, of ?? null)} onClose={() => setOpen(null)} />}
    </span>
  );
}

function useReading(): (field: string, value: unknown) => string {
  const directory = useDirectory();
  const documentText = useDocumentText();
  return (field, value) => {
    if (value === null || value === undefined) return words.corrections.none;
    if (field === "host" || field === "receiver") {
      const of = value as Organisation;
      return of.agency ? directory.name(of.agency) : (of.name ?? "");
    }
    if (field === "document") return documentText(value as Parameters<typeof documentText>[0]) ?? "";
    if (field === "result") return words.councilResults[String(value)] ?? String(value);
    return inWords(field, value, directory);
  };
}

function CorrectionLine({ correction }: { correction: MissionCorrection }) {
  const directory = useDirectory();
  const reading = useReading();
  const step = words.stepNames[correction.step] ?? correction.step;
  const was = correction.was as Record<string, unknown>;
  const set = correction.set as Record<string, unknown>;
  const name = (field: string) => words.fields[field] ?? field;
  const changes = correction.withdrawn
    ? Object.keys(was)
        .filter((field) => was[field] !== null)
        .map((field) => words.corrections.was(name(field), reading(field, was[field])))
    : Object.keys(set).map((field) => words.corrections.fromTo(name(field), reading(field, was[field]), reading(field, set[field])));
  return (
    <li>
      <strong>{(correction.withdrawn ? words.corrections.withdrawn : words.corrections.corrected)(step)}</strong>. {changes.join("; ")}. {correction.reason}{" "}
      <span className={classes.note}>{words.corrections.by(directory.shortName(correction.agency), formatMoment(correction.time))}</span>
    </li>
  );
}

export function Corrections({ corrections }: { corrections: readonly MissionCorrection[] }) {
  if (corrections.length === 0) return null;
  return (
    <Section title={words.corrections.title} note={words.corrections.intro}>
      <ul className={classes.plain} aria-label={words.corrections.title}>
        {corrections.map((correction) => (
          <CorrectionLine key={correction.sequence} correction={correction} />
        ))}
      </ul>
    </Section>
  );
}
