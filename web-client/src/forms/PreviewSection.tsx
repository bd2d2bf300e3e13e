// What an act in two steps would change, and the button that writes it; who asked is led here.

import { Button } from "@mantine/core";
import { useEffect, useRef, type ReactNode } from "react";
import { formatNumber } from "../format/number";
import { t } from "../i18n";
import { Section } from "../ui/Page";
import { PreviewList } from "../ui/PreviewList";
import type { ActForm } from "./use-act";

interface Props {
  form: ActForm;
  title: string;
  text: string;
  none?: string; // instead of the text, where nothing else changes
  commit: string; // on the button
  children?: ReactNode; // beneath the text
}

export function PreviewSection({ form, title, text, none = text, commit, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const items = form.checked?.preview.items;
  useEffect(() => {
    place.current?.focus();
  }, [items]);
  if (!items) return null;
  return (
    <div ref={place} tabIndex={-1} style={{ outline: "none" }}>
      <Section
        title={title}
        note={t.bodies.previewCount(formatNumber(items.length))}
        actions={
          <Button loading={form.sending} onClick={form.commit}>
            {commit}
          </Button>
        }
      >
        <p>{items.length === 0 ? none : text}</p>
        {children}
      </Section>
      <PreviewList items={items} />
    </div>
  );
}
