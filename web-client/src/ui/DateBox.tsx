// A day as people type it: dd/MM/yyyy. Holds the text itself, so that half a date survives a reload; whoever uses it reads it with parseDay.

import { ActionIcon, TextInput, type TextInputProps } from "@mantine/core";
import { useRef } from "react";
import { formatDay, parseDay } from "../format/date";
import { t } from "../i18n";
import { Icon } from "./icons";

type Props = Omit<TextInputProps, "value" | "onChange" | "type"> & { value: string; onChange: (text: string) => void };

const hidden = { position: "absolute", inset: "auto 0 0 auto", width: 1, height: 1, opacity: 0, pointerEvents: "none" } as const;

export function DateBox({ value, onChange, error, ...rest }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  const day = parseDay(value);
  const tidy = () => {
    if (day) onChange(formatDay(day));
  };
  const calendar = (
    <>
      <ActionIcon variant="subtle" color="gray" aria-label={t.common.chooseDay} tabIndex={-1} onClick={() => picker.current?.showPicker()}>
        <Icon name="calendar" size={18} />
      </ActionIcon>
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        style={hidden}
        value={day ?? ""}
        onChange={(event) => event.target.value && onChange(formatDay(event.target.value))}
      />
    </>
  );
  return (
    <TextInput
      {...rest}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={tidy}
      placeholder={t.common.dayForm}
      inputMode="numeric"
      autoComplete="off"
      rightSection={calendar}
      error={error ?? (value !== "" && value.length >= 10 && !day ? t.common.badDay : undefined)}
    />
  );
}
