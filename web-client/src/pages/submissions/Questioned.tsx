// What the checks question, row by row, before it is sent on or approved.

import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import type { Question } from "./questions";
import classes from "./Submissions.module.css";

const words = t.submissions.questions;

// Of sending on: `approving` is false, and every row needs its explanation.
interface Props {
  questions: readonly Question[];
  approving: boolean;
  onSure: () => Promise<unknown>;
  onClose: () => void;
}

function Line({ question, needed }: { question: Question; needed: boolean }) {
  const open = needed && !question.explained;
  return (
    <li>
      <b>{question.name}</b>
      {question.sentences.map((sentence) => (
        <div key={sentence} className={classes.finding}>
          {sentence}
        </div>
      ))}
      <div className={open ? classes.fault : classes.note}>{question.explained ? words.explained(question.comment) : open ? words.missing : words.none}</div>
    </li>
  );
}

export function Questioned({ questions, approving, onSure, onClose }: Props) {
  const open = approving ? 0 : questions.filter((one) => !one.explained).length;
  const text = (
    <>
      <p>{(approving ? words.approving : words.sending)(formatNumber(questions.length))}</p>
      <ul className={classes.questions}>
        {questions.map((one) => (
          <Line key={one.key} question={one} needed={!approving} />
        ))}
      </ul>
      {open > 0 && <p className={classes.fault}>{words.open(formatNumber(open))}</p>}
    </>
  );
  return (
    <ConfirmDialog
      title={words.title}
      sure={approving ? words.approve : words.send}
      disabled={open > 0}
      text={text}
      onSure={onSure}
      onClose={onClose}
    />
  );
}
