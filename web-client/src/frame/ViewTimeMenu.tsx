import { Button, Popover, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { formatDay, momentOf, parseDay, todayInVietnam } from "../format/date";
import { t } from "../i18n";
import { statusDay, useViewTime } from "../state/view-time";
import { DateBox } from "../ui/DateBox";
import { Icon } from "../ui/icons";
import bar from "./TopBar.module.css";

const clockForm = /^([01]?\d|2[0-3])[:hg.]([0-5]\d)$/;

// The search parameters that show a day: of the past as it stood then, of the future with today's facts.
export function searchFor(day: string, clock: string, today: string): { as_of?: string | undefined; status_date?: string | undefined } {
  const match = clockForm.exec(clock.trim());
  if (match && day <= today)
    return { as_of: momentOf(day, `${(match[1] ?? "").padStart(2, "0")}:${match[2] ?? "00"}`), status_date: undefined };
  if (day < today) return { as_of: momentOf(day, "23:59"), status_date: undefined };
  return { as_of: undefined, status_date: day === today ? undefined : day };
}

export function ViewTimeMenu({ label }: { label: string }) {
  const time = useViewTime();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  const [day, setDay] = useState("");
  const [clock, setClock] = useState("");
  const badClock = clock.trim() !== "" && !clockForm.test(clock.trim());
  const chosen = parseDay(day);
  const go = (search: { as_of?: string | undefined; status_date?: string | undefined }) => {
    setOpened(false);
    void navigate({ to: ".", search: (old) => ({ ...old, ...search }) });
  };
  const toggle = () => {
    setDay(formatDay(statusDay(time)));
    setClock("");
    setOpened(!opened);
  };
  return (
    <Popover opened={opened} onChange={setOpened} width={300} position="bottom-end" trapFocus withRoles>
      <Popover.Target>
        <button type="button" className={`${bar.button} ${bar.moment}`} title={t.when.title} onClick={toggle}>
          <Icon name="calendar" size={18} />
          <span className={bar.momentText}>{label}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          style={{ display: "flex", flexDirection: "column", gap: 10 }}
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen && !badClock) go(searchFor(chosen, clock, todayInVietnam()));
          }}
        >
          <Button variant="default" onClick={() => go({ as_of: undefined, status_date: undefined })}>
            {t.when.now}
          </Button>
          <DateBox label={t.when.day} value={day} onChange={setDay} data-autofocus />
          <TextInput
            label={t.when.clock}
            value={clock}
            onChange={(event) => setClock(event.currentTarget.value)}
            placeholder="09:15"
            error={badClock ? t.when.badClock : undefined}
          />
          <span style={{ fontSize: 12, color: "var(--lv-dim)" }}>{t.when.future}</span>
          <Button type="submit" disabled={!chosen || badClock}>
            {t.when.show}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
