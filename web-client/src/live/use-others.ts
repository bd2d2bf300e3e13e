import { useSyncExternalStore } from "react";
import { useLive } from "./context";
import type { Others } from "./presence";

// Who else is at the record on the screen.
export function useOthers(): Others | null {
  const { presence } = useLive();
  return useSyncExternalStore(presence.subscribe, presence.others);
}
