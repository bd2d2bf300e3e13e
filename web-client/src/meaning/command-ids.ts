export type TaskCommandId =
  | "start"
  | "report-progress"
  | "approve-progress"
  | "return-progress"
  | "submit"
  | "accept"
  | "return"
  | "ask-extension"
  | "decide-extension"
  | "reopen"
  | "enter-opening-state"
  | "confirm-opening-state"
  | "amend"
  | "assign"
  | "record-trigger"
  | "suspend"
  | "resume"
  | "cancel"
  | "reinstate"
  | "direct"
  | "urge"
  | "assign-people";

export type AgencyCommandId = "found-agency" | "rename-agency" | "merge-agency" | "dissolve-agency";

export type PeopleCommandId = "register-post" | "amend-post" | "fill-post" | "vacate-post" | "open-account" | "issue-token";

export type PlanCommandId =
  | "return-unit-plan"
  | "note-unit-plan"
  | "amend-unit-plan"
  | "meet-milestone"
  | "unmeet-milestone"
  | "submit-year"
  | "accept-year"
  | "return-year"
  | "reopen-year";

export type MoneyCommandId =
  | "assign-sources"
  | "amend-need"
  | "revise-need"
  | "register-component"
  | "amend-component"
  | "end-component"
  | "allocate"
  | "reduce-allocation"
  | "register-contract"
  | "amend-contract"
  | "disburse"
  | "reverse-disbursement"
  | "enter-outside-money"
  | "confirm-outside-money"
  | "reverse-outside-money"
  | "open-need-round"
  | "close-need-round"
  | "define-ratio"
  | "redefine-ratio"
  | "enter-ratio-figures";

export type CoordinationCommandId = "ask-coordination" | "confirm-coordination" | "dispute-coordination" | "answer-coordination" | "close-coordination";

export type MissionCommandId =
  | "order-mission"
  | "amend-mission"
  | "select-mission"
  | "contract-mission"
  | "disburse-mission"
  | "hold-council"
  | "accept-mission"
  | "transfer-mission"
  | "follow-up-mission"
  | "stop-mission"
  | "set-mission-milestones";
export type RecordCommandId =
  | MissionCommandId
  | "correct-mission-step"
  | "take-back-mission-step"
  | "register-big-problem"
  | "amend-big-problem"
  | "set-big-problem-milestones"
  | "close-big-problem"
  | "add-register-entry"
  | "amend-register-entry"
  | "end-register-entry"
  | "set-external-ids"
  | "propose"
  | "accept-proposal"
  | "refuse-proposal";

export type IndicatorCommandId =
  | "define-indicator"
  | "set-indicator-targets"
  | "enter-indicator-baseline"
  | "mark-indicator-break"
  | "set-indicator-checks"
  | "record-publication"
  | "take-back-publication"
  | "set-official-figure"
  | "register-indicator"
  | "return-submission-draft"
  | "return-submission"
  | "restate-submission";

export type CommandId = MoneyCommandId | IndicatorCommandId | RecordCommandId | PlanCommandId | TaskCommandId | CoordinationCommandId | AgencyCommandId | PeopleCommandId | "comment" | "register-task" | "register-document" | "amend-document";
