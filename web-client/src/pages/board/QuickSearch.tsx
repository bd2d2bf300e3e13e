import { TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { t } from "../../i18n";
import { Icon } from "../../ui/icons";

const pause = 120; // ms without a key before the rows are filtered

interface Props {
  className?: string | undefined;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

// The words stand in the address once the typing pauses; what is being typed is never replaced by it.
export function QuickSearch({ className, value, onChange }: Props) {
  const [text, setText] = useState(value ?? "");
  const [typed, setTyped] = useState(value);
  if (value !== typed) {
    setTyped(value);
    setText(value ?? "");
  }
  useEffect(() => {
    const next = text.trim() === "" ? undefined : text;
    if (next === value) return;
    const timer = setTimeout(() => {
      setTyped(next);
      onChange(next);
    }, pause);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <TextInput
      className={className}
      size="xs"
      type="search"
      aria-label={t.board.filters.q}
      placeholder={t.board.filters.qPlaceholder}
      leftSection={<Icon name="search" size={15} />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      styles={{ input: { height: 30, fontSize: 13 } }}
    />
  );
}
