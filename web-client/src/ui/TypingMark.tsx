import { formatNumber } from "../format/number";
import { t } from "../i18n";
import { useOthers } from "../live/use-others";
import { useDirectory } from "../meaning/directory";
import { onlookerName, typingIn } from "../meaning/onlooker";
import classes from "./TypingMark.module.css";

interface Props {
  field: string;
  subject: string; // of the form
  announced: boolean; // read out where it concerns the field that one is in
}

// "Nguyễn Thị Hoa (Sở KH&CN) đang nhập ở đây": it takes no room of its own.
export function TypingMark({ field, subject, announced }: Props) {
  const directory = useDirectory();
  const typing = typingIn(useOthers()?.people ?? [], field, subject);
  const first = typing[0];
  const words = typing.length > 1 ? t.presence.typingHereToo(formatNumber(typing.length - 1)) : t.presence.typingHere;
  return (
    <div className={classes.mark} role={announced ? "status" : undefined}>
      {first && (
        <>
          <span className={classes.name}>{onlookerName(first, directory)}</span> <span>{words}</span>
        </>
      )}
    </div>
  );
}
