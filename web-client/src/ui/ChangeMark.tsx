import { t } from "../i18n";
import { useMark } from "../live/marks";
import { useDirectory } from "../meaning/directory";
import classes from "./ChangeMark.module.css";

// "Sở Tài chính vừa cập nhật": somebody else changed this while the page was open.
export function ChangeMark({ subject }: { subject: string }) {
  const mark = useMark(subject);
  const directory = useDirectory();
  if (!mark) return null;
  return <span className={classes.mark}>{t.live.changed(directory.shortName(mark.agency))}</span>;
}
