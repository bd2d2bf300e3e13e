// The end of it: by which document, what would change, and the one act.

import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { callAs } from "../../api/client";
import type { ActOutcome } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import { formatNumber } from "../../format/number";
import { wireValue } from "../../forms/convert";
import { DocumentField } from "../../forms/DocumentField";
import type { DocumentValue, FieldSpec } from "../../forms/spec";
import { t } from "../../i18n";
import { Section } from "../../ui/Page";
import { tell } from "../../ui/toast";
import classes from "./Import.module.css";
import type { PlanImport } from "./plan-import";

const words = t.tables.import;

const field: FieldSpec = { name: "document", kind: "document", label: words.document, required: true };

interface Preview {
  items: unknown[];
}

export function TakePlan({ plan }: { plan: PlanImport }) {
  const [document, setDocument] = useState<DocumentValue | null>(null);
  const client = useQueryClient();
  const write = useWrite<ActOutcome>();
  const path = `/imports/${plan.id}/commit`;
  const bodyNow = () => ({ document: wireValue(field, { document }), based_on: plan.sequence });
  const preview = useMutation({ mutationFn: () => callAs<Preview>("POST", `${path}?dry_run=true`, bodyNow()), retry: false });
  const seen = preview.data?.items.length ?? 0;
  const commit = () =>
    write.mutate(
      { path, body: bodyNow(), key: newKey(), subjects: ["task/", "programme/"] },
      {
        onSuccess: (answer) => {
          tell(words.done(formatNumber(answer.body.last - answer.body.first + 1)));
          preview.reset();
          void client.invalidateQueries();
        },
      },
    );
  const fault = write.error ?? preview.error;
  return (
    <Section title={words.take}>
      <DocumentField
        label={words.document}
        required
        value={document}
        onChange={(value) => {
          setDocument(value);
          preview.reset();
        }}
      />
      <div className={classes.chips}>
        <Button variant="default" disabled={!document} loading={preview.isPending} onClick={() => preview.mutate()}>
          {words.check}
        </Button>
        {preview.data && (
          <Button loading={write.isPending} onClick={commit}>
            {words.commit(formatNumber(seen))}
          </Button>
        )}
      </div>
      {fault && (
        <p role="alert" className={classes.fault}>
          {fault.message}
        </p>
      )}
    </Section>
  );
}
