// Sizes of files: 812 byte, 48 KB, 3,4 MB.

import { t } from "../i18n";
import { formatNumber } from "./number";

const kilo = 1024;

export function formatSize(bytes: number): string {
  if (bytes < kilo) return t.files.bytes(formatNumber(bytes));
  if (bytes < kilo * kilo) return t.files.kilobytes(formatNumber(Math.round(bytes / kilo)));
  return t.files.megabytes(formatNumber(Math.round((bytes / kilo / kilo) * 10) / 10));
}
