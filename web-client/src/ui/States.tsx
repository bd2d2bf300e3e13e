// Empty, loading, error and no-right: each says what is so and what one can do.

import { Button, Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Problem, Unreachable } from "../api/problems";
import { t } from "../i18n";
import classes from "./States.module.css";

export function EmptyState({ title, text, children }: { title: string; text?: string | undefined; children?: ReactNode }) {
  return (
    <div className={classes.state}>
      <h2>{title}</h2>
      {text && <p className={classes.text}>{text}</p>}
      {children && <div className={classes.actions}>{children}</div>}
    </div>
  );
}

function wordsFor(error: Error): { title: string; text: string } {
  if (error instanceof Unreachable) return { title: t.states.errorTitle, text: t.states.unreachable };
  if (!(error instanceof Problem)) return { title: t.states.errorTitle, text: error.message };
  if (error.status === 404) return { title: t.states.notFoundTitle, text: t.states.notFoundText };
  if (error.status === 403) return { title: t.states.forbiddenTitle, text: t.states.forbiddenText };
  const text = error.retryAfterSeconds ? t.states.busy(error.retryAfterSeconds) : error.message;
  return { title: error.body.title ?? t.states.errorTitle, text };
}

export function ErrorState({ error, retry }: { error: Error; retry?: (() => void) | undefined }) {
  const words = wordsFor(error);
  return (
    <div role="alert">
      <EmptyState title={words.title} text={words.text}>
        {retry && <Button onClick={retry}>{t.common.retry}</Button>}
        <Button variant="default" component={Link} to="/">
          {t.states.home}
        </Button>
      </EmptyState>
    </div>
  );
}

export function LoadingState({ rows = 6 }: { rows?: number }) {
  return (
    <div className={classes.skeleton} role="status" aria-label={t.app.loading}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={row === 0 ? 28 : 44} width={row === 0 ? "40%" : "100%"} />
      ))}
    </div>
  );
}

// What was read before stays on the page while it is read again, and when that fails.
export function QueryView<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  return <LoadingState />;
}
