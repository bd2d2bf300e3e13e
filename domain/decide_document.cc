#include <algorithm>
#include <array>
#include <utility>

#include "domain/decide_parts.h"
#include "domain/preconditions.h"
#include "domain/register_traits.h"
#include "domain/relations.h"

namespace luuvet {
namespace {

constexpr std::array<std::string_view, 12> kKinds = {"plan",     "resolution",      "decision", "programme",
                                                     "notice",   "regulation",      "law",      "decree",
                                                     "circular", "official-letter", "report",   "other"};

bool is_sha256(std::string_view text) {
  return text.size() == 64 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

void check_kind(BodyCheck& check, const std::string& pointer, const std::string& kind) {
  if (std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end())
    check.fault(pointer, "Loại văn bản này không có trong danh mục loại văn bản.",
                "This is no kind of document known here.");
}

void check_digest(BodyCheck& check, const std::string& pointer, const std::optional<std::string>& digest) {
  if (digest && !is_sha256(*digest))
    check.fault(pointer, "Mã băm SHA-256 gồm 64 chữ số thập lục phân viết thường.",
                "A SHA-256 digest is 64 lower-case hex digits.");
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

void check_set(BodyCheck& check, const std::string& prefix, const Set& set) {
  const RegisterDocument& values = set.values;
  if (sets(set, "kind")) check_kind(check, prefix + "/kind", values.kind);
  if (sets(set, "issuer")) check.text(prefix + "/issuer", values.issuer);
  if (sets(set, "abstract")) check.text(prefix + "/abstract", values.abstract);
  check.text(prefix + "/number", values.number);
  check.text(prefix + "/signer_title", values.signer_title);
  check.text(prefix + "/external_id", values.external_id);
  check.not_future(prefix + "/issued_on", values.issued_on);
  check_digest(check, prefix + "/file_digest", values.file_digest);
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
  constexpr std::array<std::string_view, 3> kMarks = {"number", "issued_on", "file_digest"};
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

Result<Event> amendment(const DocumentState& state, const AmendDocument& body) {
  Document next = state.content;
  apply_set(body.set, next);
  const bool brings_file = body.set.values.file_digest && body.set.values.file_digest != state.file_digest;
  if (brings_file) next.stub = false;  // V04: the paper is in hand now
  DocumentAmended event{difference(state.content, next), std::nullopt, DocumentAmendedOpen{body.reason, std::nullopt}};
  if (brings_file) event.open->file_digest = body.set.values.file_digest;
  if (event.set.empty() && !brings_file)
    return rule_broken("V03", "Nội dung sửa giống hệt nội dung hiện có.", "The amendment changes nothing.");
  return Event{std::move(event)};
}

Decision decision(const Scene& scene, AgencyId agency, Capacity capacity, Subject subject, Event event) {
  Decision decision;
  decision.agency = std::move(agency);
  decision.capacity = capacity;
  decision.resource = std::move(subject);
  decision.events.push_back(
      {decision.resource, programme_id_of(scene.world, decision.resource), std::nullopt, std::move(event)});
  return decision;
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
  check_set(check, "", set);
  if (auto rejection = check.rejection()) return *std::move(rejection);

  Subject subject{Aggregate::kDocument, scene.context.new_id};
  if (scene.world.documents.find(subject.id)) return already_exists(subject.id);
  AgencyId agency = acting_agency(scene.world, scene.context, subject);
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);

  DocumentRegistered event;
  event.content.id = {subject.id};
  apply_set(set, event.content);
  if (body.file_digest) event.open = DocumentFile{body.file_digest};
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
  check_set(check, "/set", body.set);
  check.text("/reason", body.reason);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);

  AgencyId agency = acting_agency(scene.world, scene.context, target);
  const Result<Capacity> capacity = document_capacity(scene, *state, agency, names(body.set));
  if (!capacity) return capacity.error();
  Result<Event> event = amendment(*state, body);
  if (!event) return std::move(event).error();
  return decision(scene, std::move(agency), capacity.value(), target, std::move(event).value());
}

}  // namespace luuvet
