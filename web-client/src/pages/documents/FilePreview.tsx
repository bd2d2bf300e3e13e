// A file shown in a dialog: images as they are, PDFs drawn by us.

import { Modal } from "@mantine/core";
import { lazy, Suspense } from "react";
import { t } from "../../i18n";
import classes from "./FileSection.module.css";

const PdfPages = lazy(() => import("./PdfPages"));

interface Props {
  name: string;
  address: string;
  isPdf: boolean;
  onClose: () => void;
}

export function FilePreview({ name, address, isPdf, onClose }: Props) {
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t.files.previewOf(name)}
      closeButtonProps={{ "aria-label": t.common.close }}
      attributes={{ header: { role: "presentation" } }}
      styles={{ title: { fontWeight: 600, fontSize: 16, overflowWrap: "anywhere" } }}
    >
      <Suspense fallback={<p role="status">{t.app.loading}</p>}>
        {isPdf ? <PdfPages address={address} /> : <img src={address} alt={name} className={classes.page} />}
      </Suspense>
    </Modal>
  );
}
