// The chart of an indicator for the drawing library. Kinds of figures differ in shape as well as in colour.

import type { FigureKind } from "../../api/types";
import { formatComputed } from "../../format/number";
import { t } from "../../i18n";
import type { Colours } from "../../ui/Chart";
import { axisOf, type ChartData, type ChartPoint } from "./chart";

const words = t.indicators;

const pairs = (points: readonly ChartPoint[]) => points.map((point) => ({ name: point.name, value: [point.year, point.value] }));
const label = (color: string, position: "top" | "bottom") => ({
  show: true,
  position,
  color,
  formatter: (point: { value: [number, number] }) => formatComputed(point.value[1]),
});

const labelLayout = { hideOverlap: true };

const shapes: Record<FigureKind, string> = { actual: "circle", estimate: "emptyCircle", official: "diamond" };

const telling: readonly FigureKind[] = ["official", "actual", "estimate"]; // which number stands where several would

function labelled(data: ChartData, kind: FigureKind) {
  const better = telling.slice(0, telling.indexOf(kind)).flatMap((one) => data.figures[one].map((point) => point.year));
  return pairs(data.figures[kind]).map((point, at) => ({ ...point, label: { show: !better.includes(data.figures[kind][at]?.year ?? 0) } }));
}

function figureSeries(data: ChartData, colours: Colours) {
  return (Object.keys(shapes) as FigureKind[])
    .filter((kind) => data.figures[kind].length > 0)
    .map((kind) => ({
      type: "line",
      name: words.kinds[kind],
      data: labelled(data, kind),
      symbol: shapes[kind],
      symbolSize: kind === "official" ? 11 : 9,
      itemStyle: { color: colours.green },
      lineStyle: { color: colours.green, width: kind === "estimate" ? 1 : 1.6, type: kind === "estimate" ? "dotted" : "solid" },
      label: label(colours.text, "top"),
      labelLayout,
    }));
}

function line(name: string, points: readonly ChartPoint[], color: string, type: "dashed" | "dotted") {
  return points.length < 2 ? [] : [{ type: "line", name, data: pairs(points), symbol: "none", itemStyle: { color }, lineStyle: { color, width: 1.4, type } }];
}

function targetSeries(data: ChartData, colours: Colours) {
  const markLine = {
    symbol: "none",
    silent: true,
    lineStyle: { color: colours.amber, type: "solid", width: 1 },
    label: { color: colours.amber, formatter: (mark: { name: string }) => mark.name, overflow: "truncate", width: 160 },
    data: data.breaks.map((one) => ({ name: one.text, xAxis: one.year })),
  };
  return {
    type: "line",
    name: words.target,
    step: "end",
    data: pairs(data.targets),
    symbol: "rect",
    symbolSize: 6,
    lineStyle: { color: colours.accent, width: 2 },
    itemStyle: { color: colours.accent },
    label: label(colours.accent, "bottom"),
    labelLayout,
    markLine,
  };
}

const pointText = (point: { name: string; seriesName: string; value: [number, number] }): string =>
  `${point.seriesName}\n${point.name}: ${formatComputed(point.value[1])}`;

export function chartOption(data: ChartData, unit: string | null) {
  return (colours: Colours) => ({
    grid: { left: 8, right: 40, top: 68, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, textStyle: { color: colours.text }, itemWidth: 18 },
    tooltip: { trigger: "item", renderMode: "richText", formatter: pointText }, // drawn: as HTML it would need inline styles
    xAxis: {
      type: "value",
      min: data.from,
      max: data.to,
      minInterval: 1,
      splitLine: { show: false },
      axisLabel: { color: colours.dim, hideOverlap: true, showMinLabel: false, formatter: (year: number) => String(year) },
      axisLine: { lineStyle: { color: colours.border } },
    },
    yAxis: {
      type: "value",
      name: unit ?? "",
      ...axisOf(data, unit),
      nameTextStyle: { color: colours.dim, align: "left" },
      axisLabel: { color: colours.dim, formatter: (value: number) => formatComputed(value) },
      splitLine: { lineStyle: { color: colours.border } },
    },
    series: [
      targetSeries(data, colours),
      ...line(words.path, data.path, colours.dim, "dotted"),
      ...line(words.forecastLine, data.forecast, colours.amber, "dashed"),
      ...figureSeries(data, colours),
    ],
  });
}
