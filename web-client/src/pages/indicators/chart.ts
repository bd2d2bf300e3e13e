// What the chart of an indicator draws, as plain data: targets as steps, figures as points by kind, the path, the forecast and the breaks.

import type { FigureKind, IndicatorSeries, SeriesPoint } from "../../api/types";
import { formatComputed } from "../../format/number";
import { t } from "../../i18n";
import { targetNumber } from "../../meaning/figures";
import { periodEnd, periodName } from "../../meaning/period";

const words = t.indicators;

export interface ChartPoint {
  year: number; // when, in years: what holds at the end of 2026 stands at 2026, of its first half at 2025.5
  value: number;
  name: string;
}

export interface ChartData {
  targets: ChartPoint[];
  figures: Record<FigureKind, ChartPoint[]>;
  path: ChartPoint[];
  forecast: ChartPoint[];
  breaks: { year: number; text: string }[];
  from: number; // first and last year drawn
  to: number;
}

const byTime = (left: ChartPoint, right: ChartPoint): number => left.year - right.year;

// "2026-06-30" is 2025.5.
function endOf(period: string): number {
  const day = periodEnd(period);
  return Number(day.slice(0, 4)) - 1 + Number(day.slice(5, 7)) / 12;
}

function targetsOf(series: IndicatorSeries, agency: string | null): ChartPoint[] {
  const own = agency === null ? undefined : series.target_sets.filter((set) => set.agency === agency && set.in_force).at(-1)?.targets;
  return (own ?? (agency === null ? series.targets : []))
    .map((target) => ({ year: target.year, value: targetNumber(target), name: words.targetNow(String(target.year), target.text) }))
    .filter((point): point is ChartPoint => point.value !== null)
    .sort(byTime);
}

// What was measured in another unit is no point of the same line.
function inUnitOfToday(series: IndicatorSeries): (point: SeriesPoint) => boolean {
  const unit = series.definitions.find((one) => one.in_force)?.unit;
  return (point) => !unit || !point.unit || point.unit === unit;
}

function figuresOf(series: IndicatorSeries, agency: string | null, kind: FigureKind): ChartPoint[] {
  return series.points
    .filter(inUnitOfToday(series))
    .filter((point) => point.agency === agency && point.kind === kind && point.value !== null)
    .map((point) => ({ year: endOf(point.period), value: point.value as number, name: periodName(point.period) }))
    .sort(byTime);
}

// From the newest figure on which it rests to the milestone.
function forecastOf(series: IndicatorSeries): ChartPoint[] {
  const last = series.forecast?.inputs.at(-1);
  if (!series.forecast || !last) return [];
  const end = { year: series.forecast.year, value: series.forecast.value, name: String(series.forecast.year) };
  return [{ year: endOf(last.period), value: last.value, name: periodName(last.period) }, end];
}

// `agency`: one agency's figures; null: the whole. Path and forecast are of the whole.
export function chartOf(series: IndicatorSeries, agency: string | null): ChartData {
  const whole = agency === null;
  const targets = targetsOf(series, agency);
  const figures = {
    actual: figuresOf(series, agency, "actual"),
    estimate: figuresOf(series, agency, "estimate"),
    official: figuresOf(series, agency, "official"),
  };
  const path = whole ? series.path.map((point) => ({ year: point.year, value: point.value, name: String(point.year) })).sort(byTime) : [];
  const forecast = whole ? forecastOf(series) : [];
  const breaks = series.breaks.map((one) => ({ year: one.from - 1, text: one.text }));
  const years = [...targets, ...Object.values(figures).flat(), ...path, ...forecast, ...breaks].map((one) => one.year);
  return { targets, figures, path, forecast, breaks, from: Math.ceil(Math.min(...years)) - 1, to: Math.ceil(Math.max(...years)) };
}

const percent = /^%/;
const room = 0.12; // of the span, above and below: labels stand there
const gapText = `${100 * room}%`;
const step = 10;

export type Axis = { min: number; max: number } | { scale: true; boundaryGap: [string, string] };

// Where the axis ends: of a share within 0 to 100 as long as all that is drawn is; below 0 only where something is.
export function axisOf(data: ChartData, unit: string | null): Axis {
  const values = [data.targets, ...Object.values(data.figures), data.path, data.forecast].flat().map((point) => point.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const share = unit !== null && percent.test(unit) && low >= 0 && high <= 100;
  if (!share) return { scale: true, boundaryGap: [low < 0 ? gapText : "0%", gapText] };
  const gap = Math.max(room * (high - low), 1);
  return { min: Math.max(0, Math.floor((low - gap) / step) * step), max: Math.min(100, Math.ceil((high + gap) / step) * step) };
}

// A single number is no chart; the table says it better.
export function isDrawable(data: ChartData): boolean {
  return data.targets.length + Object.values(data.figures).flat().length + data.path.length >= 2;
}

// The same for whoever cannot see it.
export function chartLabel(data: ChartData): string {
  const list = (label: string, points: readonly ChartPoint[]) =>
    points.length === 0 ? "" : `${label}: ${points.map((point) => `${point.year} ${formatComputed(point.value)}`).join(", ")}`;
  const figures = (Object.keys(data.figures) as FigureKind[]).map((kind) =>
    data.figures[kind].length === 0
      ? ""
      : `${words.kinds[kind]}: ${data.figures[kind].map((point) => `${point.name} ${formatComputed(point.value)}`).join(", ")}`,
  );
  return [list(words.target, data.targets), ...figures, list(words.forecastLine, data.forecast.slice(1)), ...data.breaks.map((one) => one.text)]
    .filter(Boolean)
    .join(". ");
}
