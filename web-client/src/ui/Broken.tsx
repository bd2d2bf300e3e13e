import { Button } from "@mantine/core";
import { t } from "../i18n";
import { EmptyState } from "./States";

// A fault of the page itself.
export function Broken({ error }: { error: Error }) {
  return (
    <div role="alert">
      <EmptyState title={t.states.brokenTitle} text={t.states.brokenText}>
        <Button onClick={() => window.location.reload()}>{t.states.reload}</Button>
      </EmptyState>
      <details style={{ textAlign: "center", color: "var(--lv-dim)" }}>
        <summary>{error.name}</summary>
        {error.message}
      </details>
    </div>
  );
}
