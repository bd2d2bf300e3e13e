// Every address of the client. The moment looked at travels along; pages beside the board are loaded when first opened.

import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
  type ErrorComponentProps,
} from "@tanstack/react-router";
import { Root } from "./frame/Root";
import { t } from "./i18n";
import { readBoardSearch } from "./pages/board/search";
import { readMoneySearch } from "./pages/budget/search";
import { readTaskSearch } from "./pages/task/search";
import { readViewTime } from "./state/view-time";
import { EmptyState, LoadingState } from "./ui/States";
import { Page } from "./ui/Page";
import { Broken } from "./ui/Broken";

const root = createRootRoute({
  component: Root,
  notFoundComponent: () => (
    <Page title={t.states.notFoundTitle}>
      <EmptyState title={t.states.notFoundTitle} text={t.states.notFoundText} />
    </Page>
  ),
  validateSearch: readViewTime,
  search: { middlewares: [retainSearchParams(["as_of", "status_date"])] },
});

const parent = () => root;

export interface ListSearch {
  programme?: string | undefined;
  agency?: string | undefined;
  q?: string | undefined;
  kind?: string | undefined;
  state?: string | undefined;
}

export interface LinkSearch extends ListSearch {
  subject?: string | undefined; // only pairs in which this row stands
}

export interface IndicatorSearch extends ListSearch {
  tier?: string | undefined;
}

export interface MissionSearch extends ListSearch {
  year?: string | undefined;
  counted_for?: string | undefined; // the figure of an indicator that counts them
  counted_as?: "numerator" | undefined;
}

export interface SubmissionSearch {
  period?: string | undefined;
  programme?: string | undefined;
  kind?: string | undefined;
  agency?: string | undefined; // an outside lead whose figures its sponsor enters
}

export interface QueueSearch {
  programme?: string | undefined;
  indicator?: string | undefined;
  agency?: string | undefined; // whose figures
  period?: string | undefined;
  warned?: "yes" | "no" | undefined;
}

export interface CompletenessSearch {
  period?: string | undefined;
  programme?: string | undefined;
  view?: "periods" | undefined; // several periods side by side
  agency?: string | undefined; // whose rows are opened
  count?: string | undefined; // and of them those of this count
}

export interface AccessSearch {
  kind?: string | undefined;
  account?: string | undefined;
  day?: string | undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;

function readListSearch(search: Record<string, unknown>): ListSearch {
  return { programme: text(search["programme"]), agency: text(search["agency"]), q: text(search["q"]), kind: text(search["kind"]), state: text(search["state"]) };
}

function readLinkSearch(search: Record<string, unknown>): LinkSearch {
  const subject = text(search["subject"]);
  return { ...readListSearch(search), subject: subject && /^[a-z-]+\/[\w.-]+$/.test(subject) ? subject : undefined };
}
const readIndicatorSearch = (search: Record<string, unknown>): IndicatorSearch => ({ ...readListSearch(search), tier: text(search["tier"]) });

function readMissionSearch(search: Record<string, unknown>): MissionSearch {
  const [year, of] = [text(search["year"]), text(search["counted_for"])];
  const part = of && search["counted_as"] === "numerator" ? "numerator" : undefined;
  return { ...readListSearch(search), year: year && /^\d{4}$/.test(year) ? year : undefined, counted_for: of, counted_as: part };
}

const periodShape = /^\d{4}(-(\d{2}|q[1-4]|h[12]))?$/;

function readSubmissionSearch(search: Record<string, unknown>): SubmissionSearch {
  return { period: periodOf(search["period"]), programme: text(search["programme"]), kind: text(search["kind"]), agency: text(search["agency"]) };
}

const periodOf = (value: unknown): string | undefined => {
  const period = text(value);
  return period && periodShape.test(period) ? period : undefined;
};

function readQueueSearch(search: Record<string, unknown>): QueueSearch {
  const warned = search["warned"] === "yes" || search["warned"] === "no" ? search["warned"] : undefined;
  const [programme, indicator, agency] = [text(search["programme"]), text(search["indicator"]), text(search["agency"])];
  return { programme, indicator, agency, period: periodOf(search["period"]), warned };
}

function readCompletenessSearch(search: Record<string, unknown>): CompletenessSearch {
  const view = search["view"] === "periods" ? "periods" : undefined;
  return { period: periodOf(search["period"]), programme: text(search["programme"]), view, agency: text(search["agency"]), count: text(search["count"]) };
}

// Back to a page of this site only.
const ownPath = (value: unknown): string | undefined =>
  typeof value === "string" && /^\/(?![/\\])/.test(value) && !value.startsWith("/sign-in") ? value : undefined;

const routes = [
  createRoute({
    getParentRoute: parent,
    path: "/sign-in",
    validateSearch: (search: Record<string, unknown>): { to?: string | undefined; oidc?: string | undefined } => ({
      to: ownPath(search["to"]),
      oidc: text(search["oidc"]),
    }),
    component: lazyRouteComponent(() => import("./pages/sign-in/SignInPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/invitation/$secret",
    component: lazyRouteComponent(() => import("./pages/invitation/InvitationPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/people-of-work",
    component: lazyRouteComponent(() => import("./pages/people-of-work/PeopleOfWorkPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/handover",
    component: lazyRouteComponent(() => import("./pages/handover/HandoverPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/delegation",
    component: lazyRouteComponent(() => import("./pages/delegation/DelegationPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/",
    validateSearch: (search: Record<string, unknown>): { scope?: "mine" | "unit" | undefined } => ({
      scope: search["scope"] === "mine" || search["scope"] === "unit" ? search["scope"] : undefined,
    }),
    component: lazyRouteComponent(() => import("./pages/mine/MinePage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/approvals",
    component: lazyRouteComponent(() => import("./pages/approvals/ApprovalsPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/board",
    validateSearch: readBoardSearch,
    component: lazyRouteComponent(() => import("./pages/board/BoardPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/tasks/$id",
    validateSearch: readTaskSearch,
    component: lazyRouteComponent(() => import("./pages/task/TaskPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/programmes",
    component: lazyRouteComponent(() => import("./pages/programmes/ProgrammesPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/programmes/$id",
    component: lazyRouteComponent(() => import("./pages/programmes/ProgrammePage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/programmes/$id/amend",
    validateSearch: (search: Record<string, unknown>): { task?: string | undefined } => ({ task: text(search["task"]) }),
    component: lazyRouteComponent(() => import("./pages/amend-programme/AmendProgrammePage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/missions",
    validateSearch: readMissionSearch,
    component: lazyRouteComponent(() => import("./pages/records/MissionsPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/missions/$id",
    component: lazyRouteComponent(() => import("./pages/records/MissionPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/big-problems",
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import("./pages/records/BigProblemsPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/registers/$register",
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import("./pages/records/RegisterPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/proposals",
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import("./pages/records/ProposalsPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/programmes/$id/close-year",
    component: lazyRouteComponent(() => import("./pages/programmes/CloseYearPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/indicators",
    validateSearch: readIndicatorSearch,
    component: lazyRouteComponent(() => import("./pages/indicators/IndicatorsPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/indicators/entry",
    validateSearch: readSubmissionSearch,
    component: lazyRouteComponent(() => import("./pages/submissions/EntryPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/indicators/verify",
    validateSearch: readQueueSearch,
    component: lazyRouteComponent(() => import("./pages/submissions/VerifyPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/indicators/completeness",
    validateSearch: readCompletenessSearch,
    component: lazyRouteComponent(() => import("./pages/submissions/CompletenessPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/indicators/baselines",
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import("./pages/baselines/BaselinesPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/indicators/measures",
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import("./pages/measures/MeasuresPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/indicators/$id/shares",
    component: lazyRouteComponent(() => import("./pages/shares/SharesPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/indicators/$id",
    component: lazyRouteComponent(() => import("./pages/indicators/IndicatorPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/budget-lines",
    validateSearch: readMoneySearch,
    component: lazyRouteComponent(() => import("./pages/budget/BudgetPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/budget-lines/$id",
    component: lazyRouteComponent(() => import("./pages/budget/BudgetLinePage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/budget",
    beforeLoad: () => {
      throw redirect({ to: "/budget-lines" });
    },
  }),
  createRoute({
    getParentRoute: parent,
    path: "/budget/reconciliation",
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import("./pages/budget/ReconciliationPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/budget/findings",
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import("./pages/budget/FindingsPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/budget/ratios",
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import("./pages/budget/RatiosPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/budget/extracts",
    component: lazyRouteComponent(() => import("./pages/treasury/ExtractsPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/budget/extracts/$id",
    component: lazyRouteComponent(() => import("./pages/treasury/ExtractPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/documents",
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import("./pages/documents/DocumentsPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/documents/$id",
    component: lazyRouteComponent(() => import("./pages/documents/DocumentPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/agencies",
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import("./pages/agencies/AgenciesPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/agencies/$id",
    component: lazyRouteComponent(() => import("./pages/agencies/AgencyPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/agencies/$id/merge",
    component: lazyRouteComponent(() => import("./pages/agencies/MergePage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/agencies/$id/opening-state",
    component: lazyRouteComponent(() => import("./pages/opening-state/OpeningStatePage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/agency-groups/$id",
    component: lazyRouteComponent(() => import("./pages/agencies/AgencyGroupPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/committees/$id",
    component: lazyRouteComponent(() => import("./pages/agencies/CommitteePage")),
  }),
  createRoute({ getParentRoute: parent, path: "/members/$id", component: lazyRouteComponent(() => import("./pages/agencies/MemberPage")) }),
  createRoute({
    getParentRoute: parent,
    path: "/doubts",
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import("./pages/doubts/DoubtsPage")),
  }),
  createRoute({ getParentRoute: parent, path: "/doubts/$id", component: lazyRouteComponent(() => import("./pages/doubts/DoubtPage")) }),
  createRoute({
    getParentRoute: parent,
    path: "/reporting-duties",
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import("./pages/programmes/DutiesPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/me",
    validateSearch: (search: Record<string, unknown>): { oidc?: string | undefined } => ({ oidc: text(search["oidc"]) }),
    component: lazyRouteComponent(() => import("./pages/me/MePage")),
  }),
  createRoute({ getParentRoute: parent, path: "/rights", component: lazyRouteComponent(() => import("./pages/rights/RightsPage")) }),
  createRoute({
    getParentRoute: parent,
    path: "/admin/accounts",
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import("./pages/admin/AccountsPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/admin/accounts/$id",
    component: lazyRouteComponent(() => import("./pages/admin/AccountPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/admin/posts",
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import("./pages/admin/PostsPage")),
  }),
  createRoute({ getParentRoute: parent, path: "/admin/posts/$id", component: lazyRouteComponent(() => import("./pages/admin/PostPage")) }),
  createRoute({
    getParentRoute: parent,
    path: "/admin/access-log",
    validateSearch: (search: Record<string, unknown>): AccessSearch => ({
      kind: text(search["kind"]),
      account: text(search["account"]),
      day: text(search["day"]),
    }),
    component: lazyRouteComponent(() => import("./pages/admin/AccessLogPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/log",
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import("./pages/log/LogPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/links",
    validateSearch: readLinkSearch,
    component: lazyRouteComponent(() => import("./pages/links/LinksPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/contradictions",
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import("./pages/contradictions/ContradictionsPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/doubts/work",
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import("./pages/doubts/DoubtWorkPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/collective-leads",
    component: lazyRouteComponent(() => import("./pages/collective/CollectivePage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/coordinations",
    validateSearch: readListSearch,
    component: lazyRouteComponent(() => import("./pages/coordination/CoordinationsPage")),
  }),
  createRoute({ getParentRoute: parent, path: "/import", component: lazyRouteComponent(() => import("./pages/import/ImportPage")) }),
  createRoute({ getParentRoute: parent, path: "/import/$id", component: lazyRouteComponent(() => import("./pages/import/WorkshopPage")) }),
  createRoute({
    getParentRoute: parent,
    path: "/unit-plans",
    validateSearch: (search: Record<string, unknown>): { year?: string | undefined; state?: string | undefined; q?: string | undefined } => ({
      year: text(search["year"]),
      state: text(search["state"]),
      q: text(search["q"]),
    }),
    component: lazyRouteComponent(() => import("./pages/unit-plans/UnitPlansPage")),
  }),
  createRoute({
    getParentRoute: parent,
    path: "/unit-plans/$id",
    component: lazyRouteComponent(() => import("./pages/unit-plans/UnitPlanPage")),
  }),
] as const;

const BrokenPage = ({ error }: ErrorComponentProps) => <Broken error={error as Error} />;

export function makeRouter() {
  return createRouter({
    routeTree: root.addChildren(routes),
    defaultErrorComponent: BrokenPage,
    defaultPendingComponent: LoadingState,
    defaultPreload: "intent",
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
