#include "projections/search_text.h"

#include "domain/base/fold.h"

namespace luuvet::projections {
namespace {

// Collects words; `text` is what they fold to.
class Words {
 public:
  explicit Words(const World& world) : world_(world) {}

  Words& operator<<(std::string_view words) {
    if (!words.empty()) (text_ += words) += ' ';
    return *this;
  }
  Words& operator<<(const std::string& words) { return *this << std::string_view(words); }
  Words& operator<<(const std::optional<std::string>& words) {
    return words ? *this << std::string_view(*words) : *this;
  }
  Words& operator<<(const std::vector<std::string>& list) {
    for (const auto& words : list) *this << std::string_view(words);
    return *this;
  }
  Words& operator<<(const std::optional<Source>& source) {
    return source ? *this << source->annex << source->section << source->number : *this;
  }
  Words& operator<<(const std::vector<AgencyId>& agencies) {
    for (const auto& id : agencies) add_agency(id);
    return *this;
  }
  std::string folded() const { return search_text({text_}); }

 private:
  void add_agency(const AgencyId& id) {
    if (const auto* agency = world_.agencies.find(id.value)) {
      *this << agency->content.name << agency->content.short_name;
      for (const FormerName& former : agency->former_names) *this << former.name << former.short_name;
    }
    if (const auto* group = world_.agency_groups.find(id.value)) *this << group->content.name;
  }

  const World& world_;
  std::string text_;
};

void add(Words& words, const Programme& row) {
  words << row.title << row.short_title;
}
void add(Words& words, const Agency& row) {
  words << row.name << row.short_name << row.aliases;
}
void add(Words& words, const AgencyGroup& row) {
  words << row.name << row.aliases;
}
void add(Words& words, const Committee& row) {
  words << row.name;
}
void add(Words& words, const Member& row) {
  words << row.position << row.duties;
}
void add(Words& words, const Indicator& row) {
  words << row.name << row.unit << std::optional(row.source) << row.tracking_text << row.implementing_text
        << row.tracking_agencies;
}
void add(Words& words, const BudgetLine& row) {
  words << row.name << std::optional(row.source) << row.lead_text << row.lead_agencies;
}
void add(Words& words, const ReportingDuty& row) {
  words << row.text << row.from_text << row.to;
}
void add(Words& words, const Doubt& row) {
  words << row.text << row.kind;
  for (const auto& place : row.places) words << place.quote;
}
void add(Words& words, const Document& row) {
  words << row.number << row.abstract << row.issuer << row.kind;
}
void add(Words& words, const Task& row) {
  words << row.title << row.content << row.source << row.lead_text << row.lead_agencies << row.deliverables_text
        << row.deadline.text;
}

Words& operator<<(Words& words, const std::optional<Organisation>& body) {
  if (body && body->agency) return words << std::vector{*body->agency};
  return body ? words << body->name : words;
}
void add(Words& words, const Mission& row) {
  words << row.title << row.host << std::vector{row.managing_agency};
}
void add(Words& words, const BigProblem& row) {
  words << row.problem << row.product << row.measure << row.receiver << std::vector{row.lead_agency};
}
void add(Words& words, const RegisterEntry& row) {
  words << row.name << row.number << row.partner << row.address << row.place << std::vector{row.agency};
}

void add(Words& words, const Post& row) {
  words << row.title << std::vector{row.agency};
}

template <class State>
std::string text_in(const World& world, const Table<State>& table, const std::string& id) {
  const State* state = table.find(id);
  if (!state) return {};
  Words words(world);
  add(words, state->content);
  if constexpr (requires { state->external_ids; })
    for (const ExternalId& each : state->external_ids) words << each.id;
  words << id;
  return words.folded();
}

}  // namespace

std::string search_text_of(const World& world, const Subject& subject) {
  switch (subject.aggregate) {
    case Aggregate::kProgramme:
      return text_in(world, world.programmes, subject.id);
    case Aggregate::kAgency:
      return text_in(world, world.agencies, subject.id);
    case Aggregate::kAgencyGroup:
      return text_in(world, world.agency_groups, subject.id);
    case Aggregate::kCommittee:
      return text_in(world, world.committees, subject.id);
    case Aggregate::kMember:
      return text_in(world, world.members, subject.id);
    case Aggregate::kIndicator:
      return text_in(world, world.indicators, subject.id);
    case Aggregate::kBudgetLine:
      return text_in(world, world.budget_lines, subject.id);
    case Aggregate::kReportingDuty:
      return text_in(world, world.reporting_duties, subject.id);
    case Aggregate::kDoubt:
      return text_in(world, world.doubts, subject.id);
    case Aggregate::kDocument:
      return text_in(world, world.documents, subject.id);
    case Aggregate::kTask:
      return text_in(world, world.tasks, subject.id);
    case Aggregate::kPost:
      return text_in(world, world.posts, subject.id);
    case Aggregate::kSubmission:  // found by its indicator
    case Aggregate::kTreasuryExtract:
    case Aggregate::kRatio:
    case Aggregate::kMission:
      return text_in(world, world.missions, subject.id);
    case Aggregate::kBigProblem:
      return text_in(world, world.big_problems, subject.id);
    case Aggregate::kRegisterEntry:
      return text_in(world, world.register_entries, subject.id);
    case Aggregate::kProposal:      // found by its task
    case Aggregate::kUnitPlan:      // found by its agency
    case Aggregate::kLink:          // found by its rows
    case Aggregate::kAccount:       // names are not in the log
    case Aggregate::kCoordination:  // its words are protected
    case Aggregate::kAssignment:    // found by its task's words
    case Aggregate::kLog:
    case Aggregate::kCalendar:
    case Aggregate::kThread:
      break;
  }
  return {};
}

}  // namespace luuvet::projections
