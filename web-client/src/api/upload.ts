// Bringing a file: with its progress, which fetch does not tell.

import { t } from "../i18n";
import { locale } from "../i18n/locale";
import { sessionLost } from "../state/me";
import { pathOf } from "./client";
import { Problem, type ProblemBody } from "./problems";
import type { BroughtFile } from "./types";

export interface Bringing {
  done: Promise<BroughtFile>;
  cancel(): void; // then `done` never settles
}

function problemOf(request: XMLHttpRequest): Problem {
  let body: ProblemBody = {};
  try {
    body = JSON.parse(request.responseText) as ProblemBody;
  } catch {
    // A proxy in between answered with a page of its own: the status alone has to do.
  }
  return new Problem(request.status, body);
}

// RFC 8187 leaves fewer characters plain than encodeURIComponent does.
function encodedName(name: string): string {
  return encodeURIComponent(name).replace(/['()*!~]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}

// `onProgress`: how much of it has left, 0 to 1.
export function bring(file: File, onProgress: (part: number) => void): Bringing {
  const request = new XMLHttpRequest();
  const done = new Promise<BroughtFile>((resolve, reject) => {
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener("error", () => reject(new Error(t.files.unreachable)));
    request.addEventListener("load", () => {
      if (request.status === 201) return resolve(JSON.parse(request.responseText) as BroughtFile);
      if (request.status === 401) sessionLost.set(true);
      reject(problemOf(request));
    });
  });
  request.open("POST", pathOf("/files"));
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.setRequestHeader("Content-Disposition", `attachment; filename*=UTF-8''${encodedName(file.name)}`);
  request.setRequestHeader("Accept-Language", locale);
  request.send(file);
  return { done, cancel: () => request.abort() };
}
