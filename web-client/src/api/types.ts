// Short names for the shapes of the contract (api/openapi.yaml).
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Status = Schemas["Status"];
export type Timeliness = Schemas["Timeliness"];
export type Counts = Schemas["Counts"];
export type Source = Schemas["Source"];
export type Deadline = Schemas["Deadline"];
export type DeadlineKind = Schemas["DeadlineKind"];
export type Window = Schemas["Window"];
export type Deliverable = Schemas["Deliverable"];
export type DocumentRef = Schemas["DocumentRef"];
export type Programme = Schemas["Programme"];
export type Task = Schemas["Task"];
// Whom one agency has named for an assignment.
export interface PeopleOf {
  agency: string;
  leader: string | null; // account
  department: string | null;
  officers: string[]; // accounts
}
export type Assignment = Schemas["Assignment"] & { people: PeopleOf[] };
export type Statement = Schemas["Statement"];
export type OpeningState = Schemas["OpeningState"];
export type Obstacle = Schemas["Obstacle"];
export type Agency = Schemas["Agency"];
export type FormerName = Schemas["FormerName"];
export type AgencyGroup = Schemas["AgencyGroup"];
export type Committee = Schemas["Committee"];
export type Member = Schemas["Member"];
export type LuuDocument = Schemas["Document"];
export type StoredFile = Schemas["StoredFile"];
export type BroughtFile = Schemas["FileBrought"];
export type FileSignatures = Schemas["FileSignatures"];
export type FileSignature = Schemas["FileSignature"];
export type Indicator = Schemas["Indicator"];
export type Target = Schemas["Target"];
export type BudgetLine = Schemas["BudgetLine"];
export type ReportingDuty = Schemas["ReportingDuty"];
export type Doubt = Schemas["Doubt"];
export type Link = Schemas["Link"];
export type LinkRow = Schemas["LinkRow"];
export type LinkField = Schemas["LinkField"];
export type LinkKind = Schemas["LinkKind"];
export type Binding = Schemas["Binding"];
export type Measure = Schemas["Measure"];
export type MeasurePlace = Schemas["MeasurePlace"];
export type ProposedMeasure = Schemas["ProposedMeasure"];
export type MeasureSuggestion = Schemas["MeasureSuggestion"];
export type MeasureSuggestions = Schemas["MeasureSuggestionList"];
export type LinkSuggestion = Schemas["LinkSuggestion"];
export type LinkOfTask = Schemas["LinkOfTask"];
export type Contradiction = Schemas["Contradiction"];
export type DoubtOutcome = Schemas["DoubtOutcome"];
export type Coordination = Schemas["Coordination"];
export type AskedAgency = Schemas["AskedAgency"];
export type HistoryItem = Schemas["HistoryItem"] & { undoes: number | null };
export type Change = Schemas["Change"];
export type ThreadItem = Schemas["ThreadItem"] & { withdrawn: boolean };
export type ActOutcome = Schemas["ActOutcome"];
export type AmendmentKind = Schemas["AmendmentKind"];
export type AmendmentItem = Schemas["AmendmentItem"];
export type AmendmentDifference = Schemas["AmendmentDifference"];

// What an act would change, before it is written.
export interface PreviewItem {
  do: string;
  subject: string;
  changes: Change[];
}
export interface ActPreview {
  items: PreviewItem[];
}
export type SignInOptions = Schemas["SignInOptions"];
export type Me = Schemas["Me"];
export type AgencyOfMe = Schemas["AgencyOfMe"];
export type Session = Schemas["Session"];
export type AccessRow = Schemas["AccessRow"];
export type AccessLog = Schemas["AccessLog"];
export type FailedSignIn = Schemas["FailedSignIn"];
export type DemoAccount = Schemas["DemoAccount"];
export type Invitation = Schemas["Invitation"];
export type Role = Schemas["Role"];
export type Capacity = Schemas["Capacity"];
export type PostHeld = Schemas["PostHeld"];
export type Rights = Schemas["Rights"];
export type Post = Schemas["Post"];
export type Holding = Schemas["Holding"];
export type Account = Schemas["Account"];
export type AccountOpened = Schemas["AccountOpened"];
export type AccountWithToken = Schemas["AccountWithToken"];
export type Token = Schemas["Token"];
export type UnitPlan = Schemas["UnitPlan"];
export type UnitPlanSummary = Schemas["UnitPlanSummary"];
export type UnitPlanRow = Schemas["UnitPlanRow"];
export type UnitPlanState = Schemas["UnitPlanState"];
export type YearPlan = Schemas["YearPlan"];
export type YearResult = Schemas["YearResult"];
export type IndicatorDefinition = Schemas["IndicatorDefinition"];
export type IndicatorSeries = Schemas["IndicatorSeries"];
export type IndicatorAssessment = Schemas["IndicatorAssessment"];
export type AssessmentResult = Schemas["AssessmentResult"];
export type SeriesPoint = Schemas["SeriesPoint"];
export type FigureKind = Schemas["FigureKind"];
export type Submission = Schemas["Submission"];
export type SubmissionFigure = Schemas["SubmissionFigure"];
export type ShareDifference = Schemas["ShareDifference"];
export type DefinitionDifference = Schemas["DefinitionDifference"];
export type DefineIndicator = Schemas["DefineIndicator"];
export type BaselineDifference = Schemas["BaselineDifference"];
export type BaselineDifferenceItem = Schemas["BaselineDifferenceItem"];
export type SubmissionGrid = Schemas["SubmissionGrid"];
export type MissionFact = Schemas["MissionFact"];
export type MissionScope = Schemas["MissionScope"];
export type MissionCounts = Schemas["MissionCounts"];
export type PublicationDuty = Schemas["PublicationDuty"];
export type PublicationState = Schemas["PublicationState"];
export type PublicationStanding = Schemas["PublicationStanding"];
export type PublicationRecord = Schemas["PublicationRecord"];
export type PeriodPublication = Schemas["PeriodPublication"];
export type FigureComparison = Schemas["FigureComparison"];
export type OfficialFigure = Schemas["OfficialFigure"];
export type IndexSuggestion = Schemas["IndexSuggestion"];
export type IndexSuggestions = Schemas["IndexSuggestions"];
export type ComputedFrom = Schemas["ComputedFrom"];
export type CountedFigure = Schemas["CountedFigure"];
export type SubmissionGridRow = Schemas["SubmissionGridRow"];
export type SubmissionDifference = Schemas["SubmissionDifference"];
export type SubmissionDifferenceItem = Schemas["SubmissionDifferenceItem"];
export type SubmissionCompleteness = Schemas["SubmissionCompleteness"];
export type AgencyCompleteness = Schemas["AgencyCompleteness"];
export type Finding = Schemas["Finding"];

export type DocumentAct = Schemas["DocumentAct"];
export type DocumentActs = Schemas["DocumentActList"];
export type MissionCorrection = Schemas["MissionCorrection"];
export type MissionStep = Schemas["MissionStep"];
export type MissionStepReading = Schemas["MissionStepReading"];
export type Mission = Schemas["Mission"];
export type MissionStage = Schemas["MissionStage"];
export type Organisation = Schemas["Organisation"];
export type PlannedStep = Schemas["PlannedStep"];
export type BigProblem = Schemas["BigProblem"];
export type RegisterEntry = Schemas["RegisterEntry"];
export type RegisterName = Schemas["Register"];
export type Proposal = Schemas["Proposal"];
export type FundingSource = Schemas["FundingSource"];
export type SourceAmount = Schemas["SourceAmount"];
export type YearAmount = Schemas["YearAmount"];
export type MoneySums = Schemas["MoneySums"];
export type Money = Schemas["Money"];
export type MoneyRow = Schemas["MoneyRow"];
export type MoneyCell = Schemas["MoneyCell"];
export type BudgetComponent = Schemas["BudgetComponent"];
export type BudgetAllocation = Schemas["BudgetAllocation"];
export type BudgetContract = Schemas["BudgetContract"];
export type OutsideMoney = Schemas["OutsideMoney"];
export type NeedRound = Schemas["NeedRound"];
export type LedgerEntry = Schemas["LedgerEntry"];
export type LedgerList = Schemas["LedgerList"];
export type Reconciliation = Schemas["Reconciliation"];
export type ReconciledSum = Schemas["ReconciledSum"];
export type MoneyDifference = Schemas["MoneyDifference"];
export type WaitingRow = Schemas["WaitingRow"];
export type MoneyFinding = Schemas["MoneyFinding"];
export type MoneyFindingKind = Schemas["MoneyFindingKind"];
export type MoneyFindingList = Schemas["MoneyFindingList"];
export type Ratio = Schemas["Ratio"];
export type TreasuryExtract = Schemas["TreasuryExtract"];
export type TreasuryExtractSummary = Schemas["TreasuryExtractSummary"];
export type TreasuryExtractList = Schemas["TreasuryExtractList"];
export type ExtractSettings = Schemas["ExtractSettings"];
export type ExtractFix = Schemas["ExtractFix"];
export type ExtractPlace = Schemas["ExtractPlace"];
export type ExtractRow = Schemas["ExtractRow"];
export type ExtractRowState = Schemas["ExtractRowState"];
export type ExtractField = Schemas["ExtractField"];
export type ExtractTable = Schemas["ExtractTable"];
export type ExtractSlipRow = Schemas["ExtractSlipRow"];

// What each collection's list holds.
export interface Collections {
  programmes: Programme;
  agencies: Agency;
  "agency-groups": AgencyGroup;
  committees: Committee;
  members: Member;
  documents: LuuDocument;
  tasks: Task;
  assignments: Assignment;
  indicators: Indicator;
  "budget-lines": BudgetLine;
  "reporting-duties": ReportingDuty;
  doubts: Doubt;
  posts: Post;
  accounts: Account;
  links: Link;
  coordinations: Coordination;
  "unit-plans": UnitPlanSummary;
  missions: Mission;
  "big-problems": BigProblem;
  "register-entries": RegisterEntry;
  proposals: Proposal;
  submissions: Submission;
  ratios: Ratio;
  "treasury-extracts": TreasuryExtractSummary;
}
export type Collection = keyof Collections;

// A list read to its end.
export interface Listed<T> {
  items: T[];
  sequence: number;
  log: string;
  status_date: string;
}

// The aggregate of a collection's subjects: "budget-lines" holds "budget-line/<id>".
export const aggregateOf: Record<Collection, string> = {
  programmes: "programme",
  agencies: "agency",
  "agency-groups": "agency-group",
  committees: "committee",
  members: "member",
  documents: "document",
  tasks: "task",
  assignments: "assignment",
  indicators: "indicator",
  "budget-lines": "budget-line",
  "reporting-duties": "reporting-duty",
  doubts: "doubt",
  posts: "post",
  accounts: "account",
  links: "link",
  coordinations: "coordination",
  "unit-plans": "unit-plan",
  missions: "mission",
  "big-problems": "big-problem",
  "register-entries": "register-entry",
  proposals: "proposal",
  submissions: "submission",
  ratios: "ratio",
  "treasury-extracts": "treasury-extract",
};

const collections = Object.keys(aggregateOf) as Collection[];

export function collectionOf(aggregate: string): Collection | undefined {
  return collections.find((name) => aggregateOf[name] === aggregate);
}
