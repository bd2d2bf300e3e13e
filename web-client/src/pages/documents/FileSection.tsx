// The file of a document: what it is, its signatures, seeing it and taking it along.

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { get, pathOf } from "../../api/client";
import { timeKey } from "../../api/queries";
import type { FileSignatures, StoredFile } from "../../api/types";
import { formatSize } from "../../format/size";
import { t } from "../../i18n";
import { isPast, useViewTime } from "../../state/view-time";
import { Facts } from "../../ui/Facts";
import { Section } from "../../ui/Page";
import { FilePreview } from "./FilePreview";
import classes from "./FileSection.module.css";
import { Signatures } from "./Signatures";

const words = t.files;
const digestShown = 16; // digits
const pdf = "application/pdf";
const shown = [pdf, "image/png", "image/jpeg"];

function SignaturesOf({ document, digest }: { document: string; digest: string }) {
  const query = useQuery({
    queryKey: ["signatures", document, digest],
    queryFn: ({ signal }) => get<FileSignatures>(`/documents/${document}/signatures`, {}, signal),
    staleTime: Infinity,
  });
  if (!query.data) return null;
  return <Signatures report={query.data} />;
}

export function FileSection({ document, file }: { document: string; file: StoredFile }) {
  const time = useViewTime();
  const [open, setOpen] = useState(false);
  const path = `/documents/${document}/file`;
  return (
    <Section title={words.title}>
      <Facts
        rows={[
          [words.name, <span key="name" className={classes.name}>{file.name}</span>],
          [words.type, words.types[file.media_type] ?? file.media_type],
          [words.size, formatSize(file.size)],
          [
            words.digest,
            <code key="digest" title={file.digest}>
              {file.digest.slice(0, digestShown)}…
            </code>,
          ],
        ]}
      />
      {file.media_type === pdf && !isPast(time) && <SignaturesOf document={document} digest={file.digest} />}
      <div className={classes.actions} data-no-print>
        <Button component="a" variant="default" href={pathOf(path, { ...time })} download={file.name}>
          {words.download}
        </Button>
        {shown.includes(file.media_type) && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {words.preview}
          </Button>
        )}
      </div>
      {open && (
        <FilePreview
          key={timeKey(time)}
          name={file.name}
          address={pathOf(path, { ...time, inline: "true" })}
          isPdf={file.media_type === pdf}
          onClose={() => setOpen(false)}
        />
      )}
    </Section>
  );
}
