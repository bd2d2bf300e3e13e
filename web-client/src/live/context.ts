import { createContext, use } from "react";
import type { Live } from "./live";

export const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = use(LiveContext);
  if (!live) throw new Error("outside of LiveContext");
  return live;
}
