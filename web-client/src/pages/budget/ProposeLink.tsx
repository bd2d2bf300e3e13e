// Proposing that a line, or one component of it, pays for a task or an indicator; who runs the programme decides.

import { Button, Modal, Select, Textarea } from "@mantine/core";
import { useMemo, useState } from "react";
import { useList } from "../../api/queries";
import type { BudgetLine, Link } from "../../api/types";
import { newKey, useWrite } from "../../api/write";
import formClasses from "../../forms/CommandForm.module.css";
import { t } from "../../i18n";
import { searchText } from "../../meaning/fold";
import { shortPlace } from "../../meaning/place";
import { byWords } from "../../ui/agency-options";
import { tell } from "../../ui/toast";

const words = t.money.line;

function useSubjects(programme: string) {
  const tasks = useList("tasks", { programme }).data?.items;
  const indicators = useList("indicators", { programme }).data?.items;
  return useMemo(() => {
    const option = (subject: string, name: string, place: string) => ({ value: subject, label: `${place}. ${name}`, text: searchText([place, name]) });
    return [
      ...(tasks ?? []).filter((task) => !task.is_group).map((task) => option(`task/${task.id}`, task.title, shortPlace(task.source))),
      ...(indicators ?? []).map((one) => option(`indicator/${one.id}`, one.name, shortPlace(one.source))),
    ];
  }, [tasks, indicators]);
}

export function ProposeLink({ line, onClose }: { line: BudgetLine; onClose: () => void }) {
  const options = useSubjects(line.programme);
  const write = useWrite<Link>();
  const [other, setOther] = useState<string | null>(null);
  const [component, setComponent] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const send = async () => {
    if (!other) return;
    const own = `budget-line/${line.id}`;
    const body = { kind: "funds", subjects: [own, other], reason: reason.trim(), ...(component ? { component } : {}) };
    await write.mutateAsync({ path: "/links", body, key: newKey(), subjects: [own, other, "link/"] });
    tell(t.money.done.proposed);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.proposeLink}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t.common.close }}
      attributes={{ header: { role: "presentation" } }}
      styles={{ title: { fontWeight: 600, fontSize: 16 } }}
    >
      <form
        className={formClasses.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send().catch(() => undefined);
        }}
      >
        <p>{line.name}</p>
        <Select label={words.what} required data={options} value={other} onChange={setOther} searchable clearable filter={byWords} limit={60} />
        {line.components.length > 0 && (
          <Select
            label={t.money.fields["component"]}
            placeholder={words.wholeLine}
            data={line.components.map(({ id, name }) => ({ value: id, label: name }))}
            value={component}
            onChange={setComponent}
            clearable
          />
        )}
        <Textarea label={words.reason} required autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        <div className={formClasses.foot}>
          {write.error && (
            <div className={formClasses.error} role="alert">
              {write.error.message}
            </div>
          )}
          <span className={formClasses.as} />
          <Button variant="default" onClick={onClose}>
            {t.common.close}
          </Button>
          <Button type="submit" loading={write.isPending} disabled={!other || reason.trim() === ""}>
            {words.proposeLink}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
