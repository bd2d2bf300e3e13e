// Cards under one another; only those in view are drawn, so that five hundred feel like ten. With a class of its own the list scrolls by
// itself, without one it scrolls with the page.

import { useVirtualizer, useWindowVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";
import type { Task } from "../../api/types";
import { cardHeight, TaskCard } from "./TaskCard";

interface Props {
  tasks: readonly Task[];
  doubted: ReadonlySet<string>;
  className?: string | undefined;
}

const gap = 8;
const overscan = 4;

export function CardList(props: Props) {
  return props.className ? <ScrollingList {...props} /> : <PageList {...props} />;
}

function ScrollingList({ tasks, doubted, className }: Props) {
  const scroll = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => cardHeight,
    getItemKey: (index) => tasks[index]?.id ?? index,
    gap,
    overscan,
  });
  return (
    <div ref={scroll} className={className} tabIndex={-1}>
      <Cards virtualizer={virtualizer} offset={0} tasks={tasks} doubted={doubted} />
    </div>
  );
}

function PageList({ tasks, doubted }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => setOffset((place.current?.getBoundingClientRect().top ?? 0) + window.scrollY), []);
  const virtualizer = useWindowVirtualizer({
    count: tasks.length,
    estimateSize: () => cardHeight,
    getItemKey: (index) => tasks[index]?.id ?? index,
    scrollMargin: offset,
    gap,
    overscan,
  });
  return (
    <div ref={place}>
      <Cards virtualizer={virtualizer} offset={offset} tasks={tasks} doubted={doubted} />
    </div>
  );
}

interface CardsProps<S extends Element | Window> {
  virtualizer: Virtualizer<S, Element>;
  offset: number;
  tasks: readonly Task[];
  doubted: ReadonlySet<string>;
}

function Cards<S extends Element | Window>({ virtualizer, offset, tasks, doubted }: CardsProps<S>) {
  return (
    <div style={{ position: "relative", height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map((item) => {
        const task = tasks[item.index];
        return task ? (
          <div key={task.id} style={{ position: "absolute", insetInline: 0, top: item.start - offset }}>
            <TaskCard task={task} doubted={doubted.has(task.id)} />
          </div>
        ) : null;
      })}
    </div>
  );
}
