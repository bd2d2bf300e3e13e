import { Button, CopyButton, Modal, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "../i18n";

interface Props {
  title: string;
  text: ReactNode;
  label: string;
  secret: string;
  onClose: () => void;
}

// Shown once and kept nowhere: closing is a deliberate act.
export function SecretDialog({ title, text, label, secret, onClose }: Props) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      attributes={{ header: { role: "presentation" } }}
      styles={{ title: { fontWeight: 600, fontSize: 16 } }}
    >
      <p>{text}</p>
      <TextInput
        label={label}
        value={secret}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        styles={{ input: { fontFamily: "ui-monospace, monospace", fontSize: 13 } }}
        mt="sm"
        data-autofocus
      />
      <div style={{ display: "flex", justifyContent: "flex-end", gap: 8, marginTop: 16 }}>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t.people.admin.copied : t.people.admin.copy}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{t.people.admin.done}</Button>
      </div>
    </Modal>
  );
}
