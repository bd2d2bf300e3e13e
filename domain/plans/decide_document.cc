#include <algorithm>
#include <array>
#include <utility>

#include "domain/decide_parts.h"
#include "domain/people/relations.h"
#include "domain/preconditions.h"
#include "domain/register_traits.h"

namespace luuvet {
namespace {

constexpr std::array<std::string_view, 12> kKinds = {"plan",     "resolution",      "decision", "programme",
                                                     "notice",   "regulation",      "law",      "decree",
                                                     "circular", "official-letter", "report",   "other"};

void check_kind(BodyCheck& check, const std::string& pointer, const std::string& kind) {
  if (std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end())
    check.fault(pointer, "Loại văn bản này không có trong danh mục loại văn bản.",
                "This is no kind of document known here.");
}

// V06: what somebody else has brought is as unknown as what nobody has.
void check_file(BodyCheck& check, const Context& context, const std::string& pointer,
                const std::optional<std::string>& file) {
  const std::optional<Upload>& upload = context.upload;
  if (file && (!upload || upload->file.id != *file || upload->by != context.actor)) check.unknown(pointer, *file);
}

// The file that the command brings; the body was checked.
std::optional<StoredFile> brought(const Context& context, const std::optional<std::string>& file) {
  return file ? std::optional(context.upload->file) : std::nullopt;
}

// The same bytes under the same name are no other file.
bool is_another(const StoredFile& file, const StoredFile* now) {
  return !now || file.digest != now->digest || file.name != now->name;
}

using Set = Partial<RegisterDocument>;

Set all_of(const RegisterDocument& body) {
  Set set{body, 0};
  for_each_member<RegisterDocument>([&](std::size_t index, auto) { set.present |= std::uint64_t{1} << index; });
  return set;
}

bool sets(const Set& set, std::string_view field) {
  const std::vector<std::string_view> fields = names(set);
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

void check_set(BodyCheck& check, const Context& context, const std::string& prefix, const Set& set) {
  const RegisterDocument& values = set.values;
  if (sets(set, "kind")) check_kind(check, prefix + "/kind", values.kind);
  if (sets(set, "issuer")) check.text(prefix + "/issuer", values.issuer);
  if (sets(set, "abstract")) check.text(prefix + "/abstract", values.abstract);
  check.text(prefix + "/number", values.number);
  check.text(prefix + "/signer_title", values.signer_title);
  check.text(prefix + "/external_id", values.external_id);
  check.not_future(prefix + "/issued_on", values.issued_on);
  check_file(check, context, prefix + "/file", values.file);
}

void apply_set(const Set& set, Document& document) {
  const RegisterDocument& values = set.values;
  for (const std::string_view name : names(set)) {
    if (name == "kind") document.kind = values.kind;
    if (name == "number") document.number = values.number;
    if (name == "issued_on") document.issued_on = values.issued_on;
    if (name == "issuer") document.issuer = values.issuer;
    if (name == "abstract") document.abstract = values.abstract;
    if (name == "signer_title") document.signer_title = values.signer_title;
    if (name == "external_id") document.external_id = values.external_id;
  }
}

// P11: what a clerk (văn thư) enters once the paper is issued.
bool only_marks(const std::vector<std::string_view>& fields) {
  constexpr std::array<std::string_view, 3> kMarks = {"number", "issued_on", "file"};
  return std::all_of(fields.begin(), fields.end(), [&](std::string_view field) {
    return std::find(kMarks.begin(), kMarks.end(), field) != kMarks.end();
  });
}

Rejection not_registered_by(const World& world, const DocumentState& state, const AgencyId& agency) {
  if (world.succeeds(agency, state.registered_by))
    return forbidden("P11", "Văn thư chỉ bổ sung số, ngày ban hành và tệp của văn bản.",
                     "A clerk supplies number, day of issue and file of a document, nothing else.");
  return forbidden("V02", "Chỉ cơ quan đã đăng ký văn bản mới sửa được thông tin của văn bản.",
                   "Only the agency that registered the document amends it.");
}

Result<Event> amendment(const DocumentState& state, const AmendDocument& body, const Context& context) {
  Document next = state.content;
  apply_set(body.set, next);
  std::optional<StoredFile> file = brought(context, body.set.values.file);
  if (file && !is_another(*file, state.file())) file.reset();
  if (file) next.stub = false;  // V04: the paper is in hand now
  DocumentAmended event{difference(state.content, next), std::nullopt, DocumentAmendedOpen{body.reason, std::nullopt}};
  event.open->file = std::move(file);
  if (event.set.empty() && !event.open->file)
    return rule_broken("V03", "Nội dung sửa giống hệt nội dung hiện có.", "The amendment changes nothing.");
  return Event{std::move(event)};
}

Decision decision(const Scene& scene, AgencyId agency, Capacity capacity, Subject subject, Event event) {
  const std::optional<ProgrammeId> programme = programme_id_of(scene.world, subject);
  return single(std::move(agency), capacity, std::move(subject), programme, std::move(event));
}

}  // namespace

// V02: who registered it; what the system registered from the plans, any standing agency.
Result<Capacity> document_capacity(const Scene& scene, const DocumentState& state, const AgencyId& agency,
                                   const std::vector<std::string_view>& fields) {
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  const Grant* grant = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant& each) {
    if (each.role == Role::kClerk && !only_marks(fields)) return false;
    if (relation == Relation::kRegistered) return scene.world.succeeds(agency, state.registered_by);
    return relation == Relation::kStanding && state.registered_by.value == kSystemActor &&
           stands_over(scene.world, subject_of(state.content), agency, each);
  });
  if (grant) return grant->capacity;
  return not_registered_by(scene.world, state, agency);
}

Result<Decision> decide_one(const Scene& scene, const RegisterDocument& body) {
  const Set set = all_of(body);
  BodyCheck check(scene.world, scene.context);
  check_set(check, scene.context, "", set);
  if (auto rejection = check.rejection()) return *std::move(rejection);

  Subject subject{Aggregate::kDocument, scene.context.new_id};
  if (scene.world.documents.find(subject.id)) return already_exists(subject.id);
  AgencyId agency = acting_agency(scene.world, scene.context, subject);
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);

  DocumentRegistered event;
  event.content.id = {subject.id};
  apply_set(set, event.content);
  if (body.file) event.open = DocumentFile{brought(scene.context, body.file)};
  const Capacity capacity = scene.acting.grants.front().capacity;
  return decision(scene, std::move(agency), capacity, std::move(subject), std::move(event));
}

Result<Decision> decide_one(const Scene& scene, const AmendDocument& body) {
  const Subject& target = scene.command.target;
  const DocumentState* state =
      target.aggregate == Aggregate::kDocument ? scene.world.documents.find(target.id) : nullptr;
  if (!state) return not_found();
  BodyCheck check(scene.world, scene.context);
  if (body.set.empty()) check.fault("/set", "Cần nêu ít nhất một nội dung sửa.", "Name at least one member to amend.");
  check_set(check, scene.context, "/set", body.set);
  check.text("/reason", body.reason);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);

  AgencyId agency = acting_agency(scene.world, scene.context, target);
  const Result<Capacity> capacity = document_capacity(scene, *state, agency, names(body.set));
  if (!capacity) return capacity.error();
  Result<Event> event = amendment(*state, body, scene.context);
  if (!event) return std::move(event).error();
  return decision(scene, std::move(agency), capacity.value(), target, std::move(event).value());
}

}  // namespace luuvet
