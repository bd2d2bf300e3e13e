#include "domain/missions/register_entry_check.h"

#include <algorithm>
#include <array>

#include "domain/missions/record_keeping.h"

namespace luuvet {
namespace {

using enum Register;

constexpr std::array<RegisterShape, 5> kShapes = {{
    {kTenderPackage, "form", "number partner amount published_on opened_on signed_on from to"},
    {kPppProject, "form", "partner amount signed_on from to place"},
    {kHiredService, "partner from", "number amount signed_on to"},
    {kSharedPlatform, "address", "partner amount from users"},
    {kModel, "place", "amount from to result replicated"},
}};

constexpr std::array<std::string_view, 14> kOwnMembers = {
    "form", "number", "partner", "amount",  "published_on", "opened_on", "signed_on",
    "from", "to",     "users",   "address", "place",        "result",    "replicated"};

constexpr std::size_t kReplicationsMax = 200;

bool holds(std::string_view list, std::string_view word) {
  const std::string padded = ' ' + std::string(list) + ' ';
  return padded.find(' ' + std::string(word) + ' ') != std::string::npos;
}

template <class T>
bool is_there(const std::optional<T>& value) {
  return value.has_value();
}
bool is_there(const std::optional<std::string>& value) {
  return value && !value->empty();
}
template <class T>
bool is_there(const std::vector<T>& values) {
  return !values.empty();
}
template <class T>
bool is_there(const T&) {
  return true;
}

void check_replications(BodyCheck& check, const std::string& pointer, const std::vector<Organisation>& places) {
  check.size(pointer, places.size(), kReplicationsMax);
  for (std::size_t i = 0; i < std::min(places.size(), kReplicationsMax); ++i)
    check_organisation(check, at(pointer, i), places[i]);
}

void check_rows(BodyCheck& check, const std::string& prefix, const AddRegisterEntry& body) {
  const World& world = check.world();
  check_programme(check, prefix + "/programme", body.programme);
  if (body.budget_line && !world.budget_lines.find(body.budget_line->value))
    check.unknown(prefix + "/budget_line", body.budget_line->value);
  if (body.task && !world.tasks.find(body.task->value)) check.unknown(prefix + "/task", body.task->value);
}

}  // namespace

const RegisterShape& shape_of(Register kind) {
  return kShapes[static_cast<std::size_t>(kind)];
}

bool takes_form(Register kind, RegisterForm form) {
  return (kind == kPppProject) == (form >= RegisterForm::kPpp);
}

void check_entry_values(BodyCheck& check, const std::string& prefix, const Partial<AddRegisterEntry>& set) {
  const AddRegisterEntry& body = set.values;
  if (sets(set, "name")) check.text(prefix + "/name", body.name);
  if (sets(set, "agency")) check.agency(prefix + "/agency", body.agency, BodyCheck::Bodies::kAgencies);
  check_rows(check, prefix, body);
  check.text(prefix + "/number", body.number);
  check.text(prefix + "/partner", body.partner);
  check_amount(check, prefix + "/amount", body.amount);
  check.not_future(prefix + "/published_on", body.published_on);
  check.not_future(prefix + "/opened_on", body.opened_on);
  check.not_future(prefix + "/signed_on", body.signed_on);
  if (body.users) check.agencies(prefix + "/users", *body.users, BodyCheck::Bodies::kAgenciesAndGroups);
  check.text(prefix + "/address", body.address);
  check.text(prefix + "/place", body.place);
  check.text(prefix + "/result", body.result);
  if (body.replicated) check_replications(check, prefix + "/replicated", *body.replicated);
}

void check_entry_shape(BodyCheck& check, const std::string& prefix, const RegisterEntry& entry) {
  const RegisterShape& shape = shape_of(entry.register_);
  for_each_member<RegisterEntry>([&](std::size_t, auto member) {
    const std::string_view name = member.name;
    if (std::find(kOwnMembers.begin(), kOwnMembers.end(), name) == kOwnMembers.end()) return;
    const std::string place = prefix + "/" + std::string(name);
    const bool there = is_there(entry.*member.pointer);
    if (holds(shape.needs, name) && !there)
      check.fault(place, "Sổ này cần nội dung này.", "This register needs this member.");
    if (there && !holds(shape.needs, name) && !holds(shape.takes, name))
      check.fault(place, "Sổ này không có nội dung này.", "This register does not have this member.");
  });
  if (entry.form && !takes_form(entry.register_, *entry.form))
    check.fault(prefix + "/form", "Hình thức này không thuộc sổ này.", "This form does not belong to the register.");
  check_span(check, prefix + "/to", entry.from, entry.to);
}

}  // namespace luuvet
