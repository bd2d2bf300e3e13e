// Whether a comment explains anything, as the server takes it: three characters or more, one of them a letter.

import { fold } from "./fold";

const least = 3;

export function explains(comment: string | null | undefined): boolean {
  const text = comment ?? "";
  return [...text.replaceAll(" ", "")].length >= least && /[a-z]/.test(fold(text));
}
