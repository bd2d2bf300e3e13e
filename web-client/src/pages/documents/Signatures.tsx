// Each digital signature of a PDF as a sentence, its certificate below.

import type { FileSignature, FileSignatures } from "../../api/types";
import { formatMoment } from "../../format/date";
import { t } from "../../i18n";
import classes from "./FileSection.module.css";

const words = t.files;

function state(signature: FileSignature): string {
  if (!signature.intact) return words.altered;
  return signature.covers_all ? words.intact : `${words.intact}, ${words.added}`;
}

function tone(signature: FileSignature): string {
  if (!signature.intact) return classes.bad ?? "";
  return signature.covers_all && signature.trust === "trusted" ? (classes.good ?? "") : "";
}

function Signature({ signature }: { signature: FileSignature }) {
  const when = signature.signed_at ? ` ${words.signedAt(formatMoment(signature.signed_at))}` : "";
  const from = signature.valid_from && signature.valid_to;
  return (
    <li className={`${classes.signature ?? ""} ${tone(signature)}`}>
      <b>{words.signedBy(signature.signer || signature.subject)}</b>
      {when}, {state(signature)}, {words.trust[signature.trust]}.
      <div className={classes.certificate}>
        {words.certificate}: {signature.subject}. {words.issuer}: {signature.issuer || "–"}. {words.serial}: {signature.serial || "–"}.
        {from && ` ${words.validity}: ${formatMoment(signature.valid_from ?? "")} – ${formatMoment(signature.valid_to ?? "")}.`}
      </div>
    </li>
  );
}

export function Signatures({ report }: { report: FileSignatures }) {
  if (!report.checked) return <p>{words.notChecked}</p>;
  if (report.signatures.length === 0) return <p>{words.unsigned}</p>;
  return (
    <ul className={classes.signatures} aria-label={words.signatures}>
      {report.signatures.map((signature, place) => (
        <Signature key={place} signature={signature} />
      ))}
    </ul>
  );
}
