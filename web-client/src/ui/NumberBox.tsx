// A number as people type it: 9.615.243 or 37,6. Holds the text itself; whoever uses it reads it with parseNumber.

import { TextInput, type TextInputProps } from "@mantine/core";
import { formatNumber, parseNumber } from "../format/number";

type Props = Omit<TextInputProps, "value" | "onChange" | "type"> & { value: string; onChange: (text: string) => void };

export function NumberBox({ value, onChange, ...rest }: Props) {
  const tidy = () => {
    const number = parseNumber(value);
    if (number !== null) onChange(formatNumber(number));
  };
  return (
    <TextInput
      {...rest}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={tidy}
      inputMode="decimal"
      autoComplete="off"
    />
  );
}
