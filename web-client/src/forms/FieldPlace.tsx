// A field of a form that others may have open as well: tells them that one is in it, and marks that they are.

import { useEffect, useState, type ReactNode } from "react";
import { useLive } from "../live/context";
import { TypingMark } from "../ui/TypingMark";
import classes from "./CommandForm.module.css";

interface Props {
  name: string; // of the member in the body
  field: string; // as it is told to others
  subject: string; // of the form
  children: ReactNode;
}

export function FieldPlace({ name, field, subject, children }: Props) {
  const { presence } = useLive();
  const [inside, setInside] = useState(false);
  useEffect(() => () => presence.leave(field), [presence, field]);
  const enter = () => {
    setInside(true);
    presence.enter(field);
  };
  const leave = () => {
    setInside(false);
    presence.leave(field);
  };
  return (
    <div className={classes.place} data-field={name} onFocus={enter} onBlur={leave}>
      {children}
      <div className={classes.typing}>
        <TypingMark field={field} subject={subject} announced={inside} />
      </div>
    </div>
  );
}
