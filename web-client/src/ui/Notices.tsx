import { t } from "../i18n";
import { useStore } from "../state/store";
import { Icon } from "./icons";
import classes from "./Notices.module.css";
import { dismiss, notices, type Notice, type NoticeAction } from "./toast";

function Action({ notice, action }: { notice: Notice; action: NoticeAction }) {
  const run = () => {
    dismiss(notice.id);
    action.run();
  };
  return (
    <button type="button" className={classes.action} onClick={run}>
      {action.label}
    </button>
  );
}

export function Notices() {
  const shown = useStore(notices);
  return (
    <div className={classes.notices} data-no-print role="status" aria-live="polite">
      {shown.map((notice) => (
        <div key={notice.id} className={classes.notice} style={{ borderLeftColor: `var(--lv-${notice.tone})` }}>
          <span>{notice.text}</span>
          {notice.action && <Action notice={notice} action={notice.action} />}
          <button type="button" aria-label={t.common.close} onClick={() => dismiss(notice.id)}>
            <Icon name="close" size={16} />
          </button>
        </div>
      ))}
    </div>
  );
}
