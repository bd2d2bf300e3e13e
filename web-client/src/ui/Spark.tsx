// A trend of 60 px: its direction at a glance, its numbers for whoever cannot see it.

interface Props {
  values: readonly number[]; // oldest first; fewer than two draw nothing
  label: string;
}

const [width, height, inset] = [60, 20, 3]; // px

function place(values: readonly number[]): readonly (readonly [number, number])[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const across = (width - 2 * inset) / (values.length - 1);
  const rise = high === low ? 0 : (height - 2 * inset) / (high - low);
  return values.map((value, at) => [inset + at * across, high === low ? height / 2 : height - inset - (value - low) * rise] as const);
}

export function Spark({ values, label }: Props) {
  if (values.length < 2) return null;
  const points = place(values);
  const last = points.at(-1);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} style={{ verticalAlign: "middle" }}>
      <polyline points={points.map((point) => point.join(",")).join(" ")} fill="none" stroke="var(--lv-blue)" strokeWidth="1.6" strokeLinejoin="round" />
      {last && <circle cx={last[0]} cy={last[1]} r="2.4" fill="var(--lv-blue)" />}
    </svg>
  );
}
