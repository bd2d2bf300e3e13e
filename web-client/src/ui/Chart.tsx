// A drawn chart with its numbers beside it as a table for those who cannot see it. The drawing library is loaded when first needed.

import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { ECharts, EChartsCoreOption } from "echarts/core";
import { usePrinting } from "./printing";

export interface Colours {
  text: string;
  dim: string;
  border: string;
  accent: string;
  green: string;
  amber: string;
  violet: string;
  teal: string;
  faint: string;
  surface: string;
}

interface Props {
  label: string;
  height: number;
  option: (colours: Colours) => EChartsCoreOption;
}

function coloursNow(element: Element): Colours {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(`--lv-${name}`).trim();
  return {
    text: read("text"),
    dim: read("dim"),
    border: read("border"),
    accent: read("blue"),
    green: read("green"),
    amber: read("amber"),
    violet: read("violet"),
    teal: read("teal"),
    faint: read("border-strong"),
    surface: read("surface"),
  };
}

type MakeOption = Props["option"];

function draw(chart: ECharts, element: Element, option: MakeOption): void {
  chart.setOption({ animation: false, textStyle: { fontFamily: "'Be Vietnam Pro', sans-serif" }, ...option(coloursNow(element)) });
}

export default function Chart({ label, height, option }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<ECharts | null>(null);
  const scheme = useComputedColorScheme();
  const printing = usePrinting();
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let gone = false;
    const resize = new ResizeObserver(() => drawn.current?.resize());
    void import("./echarts").then(({ init }) => {
      if (gone) return;
      drawn.current = init(element, null, { renderer: "canvas" });
      draw(drawn.current, element, option);
      resize.observe(element);
    });
    return () => {
      gone = true;
      resize.disconnect();
      drawn.current?.dispose();
      drawn.current = null;
    };
  }, [option, scheme]);
  // Paper has colours of its own, and waits for no frame.
  useEffect(() => {
    if (!drawn.current || !place.current) return;
    draw(drawn.current, place.current, option);
    drawn.current.getZr().flush();
  }, [printing]);
  return <div ref={place} role="img" aria-label={label} style={{ height, width: "100%" }} />;
}
