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
  | "return-year";
export type CoordinationCommandId = "ask-coordination" | "confirm-coordination" | "dispute-coordination" | "answer-coordination" | "close-coordination";

export type CommandId = PlanCommandId | TaskCommandId | CoordinationCommandId | AgencyCommandId | PeopleCommandId | "comment" | "register-task" | "register-document" | "amend-document";
