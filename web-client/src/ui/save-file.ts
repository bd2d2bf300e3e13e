// Hands a file to the browser, which asks or saves it where it saves what is downloaded.

import type { Download } from "../api/client";

export function saveFile({ name, content }: Download): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // after the browser has taken it
}
