import { Button, Modal } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { t } from "../i18n";
import classes from "./Page.module.css";

interface Props {
  title: string;
  text: ReactNode;
  sure?: string; // what the button says, where not the title
  disabled?: boolean; // nothing may be done yet
  danger?: boolean;
  refused?: string | null; // what was said when it was tried before
  onSure: () => Promise<unknown>;
  onClose: () => void;
}

// What cannot easily be taken back is said before it is done; a refusal is shown here.
export function ConfirmDialog({ title, text, sure = title, disabled = false, danger = false, refused = null, onSure, onClose }: Props) {
  const [sending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(refused);
  const send = async () => {
    setSending(true);
    setFault(null);
    try {
      await onSure();
      onClose();
    } catch (error) {
      setFault((error as Error).message);
    } finally {
      setSending(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ "aria-label": t.common.close }}
      attributes={{ header: { role: "presentation" } }}
      styles={{ title: { fontWeight: 600, fontSize: 16 } }}
    >
      <div>{text}</div>
      <div role="alert" style={{ color: "var(--lv-red)" }}>
        {fault}
      </div>
      <div className={classes.actions} style={{ justifyContent: "flex-end", marginTop: 16 }}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t.common.close}
        </Button>
        <Button loading={sending} disabled={disabled} {...(danger ? { color: "red" } : {})} onClick={() => void send()}>
          {sure}
        </Button>
      </div>
    </Modal>
  );
}
