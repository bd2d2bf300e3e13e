// Who works on an assignment inside an agency (K01 to K04), and taking back one's own statement (U05).
#include <algorithm>
#include <set>
#include <utility>

#include "domain/decide_parts.h"
#include "domain/tasks/handling.h"
#include "domain/tasks/work.h"

namespace luuvet {
namespace {

// Characters of UTF-8 text.
std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

AgencyPeople people_named(const Work& work, const AssignPeople& body) {
  AgencyPeople people{work.agency, body.leader, body.department, body.officers, 0};
  if (people.department && people.department->empty()) people.department.reset();
  return people;
}

void note_if_not_of(const Work& work, const AccountId& account, PostKind kind, std::string pointer,
                    std::vector<FieldError>& errors) {
  if (holds_post(work.world, account, work.agency, work.context.today, kind)) return;
  Message message = kind == PostKind::kLeading
                        ? Message{"Lãnh đạo phụ trách phải là người đứng đầu hoặc cấp phó của cơ quan.",
                                  "The leading official is the head or a deputy of the agency."}
                        : Message{"Người này hiện không giữ chức danh nào của cơ quan.",
                                  "This account holds no post of the agency today."};
  errors.push_back({std::move(pointer), std::move(message)});
}

// K02
std::optional<Rejection> outsider_fault(const Work& work, const AgencyPeople& people) {
  std::vector<FieldError> errors;
  if (people.leader) note_if_not_of(work, *people.leader, PostKind::kLeading, "/leader", errors);
  for (std::size_t i = 0; i < people.officers.size(); ++i)
    note_if_not_of(work, people.officers[i], PostKind::kAny, at("/officers", i), errors);
  if (errors.empty()) return std::nullopt;
  Rejection rejection = rule_broken("K02", errors.front().detail.vi, errors.front().detail.en);
  rejection.errors = std::move(errors);
  return rejection;
}

bool same_people(const AgencyPeople* now, const AgencyPeople& people) {
  if (!now) return people.empty();
  return now->leader == people.leader && now->department == people.department && now->officers == people.officers;
}

const Statement* statement_of(const AssignmentState& state, Sequence sequence) {
  const auto found = std::find_if(state.statements.begin(), state.statements.end(),
                                  [&](const Statement& each) { return each.sequence == sequence; });
  return found == state.statements.end() ? nullptr : &*found;
}

Rejection overtaken(Sequence since) {
  Rejection rejection =
      rule_broken("U05", "Báo cáo này đã được duyệt, trả lại hoặc đã có báo cáo mới hơn; không rút được nữa.",
                  "This statement was judged, or a newer one has come: it stands.");
  rejection.since = since;
  return rejection;
}

}  // namespace

void check_body(BodyCheck& check, const Work&, const AssignPeople& body) {
  if (body.leader) check.account("/leader", *body.leader);
  check.text("/department", body.department);
  if (body.department && length_of(*body.department) > kDepartmentMax)
    check.fault("/department", "Tên phòng dài quá 200 ký tự.", "The department has more than 200 characters.");
  check.size("/officers", body.officers.size(), kOfficersMax);
  if (body.officers.size() > kOfficersMax) return;
  std::set<AccountId> used;
  for (std::size_t i = 0; i < body.officers.size(); ++i) {
    check.account(at("/officers", i), body.officers[i]);
    check.once(at("/officers", i), used, body.officers[i]);
  }
}

Result<Outcome> outcome(const Work& work, const AssignPeople& body) {
  AgencyPeople people = people_named(work, body);
  if (auto rejection = outsider_fault(work, people)) return *std::move(rejection);
  if (same_people(people_of(work.state, work.agency), people))
    return rule_broken("K03", "Phân công giống hệt phân công hiện có.", "The same people are named already.");
  Outcome outcome;
  outcome.events.push_back(
      AssignmentPeopleAssigned{std::move(people.leader), std::move(people.department), std::move(people.officers)});
  return outcome;
}

void check_body(BodyCheck&, const Work&, const WithdrawProgress&) {}

Result<Outcome> outcome(const Work& work, const WithdrawProgress& body) {
  const Statement* statement = statement_of(work.state, body.sequence);
  if (!statement)
    return rule_broken("U05", "Không có báo cáo tiến độ nào mang số này đang chờ duyệt.",
                       "No statement of this number waits here.");
  if (statement->actor != work.context.actor || statement->agency != work.agency) return not_own();
  if (statement->state != StatementState::kDraft || statement->sequence != work.state.statements.back().sequence)
    return overtaken(statement->sequence);
  Outcome outcome;
  outcome.events.push_back(AssignmentProgressWithdrawn{body.sequence});
  outcome.causation = body.sequence;
  return outcome;
}

}  // namespace luuvet
