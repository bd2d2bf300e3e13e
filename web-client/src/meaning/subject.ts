import { indicatorOfSubmission, taskOfAssignment } from "../live/touches";

const pages: Record<string, string> = {
  task: "tasks",
  indicator: "indicators",
  "budget-line": "budget-lines",
  member: "members",
  document: "documents",
  agency: "agencies",
  "agency-group": "agency-groups",
  programme: "programmes",
  committee: "committees",
  doubt: "doubts",
  post: "admin/posts",
  account: "admin/accounts",
  "unit-plan": "unit-plans",
  mission: "missions",
  "treasury-extract": "budget/extracts",
};

// The address of a subject's page; none for what has no page of its own.
export function pageOf(subject: string): string | null {
  const cut = subject.indexOf("/");
  const [aggregate, id] = [subject.slice(0, cut), subject.slice(cut + 1)];
  if (aggregate === "thread") return pageOf(id);
  if (aggregate === "assignment") return `/tasks/${taskOfAssignment(id)}`;
  if (aggregate === "submission") return `/indicators/${indicatorOfSubmission(id)}`;
  const page = pages[aggregate];
  return page ? `/${page}/${id}` : null;
}
