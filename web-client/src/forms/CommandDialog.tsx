import { Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { formatClock } from "../format/date";
import { t } from "../i18n";
import { tell, type NoticeAction } from "../ui/toast";
import { CommandForm } from "./CommandForm";
import type { CommandSpec } from "./spec";

interface Props<T> {
  spec: CommandSpec;
  intro?: ReactNode;
  onClose: () => void;
  onDone?: (answer: T) => void;
  // A way back that the notice offers: from the record that was written.
  undo?: ((sequence: number) => NoticeAction | undefined) | undefined;
}

// Closing keeps what was typed; clicking beside the dialog does not close it.
export function CommandDialog<T>({ spec, intro, onClose, onDone, undo }: Props<T>) {
  const phone = useMediaQuery("(max-width: 600px)") ?? false;
  const done = (answer: T, sequence: number) => {
    tell(`${spec.title}. ${t.commands.saved(formatClock(new Date().toISOString()))}`, "green", undo?.(sequence));
    onDone?.(answer);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={spec.title}
      size="lg"
      fullScreen={phone}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t.common.close }}
      attributes={{ header: { role: "presentation" } }}
      styles={{ title: { fontWeight: 600, fontSize: 16 } }}
    >
      <CommandForm<T> spec={spec} intro={intro} onDone={done} onClose={onClose} />
    </Modal>
  );
}
