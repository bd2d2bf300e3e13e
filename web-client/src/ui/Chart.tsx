// A drawn chart with its numbers beside it as a table for those who cannot see it. The drawing library is loaded when first needed.

import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { ECharts, EChartsCoreOption } from "echarts/core";

export interface Colours {
  text: string;
  dim: string;
  border: string;
  accent: string;
  green: string;
  amber: string;
}

interface Props {
  label: string;
  height: number;
  option: (colours: Colours) => EChartsCoreOption;
}

function coloursNow(element: Element): Colours {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(`--lv-${name}`).trim();
  return { text: read("text"), dim: read("dim"), border: read("border"), accent: read("blue"), green: read("green"), amber: read("amber") };
}

export default function Chart({ label, height, option }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme();
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let chart: ECharts | null = null;
    let gone = false;
    const resize = new ResizeObserver(() => chart?.resize());
    void import("./echarts").then(({ init }) => {
      if (gone) return;
      chart = init(element, null, { renderer: "canvas" });
      chart.setOption({ animation: false, textStyle: { fontFamily: "'Be Vietnam Pro', sans-serif" }, ...option(coloursNow(element)) });
      resize.observe(element);
    });
    return () => {
      gone = true;
      resize.disconnect();
      chart?.dispose();
    };
  }, [option, scheme]);
  return <div ref={place} role="img" aria-label={label} style={{ height, width: "100%" }} />;
}
