// The whole address of a link that works once, as it is to be handed over.
export function linkOf(path: string | null | undefined): string | null {
  return path ? new URL(path, window.location.origin).href : null;
}
