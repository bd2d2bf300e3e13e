// Files on their way, by the field of the form that they belong to. They go on when the form is closed or another page is opened, as long as
// this page of the browser lives.

import { useSyncExternalStore } from "react";
import { bring, type Bringing } from "../api/upload";
import type { BroughtFile } from "../api/types";

export interface Upload {
  file: File;
  part: number; // sent, 0 to 1
  fault: string | null; // why it ended
  brought: BroughtFile | null;
}

const uploads = new Map<string, Upload & { bringing: Bringing | null }>();
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function change(key: string, bringing: Bringing | null, what: Partial<Upload>): void {
  const now = uploads.get(key);
  if (!now || now.bringing !== bringing) return; // another file took its place
  uploads.set(key, { ...now, ...what });
  tell();
}

export function startUpload(key: string, file: File): void {
  cancelUpload(key);
  const bringing = bring(file, (part) => change(key, bringing, { part }));
  uploads.set(key, { file, part: 0, fault: null, brought: null, bringing });
  bringing.done.then(
    (brought) => change(key, bringing, { brought, part: 1 }),
    (error: Error) => change(key, bringing, { fault: error.message }),
  );
  tell();
}

export function cancelUpload(key: string): void {
  const now = uploads.get(key);
  if (!now) return;
  uploads.delete(key);
  if (!now.brought && now.fault === null) now.bringing?.cancel();
  tell();
}

export function isUploading(key: string): boolean {
  return uploads.has(key);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useUpload(key: string): Upload | undefined {
  return useSyncExternalStore(subscribe, () => uploads.get(key));
}
