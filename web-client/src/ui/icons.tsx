// Line icons on a 20 px square. They say nothing by themselves: a label always stands beside or around them.

import type { ReactNode } from "react";

const paths = {
  search: <path d="m13.5 13.5 4 4M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12Z" />,
  mine: <path d="M3 16.5c0-3 3-5 7-5s7 2 7 5M10 9a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 10 9Z" />,
  board: <path d="M3 3.5h14v13H3zM7.7 3.5v13M12.3 3.5v13M3 7.5h14" />,
  programme: <path d="M4 2.5h8l4 4v11H4zM12 2.5v4h4M7 10h6M7 13.5h6" />,
  indicator: <path d="M3 3v14h14M6 13l3.5-4 3 2L17 5.5" />,
  money: <path d="M2.5 5.5h15v9h-15zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4ZM5 8v.01M15 12v.01" />,
  document: <path d="M5 2.5h7l3 3v12H5zM8 8h4M8 11h4M8 14h4" />,
  agency: <path d="M3 17.5h14M4.5 17V8L10 3.5 15.5 8v9M8 17v-5h4v5" />,
  doubt: <path d="M7.5 7.6a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.6M10 14.4v.1M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15Z" />,
  log: <path d="M10 5v5l3.4 2M3.2 7.5A7.2 7.2 0 1 1 2.8 11M3 3.8v3.7h3.7" />,
  more: <path d="M4.5 10v.01M10 10v.01M15.5 10v.01" strokeWidth="2.6" />,
  calendar: <path d="M3 4.5h14v13H3zM3 8.5h14M7 2.5v4M13 2.5v4" />,
  settings: <path d="M4 6h6M14 6h2M4 14h2M10 14h6M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM8 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z" />,
  down: <path d="m5 7.5 5 5 5-5" />,
  right: <path d="m7.5 5 5 5-5 5" />,
  left: <path d="m12.5 5-5 5 5 5" />,
  up: <path d="m5 12.5 5-5 5 5" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  check: <path d="m4 10.5 4 4 8-9" />,
  plus: <path d="M10 4v12M4 10h12" />,
  comment: <path d="M3 4h14v10H9l-4 3.5V14H3z" />,
  obstacle: <path d="M10 3 2.5 16.5h15zM10 8v4M10 14.3v.1" />,
  returned: <path d="M7.5 4 3.5 8l4 4M4 8h8a4.5 4.5 0 0 1 0 9h-3" />,
  extension: <path d="M10 6v4l2.5 2M10 17a7 7 0 1 1 6.9-5.8M14 15.5h5M16.5 13v5" />,
  draft: <path d="m4 16 .8-3.6L13.6 3.6l2.8 2.8-8.8 8.8zM11.5 5.7l2.8 2.8" />,
  units: <path d="M4 4h5v5H4zM11 4h5v5h-5zM4 11h5v5H4zM11 11h5v5h-5z" />,
  filter: <path d="M3 4.5h14L12 11v5l-4-2v-3z" />,
  cards: <path d="M3 3.5h6v6H3zM11 3.5h6v6h-6zM3 11.5h6v5H3zM11 11.5h6v5h-6z" />,
  table: <path d="M3 4h14v12H3zM3 8h14M3 12h14M8 8v8" />,
  quote: (
    <path d="M8 6.5c-2.5.6-3.8 2.2-3.8 4.8v3h4.3v-4H6.4c0-1.2.6-2 1.9-2.5zM16 6.5c-2.5.6-3.8 2.2-3.8 4.8v3h4.3v-4h-2.1c0-1.2.6-2 1.9-2.5z" />
  ),
  admin: <path d="M10 2.5 4 5v4.5c0 3.8 2.6 6.6 6 8 3.4-1.4 6-4.2 6-8V5zM7.4 10l1.9 1.9 3.4-3.8" />,
  people: (
    <path d="M2.5 15.5c0-2.4 2.2-4 5-4s5 1.6 5 4M7.5 9a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2ZM13 4.2a2.6 2.6 0 0 1 0 4.6M14.5 11.8c1.8.5 3 1.8 3 3.7" />
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: "none" }}
    >
      {paths[name]}
    </svg>
  );
}
