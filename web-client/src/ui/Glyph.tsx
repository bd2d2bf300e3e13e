// The shapes of status and timeliness: told apart without colour.

import type { ReactNode } from "react";
import type { Shape, Tone } from "../meaning/status";

const ring = <circle cx="8" cy="8" r="5.8" fill="none" strokeWidth="1.7" />;

const drawings: Record<Exclude<Shape, "none">, ReactNode> = {
  hollow: ring,
  half: (
    <>
      {ring}
      <path d="M8 2.2a5.8 5.8 0 0 1 0 11.6z" fill="currentColor" stroke="none" />
    </>
  ),
  clock: (
    <>
      {ring}
      <path d="M8 4.8V8l2.2 1.4" fill="none" strokeWidth="1.6" />
    </>
  ),
  "filled-check": (
    <>
      <circle cx="8" cy="8" r="6.6" fill="currentColor" stroke="none" />
      <path d="m5 8.2 2.2 2.2L11.2 6" fill="none" stroke="var(--lv-surface)" strokeWidth="1.8" />
    </>
  ),
  pause: <path d="M5.4 3.5v9M10.6 3.5v9" fill="none" strokeWidth="2.4" />,
  bar: <path d="M3 8h10" fill="none" strokeWidth="2.6" />,
  triangle: (
    <>
      <path d="M8 1.8 15 14H1z" fill="currentColor" stroke="none" />
      <path d="M8 6.4v3.4M8 11.8v.1" fill="none" stroke="var(--lv-surface)" strokeWidth="1.6" />
    </>
  ),
  octagon: (
    <>
      <path d="M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2z" fill="currentColor" stroke="none" />
      <path d="M8 4.4v4.4M8 11.3v.1" fill="none" stroke="var(--lv-surface)" strokeWidth="1.8" />
    </>
  ),
  hourglass: <path d="M4 2.2h8M4 13.8h8M5 2.4v2.4L8 8l3-3.2V2.4M5 13.6v-2.4L8 8l3 3.2v2.4" fill="none" strokeWidth="1.5" />,
  check: <path d="m3 8.4 3.4 3.4L13 4.8" fill="none" strokeWidth="2" />,
  dot: <circle cx="8" cy="8" r="4" fill="currentColor" stroke="none" />,
  "check-edged": (
    <>
      <rect x="1.6" y="1.6" width="12.8" height="12.8" rx="3" fill="none" strokeWidth="1.7" />
      <path d="m4.6 8.2 2.4 2.4L11.4 6" fill="none" strokeWidth="1.7" />
    </>
  ),
  dash: <path d="M4 8h8" fill="none" strokeWidth="1.7" />,
  dotted: <circle cx="8" cy="8" r="5.8" fill="none" strokeWidth="1.8" strokeDasharray="1.6 2.05" />,
};

export function Glyph({ shape, tone, size = 14 }: { shape: Shape; tone: Tone; size?: number }) {
  if (shape === "none") return null;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ color: `var(--lv-${tone})`, flex: "none" }}
    >
      {drawings[shape]}
    </svg>
  );
}
