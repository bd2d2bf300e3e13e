// A file of a document: chosen or dropped, on its way at once, named by the form when it has arrived.

import { Button, Progress } from "@mantine/core";
import { useEffect, useId, useRef } from "react";
import type { BroughtFile } from "../api/types";
import { formatPercent } from "../format/number";
import { formatSize } from "../format/size";
import { t } from "../i18n";
import { cancelUpload, startUpload, useUpload, type Upload } from "../state/uploads";
import { DropZone } from "./DropZone";
import classes from "./FileField.module.css";

const words = t.files;
const accepted = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.png,.jpg,.jpeg,.txt,.csv";

interface Props {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  place: string; // of the upload, unlike any other field's
  value: BroughtFile | null;
  onChange: (value: BroughtFile | null) => void;
}

function Chooser({ label, describedBy, onFile }: { label: string; describedBy: string; onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <DropZone onFile={onFile}>
      <input
        ref={input}
        type="file"
        hidden
        accept={accepted}
        aria-label={label}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
      <Button variant="default" size="compact-md" aria-describedby={describedBy} onClick={() => input.current?.click()}>
        {words.choose}
      </Button>
      <span className={classes.drop}>{words.drop}</span>
    </DropZone>
  );
}

function UnderWay({ upload, place }: { upload: Upload; place: string }) {
  const percent = Math.floor(upload.part * 100);
  const said = upload.part < 1 ? words.sending(upload.file.name, formatPercent(percent)) : words.checking(upload.file.name);
  return (
    <div className={classes.zone}>
      <div className={classes.sending}>
        <span className={classes.name}>{said}</span>
        <Progress value={percent} aria-label={words.sending(upload.file.name, formatPercent(percent))} />
      </div>
      <Button variant="default" size="compact-md" onClick={() => cancelUpload(place)}>
        {words.cancel}
      </Button>
    </div>
  );
}

function Failed({ upload, place }: { upload: Upload; place: string }) {
  return (
    <div className={classes.zone}>
      <div className={classes.fault} role="alert">
        {upload.file.name}: {upload.fault}
      </div>
      <Button variant="default" size="compact-md" onClick={() => startUpload(place, upload.file)}>
        {words.retry}
      </Button>
      <Button variant="subtle" size="compact-md" onClick={() => cancelUpload(place)}>
        {words.remove}
      </Button>
    </div>
  );
}

export function FileField({ label, hint, error, place, value, onChange }: Props) {
  const upload = useUpload(place);
  const brought = upload?.brought ?? null;
  const hintId = useId();
  const taken = useRef(onChange);
  taken.current = onChange;
  // What arrived, perhaps while the form was closed, is the form's from here on.
  useEffect(() => {
    if (!brought) return;
    taken.current(brought);
    cancelUpload(place);
  }, [brought, place]);
  return (
    <div role="group" aria-label={label} className={classes.field}>
      <div className={classes.label}>{label}</div>
      <div id={hintId} className={classes.hint}>
        {hint}
      </div>
      {upload && upload.fault !== null && <Failed upload={upload} place={place} />}
      {upload && upload.fault === null && !brought && <UnderWay upload={upload} place={place} />}
      {!upload && value && (
        <div className={classes.zone}>
          <span className={classes.name} role="status">
            {words.ready}: <b>{value.name}</b> ({formatSize(value.size)})
          </span>
          <Button variant="default" size="compact-md" onClick={() => onChange(null)}>
            {words.remove}
          </Button>
        </div>
      )}
      {!upload && !value && <Chooser label={label} describedBy={hintId} onFile={(file) => startUpload(place, file)} />}
      {error && <div className={classes.fault}>{error}</div>}
    </div>
  );
}
