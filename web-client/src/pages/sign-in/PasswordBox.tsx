import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useState, type KeyboardEvent } from "react";
import { t } from "../../i18n";

// Says when Caps Lock is on: what is typed cannot be seen.
export function PasswordBox({ description, ...props }: PasswordInputProps) {
  const [capsLock, setCapsLock] = useState(false);
  const look = (event: KeyboardEvent) => setCapsLock(event.getModifierState("CapsLock"));
  return (
    <PasswordInput
      {...props}
      description={
        capsLock ? (
          <span role="status" style={{ color: "var(--lv-amber)" }}>
            {t.people.signIn.capsLock}
          </span>
        ) : (
          description
        )
      }
      onKeyDown={look}
      onKeyUp={look}
      onBlur={() => setCapsLock(false)}
      visibilityToggleButtonProps={{ "aria-label": t.people.signIn.password }}
    />
  );
}
