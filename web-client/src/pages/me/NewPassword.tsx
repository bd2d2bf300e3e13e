import { t } from "../../i18n";
import { PasswordBox } from "../sign-in/PasswordBox";

const words = t.people.account;
const shortest = 10; // characters; the server refuses the same, and common ones

export interface TwiceTyped {
  first: string;
  second: string;
}

export function newPasswordFault(typed: TwiceTyped): string | null {
  if ([...typed.first.normalize("NFC")].length < shortest) return words.tooShort;
  return typed.first === typed.second ? null : words.differs;
}

// A new password, typed twice: a slip would lock its owner out.
export function NewPassword({ value, onChange }: { value: TwiceTyped; onChange: (value: TwiceTyped) => void }) {
  return (
    <>
      <PasswordBox
        label={words.newPassword}
        description={words.passwordHint}
        autoComplete="new-password"
        value={value.first}
        onChange={(event) => onChange({ ...value, first: event.currentTarget.value })}
      />
      <PasswordBox
        label={words.repeat}
        autoComplete="new-password"
        value={value.second}
        onChange={(event) => onChange({ ...value, second: event.currentTarget.value })}
      />
    </>
  );
}
