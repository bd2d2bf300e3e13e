// A document registered where it is needed: its file is dropped here, or a button opens the form without one.

import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import type { LuuDocument } from "../api/types";
import { t } from "../i18n";
import { useAllowed } from "../state/allowed";
import { startUpload } from "../state/uploads";
import { DropZone } from "./DropZone";
import classes from "./FileField.module.css";
import { documentPlace } from "./specs/registers";

const RegisterDocument = lazy(() => import("./RegisterDocument"));
const ending = /\.[^.]+$/;

interface Props {
  evidence?: boolean; // of one's own work
  onRegistered: (document: LuuDocument) => void;
}

// Nothing for whoever may not register documents.
export function NewDocument({ evidence = false, onRegistered }: Props) {
  const allowed = useAllowed();
  const [opened, setOpened] = useState<{ abstract: string } | null>(null);
  if (!allowed.may("register-document")) return null;
  const bring = (file: File) => {
    startUpload(documentPlace, file);
    setOpened({ abstract: file.name.replace(ending, "") });
  };
  return (
    <>
      <DropZone onFile={bring}>
        <Button variant="default" size="compact-sm" onClick={() => setOpened({ abstract: "" })}>
          {t.commands.document.register}
        </Button>
        <span className={classes.drop}>{t.files.dropToRegister}</span>
      </DropZone>
      {opened && (
        <Suspense>
          <RegisterDocument
            evidence={evidence}
            abstract={opened.abstract}
            onClose={() => setOpened(null)}
            onRegistered={(document) => {
              setOpened(null);
              onRegistered(document);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
