import { getRouteApi } from "@tanstack/react-router";
import { useEffect } from "react";
import { useList, useOne } from "../../api/queries";
import type { Assignment, Task } from "../../api/types";
import { t } from "../../i18n";
import { marks } from "../../live/marks";
import { useDirectory } from "../../meaning/directory";
import { assignmentCommands } from "../../meaning/fitting";
import { ownAssignment, relationTo } from "../../meaning/relations";
import { actingFor } from "../../state/acting-for";
import { useAllowed } from "../../state/allowed";
import { useStore } from "../../state/store";
import { ActivityPanel } from "../../ui/ActivityPanel";
import { Onlookers } from "../../ui/Onlookers";
import { usePageTitle } from "../../ui/Page";
import page from "../../ui/Page.module.css";
import { QueryView } from "../../ui/States";
import { TwoColumns } from "../../ui/TwoColumns";
import { CoordinationOfTask } from "../coordination/OfTask";
import { MeasuresOfTask } from "../measures/MeasuresOfTask";
import { RecordsOfTask } from "../records/RecordsOf";
import { Children } from "./Children";
import { CommandBar } from "./CommandBar";
import { Funding } from "./Funding";
import { OpenCommand } from "./OpenCommand";
import { Doubts } from "./Doubts";
import { Evidence } from "./Evidence";
import { PlanWords } from "./PlanWords";
import { Responsibilities } from "./Responsibilities";
import { TaskHeader } from "./TaskHeader";
import classes from "./TaskPage.module.css";
import { Twins } from "./Twins";
import { Work } from "./Work";

const route = getRouteApi("/tasks/$id");
const titleLength = 80;
const none: readonly Assignment[] = [];

export default function TaskPage() {
  const { id } = route.useParams();
  const task = useOne("tasks", id);
  return <QueryView query={task}>{(shown) => <TaskView task={shown} />}</QueryView>;
}

function TaskView({ task }: { task: Task }) {
  usePageTitle(task.title.length > titleLength ? `${task.title.slice(0, titleLength)}…` : task.title);
  const directory = useDirectory();
  const acting = useStore(actingFor);
  const assignments = useList("assignments", { task: task.id }).data?.items ?? none;
  const allowed = useAllowed();
  const relation = relationTo(task, acting, directory, allowed.posts);
  const own = ownAssignment(task, assignments, acting, directory);
  const reportable = own !== null && assignmentCommands(own, true, relation, allowed).includes("report-progress");
  const counted = !task.is_group && task.links_to === null;
  useEffect(() => () => marks.clear(`task/${task.id}`), [task.id]);
  return (
    <div className={page.page}>
      <TaskHeader task={task} />
      <div className={classes.top}>
        {counted && <CommandBar task={task} assignments={assignments} own={own} relation={relation} allowed={allowed} />}
        <Onlookers subject={`task/${task.id}`} />
      </div>
      <TwoColumns
        main={
          <>
            <PlanWords task={task} />
            {counted && <Work task={task} assignments={assignments} own={own} relation={relation} allowed={allowed} />}
            {counted && <Evidence task={task} assignments={assignments} reportable={reportable} />}
            {counted && <CoordinationOfTask task={task} own={own} />}
            <MeasuresOfTask task={task} />
            <RecordsOfTask task={task} />
            <Responsibilities task={task} />
            {task.is_group && <Children parent={task} />}
            <Twins of={task} title={t.links.ofTask} note={t.links.ofTaskNote} />
            <Funding task={task} />
            <Doubts subject={`task/${task.id}`} />
          </>
        }
        side={<ActivityPanel collection="tasks" id={task.id} />}
      />
      <OpenCommand task={task} assignments={assignments} own={own} />
    </div>
  );
}
