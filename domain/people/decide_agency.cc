// The life of an agency (B..): administrators found, rename, merge and dissolve agencies, each by a document and with
// its day.
#include <algorithm>
#include <set>
#include <utility>

#include "domain/act_items.h"
#include "domain/decide_parts.h"
#include "domain/people/fate.h"
#include "domain/people/relations.h"
#include "domain/people/succession.h"
#include "domain/preconditions.h"
#include "domain/reason_words.h"

namespace luuvet {
namespace {

constexpr std::size_t kNameBytesMax = 400;

const AgencyState* agency_at(const Scene& scene) {
  const Subject& target = scene.command.target;
  return target.aggregate == Aggregate::kAgency ? scene.world.agencies.find(target.id) : nullptr;
}

// --- bodies ---

void check_name(BodyCheck& check, const std::string& pointer, const std::string& name) {
  check.text(pointer, name);
  if (name.size() > kNameBytesMax) check.fault(pointer, "Tên quá dài.", "The name is too long.");
}

void check_names(BodyCheck& check, const std::string& name, const std::optional<std::string>& short_name) {
  check_name(check, "/name", name);
  if (short_name) check_name(check, "/short_name", *short_name);
}

void check_aliases(BodyCheck& check, const std::vector<std::string>& aliases) {
  check.size("/aliases", aliases.size());
  if (aliases.size() > kListItemsMax) return;
  std::set<std::string> used;
  for (std::size_t i = 0; i < aliases.size(); ++i) {
    check_name(check, at("/aliases", i), aliases[i]);
    check.once(at("/aliases", i), used, aliases[i]);
  }
}

void check_word(BodyCheck& check, std::string_view pointer, const std::string& word) {
  if (!is_valid_id(word)) check.fault(pointer, "Mã không đúng quy cách.", "The word is not well formed.");
}

void check_new_id(BodyCheck& check, const AgencyId& id) {
  if (!is_valid_agency_id(id.value) || id.value == kJointUnit || id.value == kSystemActor)
    check.fault("/id", "Mã cơ quan gồm 1 đến 40 chữ thường không dấu, chữ số, gạch ngang; không dùng \"joint\".",
                "An agency's id has 1 to 40 lower-case letters, digits and hyphens; \"joint\" is taken.");
}

// B03: founded, renamed and ended in this order of days.
void check_day(BodyCheck& check, std::string_view pointer, const AgencyState& state, Date date) {
  check.not_future(pointer, date);
  std::optional<Date> before = state.from_date;
  if (!state.former_names.empty()) before = Date{state.former_names.back().to.days + 1};
  if (before && date <= *before)
    check.fault(pointer, "Ngày này phải sau ngày " + to_string(*before) + " là ngày của lần thay đổi trước.",
                "This day must come after " + to_string(*before) + ", the day of the change before.");
}

std::optional<Rejection> body_fault(const Scene& scene, const AgencyState& state, const RenameAgency& body) {
  BodyCheck check(scene.world, scene.context);
  check_names(check, body.name, body.short_name);
  check_day(check, "/from_date", state, body.from_date);
  check.document("/document", body.document);
  return check.rejection();
}

std::optional<Rejection> body_fault(const Scene& scene, const AgencyState& state, const MergeAgency& body) {
  BodyCheck check(scene.world, scene.context);
  if (body.into == state.content.id)
    check.fault("/into", "Cơ quan không sáp nhập vào chính mình.", "An agency is not merged into itself.");
  else
    check.agency("/into", body.into, BodyCheck::Bodies::kAgencies);
  check_day(check, "/from_date", state, body.from_date);
  check.document("/document", body.document);
  return check.rejection();
}

std::optional<Rejection> body_fault(const Scene& scene, const AgencyState& state, const DissolveAgency& body) {
  BodyCheck check(scene.world, scene.context);
  check_day(check, "/on", state, body.on);
  check.document("/document", body.document);
  check.text("/reason", body.reason);
  return check.rejection();
}

// --- rules ---

std::optional<Rejection> ended_fault(const World& world, const AgencyState& state) {
  if (!state.ended_on) return std::nullopt;
  const Message fate = fate_of(world, state.content.id);
  return rule_broken("B04", fate.vi, fate.en);
}

// B14: P25, said of the agency. Where there is none before, as on a new log, none can be lost.
std::optional<Rejection> administrators_fault(const World& before, const World& after, Date today) {
  const auto leaves = [&](const PostState& post, const Holding&) { return after.has_ended(post.content.agency); };
  if (!last_administrator_fault(before, today, leaves)) return std::nullopt;
  return rule_broken("B14", "Quản trị hệ thống cuối cùng thuộc cơ quan này; cần bố trí quản trị ở cơ quan khác trước.",
                     "The last administrator belongs to this agency; appoint one elsewhere first.");
}

// B12: of an outside lead merged with its sponsor nobody else would approve.
std::optional<Rejection> sponsor_fault(const World& after) {
  bool own = false;
  after.posts.for_each([&](const auto& post) {
    const Post& row = post->content;
    own = row.sponsor && !after.has_ended(row.agency) && after.successor(*row.sponsor) == row.agency;
    return !own;
  });
  if (!own) return std::nullopt;
  return rule_broken("B12", "Sau sáp nhập có đơn vị ngoài tự bảo trợ cho mình; cần đổi cơ quan bảo trợ trước.",
                     "An outside lead would become its own sponsor; give it another sponsor first.");
}

// What an agency has in hand that nobody takes over when it is dissolved.
struct InHand {
  std::size_t leads = 0, confirms = 0, units = 0, standing = 0, sponsors = 0;
  std::size_t total() const { return leads + confirms + units + standing + sponsors; }
};

bool names(const std::vector<AgencyId>& list, const AgencyId& agency) {
  return std::find(list.begin(), list.end(), agency) != list.end();
}

InHand in_hand(const World& world, const AgencyId& agency) {
  InHand result;
  world.tasks.for_each([&](const auto& task) {
    if (!is_open(world, *task)) return;
    result.leads += names(task->content.lead_agencies, agency) ? 1 : 0;
    result.confirms += task->content.confirming_agency == agency ? 1 : 0;
    result.units += names(task->units, agency) ? 1 : 0;
  });
  const auto stands = [&](const auto& row) { result.standing += row->content.standing_agency == agency ? 1 : 0; };
  world.programmes.for_each(stands);
  world.committees.for_each(stands);
  world.posts.for_each([&](const auto& post) {
    if (!world.has_ended(post->content.agency)) result.sponsors += post->content.sponsor == agency ? 1 : 0;
  });
  return result;
}

void list(std::string& text, std::size_t count, const std::string& what) {
  if (count == 0) return;
  if (!text.empty()) text += ", ";
  text += what + " " + std::to_string(count);
}

// B13.
std::optional<Rejection> in_hand_fault(const World& world, const AgencyId& agency) {
  const InHand hand = in_hand(world, agency);
  if (hand.total() == 0) return std::nullopt;
  Message counts;
  list(counts.vi, hand.leads, "nhiệm vụ đang chủ trì:");
  list(counts.vi, hand.confirms, "nhiệm vụ đang xác nhận:");
  list(counts.vi, hand.units, "phần việc được giao riêng:");
  list(counts.vi, hand.standing, "chương trình, ban chỉ đạo đang thường trực:");
  list(counts.vi, hand.sponsors, "đơn vị ngoài đang bảo trợ:");
  list(counts.en, hand.leads, "tasks that it leads:");
  list(counts.en, hand.confirms, "tasks that it confirms:");
  list(counts.en, hand.units, "tasks of which it is a unit:");
  list(counts.en, hand.standing, "programmes and committees of which it is the standing agency:");
  list(counts.en, hand.sponsors, "outside leads that it sponsors:");
  return rule_broken("B13", "Cơ quan còn việc chưa ai tiếp nhận (" + counts.vi + "); cần giao lại, hoặc sáp nhập.",
                     "Nobody takes over what it has in hand (" + counts.en + "); reassign it, or merge the agency.");
}

void leave_groups(const World& world, const AgencyId& agency, const DocumentRef& document, Decision& decision) {
  world.agency_groups.for_each([&](const auto& group) {
    AgencyGroup next = group->content;
    if (std::erase(next.members, agency) == 0) return;
    decision.events.push_back({{Aggregate::kAgencyGroup, next.id.value},
                               std::nullopt,
                               world.head + 1,
                               Amended<AgencyGroup>{difference(group->content, next), document, std::nullopt}});
  });
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const FoundAgency& body) {
  BodyCheck check(scene.world, scene.context);
  check_new_id(check, body.id);
  check_names(check, body.name, body.short_name);
  const std::vector<std::string> aliases = body.aliases.value_or(std::vector<std::string>{});
  check_aliases(check, aliases);
  check_word(check, "/kind", body.kind);
  check_word(check, "/province", body.province);
  if (body.parent) check.agency("/parent", *body.parent, BodyCheck::Bodies::kAgencies);
  check.not_future("/from_date", body.from_date);
  check.document("/document", body.document);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (scene.world.is_agency_or_group(body.id)) return already_exists(body.id.value);
  return single_by_role(scene, {Aggregate::kAgency, body.id.value},
                        AgencyFounded{body.id, body.name, body.short_name, aliases, body.kind, body.province,
                                      body.parent, body.from_date, body.document});
}

Result<Decision> decide_one(const Scene& scene, const RenameAgency& body) {
  const AgencyState* state = agency_at(scene);
  if (!state) return not_found();
  if (auto rejection = body_fault(scene, *state, body)) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);
  if (auto rejection = ended_fault(scene.world, *state)) return *std::move(rejection);
  if (body.name == state->content.name && body.short_name == state->content.short_name)
    return rule_broken("B02", "Cơ quan đang mang tên này.", "This is its name already.");
  return single_by_role(scene, scene.command.target,
                        AgencyRenamed{body.name, body.short_name, body.from_date, body.document});
}

Result<Decision> decide_one(const Scene& scene, const MergeAgency& body) {
  const AgencyState* state = agency_at(scene);
  if (!state) return not_found();
  if (auto rejection = body_fault(scene, *state, body)) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);
  if (auto rejection = ended_fault(scene.world, *state)) return *std::move(rejection);
  Result<Decision> made =
      single_by_role(scene, scene.command.target, AgencyMerged{body.into, body.from_date, body.document});
  if (!made) return made;
  Decision& act = made.value();
  const World after = once_so(scene.world, act.resource, act.events.front().event, act.agency);
  if (auto rejection = sponsor_fault(after)) return *std::move(rejection);
  if (auto rejection = administrators_fault(scene.world, after, scene.context.today)) return *std::move(rejection);
  for (NewEvent& each : everything_passes(after, after.head, body.document)) act.events.push_back(std::move(each));
  if (act.events.size() > kActEventsMax) return too_large();
  return made;
}

Result<Decision> decide_one(const Scene& scene, const DissolveAgency& body) {
  const AgencyState* state = agency_at(scene);
  if (!state) return not_found();
  if (auto rejection = body_fault(scene, *state, body)) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);
  if (auto rejection = ended_fault(scene.world, *state)) return *std::move(rejection);
  if (auto rejection = in_hand_fault(scene.world, state->content.id)) return *std::move(rejection);
  AgencyDissolved event{body.on, body.document, reason_words(body.reason)};
  Result<Decision> made = single_by_role(scene, scene.command.target, std::move(event));
  if (!made) return made;
  Decision& act = made.value();
  const World after = once_so(scene.world, act.resource, act.events.front().event, act.agency);
  if (auto rejection = administrators_fault(scene.world, after, scene.context.today)) return *std::move(rejection);
  leave_groups(scene.world, state->content.id, body.document, act);
  return made;
}

}  // namespace luuvet
