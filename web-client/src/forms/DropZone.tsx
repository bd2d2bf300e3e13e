// A place that takes one file dropped on it.

import { useState, type DragEvent, type ReactNode } from "react";
import classes from "./FileField.module.css";

interface Props {
  onFile: (file: File) => void;
  children: ReactNode;
}

export function DropZone({ onFile, children }: Props) {
  const [over, setOver] = useState(false);
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <div
      className={classes.zone}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      {children}
    </div>
  );
}
