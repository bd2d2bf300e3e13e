// A PDF drawn page by page: what a browser shows by itself runs what stands in it.

import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from "pdfjs-dist";
import worker from "pdfjs-dist/build/pdf.worker.min.mjs?url";
import { useEffect, useRef, useState } from "react";
import { formatNumber } from "../../format/number";
import { t } from "../../i18n";
import classes from "./FileSection.module.css";

GlobalWorkerOptions.workerSrc = worker;

const words = t.files;
const pagesShown = 30;
const widthDrawn = 1400; // pixels
const partBytes = 512 * 1024; // of a file that is read in parts: only those of the pages shown

async function draw(pdf: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement): Promise<void> {
  const page = await pdf.getPage(number);
  const whole = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: widthDrawn / whole.width });
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  await page.render({ canvas, viewport }).promise;
}

// One that cannot be drawn says so: white, it would pass for an empty page.
function PdfPage({ pdf, number }: { pdf: PDFDocumentProxy; number: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let shown = true;
    if (canvas.current) draw(pdf, number, canvas.current).catch(() => shown && setFailed(true));
    return () => void (shown = false);
  }, [pdf, number]);
  if (failed) return <p role="alert">{words.previewFailed}</p>;
  const label = words.page(formatNumber(number), formatNumber(pdf.numPages));
  return <canvas ref={canvas} className={classes.page} role="img" aria-label={label} />;
}

export default function PdfPages({ address }: { address: string }) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const task = getDocument({ url: address, enableXfa: false, rangeChunkSize: partBytes, disableAutoFetch: true, disableStream: true });
    task.promise.then(setPdf, () => setFailed(true));
    return () => void task.destroy();
  }, [address]);
  if (failed) return <p role="alert">{words.previewFailed}</p>;
  if (!pdf) return <p role="status">{t.app.loading}</p>;
  const numbers = Array.from({ length: Math.min(pdf.numPages, pagesShown) }, (_, place) => place + 1);
  return (
    <div className={classes.pages}>
      {numbers.map((number) => (
        <PdfPage key={number} pdf={pdf} number={number} />
      ))}
      {pdf.numPages > pagesShown && <p>{words.pagesLeft(formatNumber(pdf.numPages - pagesShown))}</p>}
    </div>
  );
}
