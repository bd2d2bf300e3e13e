// Numbers as the offices write them: 9.615.243 and 37,6.

const plain = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 10 });

export function formatNumber(value: number): string {
  return plain.format(value);
}

const wellFormed = /^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/;

// Reads "9.615.243", "37,6" and "1234"; null for anything else. "37.6" is refused: it could mean 376 to one reader and 37,6 to another.
export function parseNumber(text: string): number | null {
  const trimmed = text.trim().replace(/[\s\u00a0]/g, "");
  if (!wellFormed.test(trimmed)) return null;
  return Number(trimmed.replaceAll(".", "").replace(",", "."));
}

export function formatPercent(value: number): string {
  return `${formatNumber(value)}%`;
}

const million = 1_000_000;

// Amounts come in đồng and are shown in triệu đồng, the unit of the papers.
export function formatMillions(dong: number): string {
  return formatNumber(dong / million);
}
