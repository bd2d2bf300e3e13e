// Nhiệm vụ KH&CN (missions), bài toán lớn (big problems) and the registers that tasks need: what each says of itself.
// How a mission goes on stands in mission_course.h.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/common.h"

namespace luuvet {

using MissionId = Id<struct MissionTag>;
using BigProblemId = Id<struct BigProblemTag>;
using RegisterEntryId = Id<struct RegisterEntryTag>;

// A body: one that is registered here, or any other by its name. Exactly one is set.
struct Organisation {
  std::optional<AgencyId> agency;
  std::optional<std::string> name;
  bool operator==(const Organisation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Organisation, (), (agency, name))

// A step with its day, met once `done_on` is set. In a list the order is the plan's.
struct PlannedStep {
  std::string name;
  Date due;
  std::optional<Date> done_on;
  bool operator==(const PlannedStep&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlannedStep, (), (name, due, done_on))

inline constexpr std::size_t kPlannedStepsMax = 100;  // of one mission or big problem
inline constexpr std::size_t kServedTasksMax = 50;    // that one mission or big problem names

enum class MissionKind : std::uint8_t {
  kTopic,    // đề tài
  kProject,  // dự án
  kScheme,   // đề án
  kOther
};
BOOST_DESCRIBE_ENUM(MissionKind, kTopic, kProject, kScheme, kOther)

// In order; kStopped ends any of those before kFollowedUp.
enum class MissionStage : std::uint8_t {
  kOrdered,
  kSelected,
  kContracted,
  kUnderWay,  // money was paid or a milestone met
  kAccepted,
  kTransferred,
  kFollowedUp,
  kStopped
};
BOOST_DESCRIBE_ENUM(MissionStage, kOrdered, kSelected, kContracted, kUnderWay, kAccepted, kTransferred, kFollowedUp,
                    kStopped)

struct Mission {
  MissionId id;
  std::string title;
  MissionKind kind = MissionKind::kTopic;
  std::optional<ProgrammeId> programme;
  std::vector<TaskId> tasks;         // that it serves
  std::optional<Organisation> host;  // tổ chức chủ trì
  AgencyId managing_agency;          // cơ quan quản lý nhiệm vụ
  std::optional<Date> from;
  std::optional<Date> to;
  std::optional<Amount> budget;
  std::optional<DocumentId> cost_benefit;  // the paper that weighs cost against benefit
  Date ordered_on;
  DocumentRef document;  // by which it was ordered
  bool operator==(const Mission&) const = default;
};
BOOST_DESCRIBE_STRUCT(Mission, (),
                      (id, title, kind, programme, tasks, host, managing_agency, from, to, budget, cost_benefit,
                       ordered_on, document))

enum class BigProblemState : std::uint8_t { kOpen, kSolved, kDropped };
BOOST_DESCRIBE_ENUM(BigProblemState, kOpen, kSolved, kDropped)

struct BigProblem {
  BigProblemId id;
  std::string problem;
  std::string product;
  std::optional<std::string> measure;    // by which one sees that it is solved
  std::optional<Organisation> receiver;  // who takes the product over
  AgencyId lead_agency;
  std::optional<ProgrammeId> programme;
  std::vector<TaskId> tasks;
  std::optional<DocumentRef> document;
  bool operator==(const BigProblem&) const = default;
};
BOOST_DESCRIBE_STRUCT(BigProblem, (),
                      (id, problem, product, measure, receiver, lead_agency, programme, tasks, document))

enum class Register : std::uint8_t { kTenderPackage, kPppProject, kHiredService, kSharedPlatform, kModel };
BOOST_DESCRIBE_ENUM(Register, kTenderPackage, kPppProject, kHiredService, kSharedPlatform, kModel)

// How a tender is held, and the kinds of projects with money from elsewhere.
enum class RegisterForm : std::uint8_t {
  kOpenBidding,
  kLimitedBidding,
  kDirectAppointment,
  kCompetitiveQuotation,
  kDirectPurchase,
  kSelfExecution,
  kOtherForm,
  kPpp,
  kSocialised,
  kOda
};
BOOST_DESCRIBE_ENUM(RegisterForm, kOpenBidding, kLimitedBidding, kDirectAppointment, kCompetitiveQuotation,
                    kDirectPurchase, kSelfExecution, kOtherForm, kPpp, kSocialised, kOda)

// A row of one of the registers; which members each register has stands in register_entry_check.h.
struct RegisterEntry {
  RegisterEntryId id;
  Register register_ = Register::kTenderPackage;  // "register" in JSON
  std::string name;
  AgencyId agency;  // chủ đầu tư, bên thuê, chủ quản, nơi làm mô hình
  std::optional<ProgrammeId> programme;
  std::optional<BudgetLineId> budget_line;
  std::optional<TaskId> task;
  std::optional<RegisterForm> form;
  std::optional<std::string> number;   // số TBMT
  std::optional<std::string> partner;  // contractor, investor, provider
  std::optional<Amount> amount;        // price, capital, hire, cost; đồng
  std::optional<Date> published_on;
  std::optional<Date> opened_on;
  std::optional<Date> signed_on;
  std::optional<Date> from;
  std::optional<Date> to;
  std::vector<AgencyId> users;
  std::optional<std::string> address;
  std::optional<std::string> place;
  std::optional<std::string> result;
  std::vector<Organisation> replicated;  // nơi nhân rộng
  bool operator==(const RegisterEntry&) const = default;
};
BOOST_DESCRIBE_STRUCT(RegisterEntry, (),
                      (id, register_, name, agency, programme, budget_line, task, form, number, partner, amount,
                       published_on, opened_on, signed_on, from, to, users, address, place, result, replicated))

}  // namespace luuvet
