import { useState } from "react";
import type { LuuDocument } from "../api/types";
import { t } from "../i18n";
import { useDirectory } from "../meaning/directory";
import { actingFor } from "../state/acting-for";
import { useStore } from "../state/store";
import { CommandDialog } from "./CommandDialog";
import { registerDocumentSpec } from "./specs/registers";

interface Props {
  onClose: () => void;
  onRegistered?: (document: LuuDocument) => void;
  evidence?: boolean; // of one's own work: mostly a report of one's own agency
  abstract?: string; // to begin with
}

export default function RegisterDocument({ onClose, onRegistered, evidence = false, abstract = "" }: Props) {
  const directory = useDirectory();
  const acting = useStore(actingFor);
  const [spec] = useState(() =>
    registerDocumentSpec(evidence ? { kind: "report", issuer: acting ? directory.name(acting) : "", abstract } : {}),
  );
  return (
    <CommandDialog<LuuDocument>
      spec={spec}
      onClose={onClose}
      onDone={(document) => onRegistered?.(document)}
      intro={t.registers.documents.registerIntro}
    />
  );
}
