import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useList } from "../../api/queries";
import { t } from "../../i18n";
import { Section } from "../../ui/Page";
import classes from "./TaskPage.module.css";

// What the papers leave unclear about this row.
export function Doubts({ subject }: { subject: string }) {
  const doubts = useList("doubts").data?.items;
  const mine = useMemo(() => (doubts ?? []).filter((doubt) => doubt.places.some((place) => place.subject === subject)), [doubts, subject]);
  if (mine.length === 0) return null;
  return (
    <Section title={t.task.doubts}>
      {mine.map((doubt) => (
        <p key={doubt.id} className={classes.doubt}>
          <span className={classes.note}>{t.doubtKind[doubt.kind] ?? doubt.kind}: </span>
          {doubt.text}{" "}
          <Link to="/doubts/$id" params={{ id: doubt.id }}>
            {t.common.more}
          </Link>
        </p>
      ))}
    </Section>
  );
}
