// In a row of pages that is wider than the screen, the one that is open is brought into view.

import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, type RefObject } from "react";

export function useCurrentInView(): RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => {
    const current = row.current?.querySelector('[aria-current="page"]');
    if (!row.current || !current) return;
    const [whole, part] = [row.current.getBoundingClientRect(), current.getBoundingClientRect()];
    row.current.scrollLeft += part.left - whole.left - (whole.width - part.width) / 2;
  }, [path]);
  return row;
}
