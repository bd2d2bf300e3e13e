import { t } from "../i18n";
import { useStore } from "../state/store";
import { Icon } from "./icons";
import classes from "./Notices.module.css";
import { dismiss, notices } from "./toast";

export function Notices() {
  const shown = useStore(notices);
  return (
    <div className={classes.notices} data-no-print role="status" aria-live="polite">
      {shown.map((notice) => (
        <div key={notice.id} className={classes.notice} style={{ borderLeftColor: `var(--lv-${notice.tone})` }}>
          <span>{notice.text}</span>
          <button type="button" aria-label={t.common.close} onClick={() => dismiss(notice.id)}>
            <Icon name="close" size={16} />
          </button>
        </div>
      ))}
    </div>
  );
}
