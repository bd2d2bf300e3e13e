// What an act in two steps would change, and the button that writes it; who asked is led here.

import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { PreviewItem } from "../api/types";
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
  also?: (items: readonly PreviewItem[]) => string | null; // what else to say of them
  commit: string; // on the button
}

export function PreviewSection({ form, title, text, none = text, also, commit }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const items = form.checked?.preview.items;
  useEffect(() => {
    place.current?.focus();
  }, [items]);
  if (!items) return null;
  const more = also?.(items);
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
        {more && <p>{more}</p>}
      </Section>
      <PreviewList items={items} />
    </div>
  );
}
