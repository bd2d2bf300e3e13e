import type { LuuDocument } from "../api/types";
import { t } from "../i18n";
import { CommandDialog } from "./CommandDialog";
import { registerDocumentSpec } from "./specs/registers";

interface Props {
  onClose: () => void;
  onRegistered?: (document: LuuDocument) => void;
}

export default function RegisterDocument({ onClose, onRegistered }: Props) {
  return (
    <CommandDialog<LuuDocument>
      spec={registerDocumentSpec()}
      onClose={onClose}
      onDone={(document) => onRegistered?.(document)}
      intro={t.registers.documents.registerIntro}
    />
  );
}
