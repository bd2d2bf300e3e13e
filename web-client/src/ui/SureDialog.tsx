// An act over many rows is said before it is done: over how many, which of them are questioned and by what; words that go with it are
// asked for here.

import { Button, Modal, Textarea } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { t } from "../i18n";
import classes from "./SureDialog.module.css";

export interface Questioned {
  key: string;
  title: string;
  sentences: readonly string[];
}

export interface QuestionedList {
  title: string;
  rows: readonly Questioned[];
}

interface Props {
  title: string;
  text: string;
  lists: readonly QuestionedList[]; // those without rows are left out
  words?: { label: string; required: boolean } | undefined; // that go with the act
  act: string; // on the button
  onSure: (words: string) => Promise<unknown>;
  onClose: () => void;
}

function Rows({ list }: { list: QuestionedList }) {
  if (list.rows.length === 0) return null;
  return (
    <section className={classes.list} aria-label={list.title} tabIndex={0}>
      <h3>{list.title}</h3>
      <ul>
        {list.rows.map((row) => (
          <li key={row.key}>
            {row.title}
            {row.sentences.map((sentence) => (
              <div key={sentence} className={classes.sentence}>
                {sentence}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function SureDialog({ title, text, lists, words, act, onSure, onClose }: Props) {
  const phone = useMediaQuery("(max-width: 600px)") ?? false;
  const [said, setSaid] = useState("");
  const [sending, setSending] = useState(false);
  const lacks = words?.required === true && said.trim() === "";
  const send = async () => {
    setSending(true);
    await onSure(said.trim());
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      fullScreen={phone}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t.common.close }}
      attributes={{ header: { role: "presentation" } }}
      styles={{ title: { fontWeight: 600, fontSize: 16 } }}
    >
      <p>{text}</p>
      {lists.map((list) => (
        <Rows key={list.title} list={list} />
      ))}
      {words && (
        <Textarea
          label={words.label}
          required={words.required}
          autosize
          minRows={2}
          maxRows={8}
          value={said}
          data-autofocus={words.required || undefined}
          onChange={(event) => setSaid(event.currentTarget.value)}
        />
      )}
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose} data-autofocus={words?.required ? undefined : true}>
          {t.common.close}
        </Button>
        <Button loading={sending} disabled={lacks} onClick={() => void send()}>
          {act}
        </Button>
      </div>
    </Modal>
  );
}
