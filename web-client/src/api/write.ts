// Sending commands. One at a time a form; the answer is taken up at once, so that the page shows what was written without waiting for the
// live connection.

import { useMutation } from "@tanstack/react-query";
import { useLive } from "../live/context";
import { post, type Answer, type Write } from "./client";

export interface Command extends Write {
  subjects: readonly string[]; // what it changes, as far as the page knows: "assignment/..."
}

export function useWrite<T>() {
  const { sync } = useLive();
  return useMutation<Answer<T>, Error, Command>({
    mutationFn: async (command) => {
      sync.writing();
      let sequence: number | null = null;
      try {
        const answer = await post<T>(command);
        sequence = answer.sequence;
        return answer;
      } finally {
        sync.written(command.subjects, sequence);
      }
    },
    retry: false,
    networkMode: "always",
  });
}

export function newKey(): string {
  // randomUUID exists only in secure contexts; offices also reach the server by plain HTTP inside their network.
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
