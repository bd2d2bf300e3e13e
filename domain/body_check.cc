#include "domain/body_check.h"

#include <utility>

#include "domain/people/fate.h"

namespace luuvet {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

std::string at(std::string_view pointer, std::size_t index) {
  std::string result(pointer);
  result += '/';
  result += std::to_string(index);
  return result;
}

BodyCheck::BodyCheck(const World& world, const Context& context, std::string prefix)
    : world_(world), today_(context.today), prefix_(std::move(prefix)) {}

void BodyCheck::fault(std::string_view pointer, std::string vi, std::string en) {
  errors_.push_back({prefix_ + std::string(pointer), {std::move(vi), std::move(en)}});
}

void BodyCheck::unknown(std::string_view pointer, std::string_view id) {
  Rejection rejection = unknown_reference(prefix_ + std::string(pointer), id);
  errors_.push_back(std::move(rejection.errors.front()));
  ++unknown_;
}

void BodyCheck::text(std::string_view pointer, const std::string& value) {
  if (is_blank(value)) fault(pointer, "Cần nhập nội dung này.", "This text is needed.");
  if (value.size() > kTextBytesMax)
    fault(pointer, "Nội dung dài quá 16 KB; xin rút gọn hoặc kèm văn bản.",
          "The text is over 16 KB; shorten it or cite a document.");
}

void BodyCheck::text(std::string_view pointer, const std::optional<std::string>& value) {
  if (value && !value->empty()) text(pointer, *value);
}

void BodyCheck::not_future(std::string_view pointer, const std::optional<Date>& fact) {
  if (fact && *fact > today_)
    fault(pointer, "Ngày này chưa đến; việc đã xảy ra thì không ghi ngày trong tương lai.",
          "This day is still to come; a fact cannot lie in the future.");
}

void BodyCheck::after_today(std::string_view pointer, const std::optional<Date>& plan) {
  if (plan && *plan <= today_) fault(pointer, "Ngày này phải sau ngày hôm nay.", "This day must come after today.");
}

void BodyCheck::percent(std::string_view pointer, const std::optional<std::int64_t>& value) {
  if (value && (*value < 0 || *value > 100)) fault(pointer, "Tỷ lệ từ 0 đến 100.", "A percentage goes from 0 to 100.");
}

void BodyCheck::not_negative(std::string_view pointer, const std::optional<std::int64_t>& value) {
  if (value && *value < 0) fault(pointer, "Số lượng không được âm.", "A quantity cannot be negative.");
}

void BodyCheck::size(std::string_view pointer, std::size_t items, std::size_t most) {
  if (items > most)
    fault(pointer, "Danh sách dài quá " + std::to_string(most) + " mục.",
          "The list has more than " + std::to_string(most) + " items.");
}

void BodyCheck::document(std::string_view pointer, const DocumentRef& value) {
  if (value.id.has_value() == value.later.has_value()) {
    fault(pointer, "Cần nêu một văn bản, hoặc ngày sẽ bổ sung văn bản.",
          "Name one document, or the day by which it will follow.");
    return;
  }
  document(pointer, value.id);
  if (value.later) after_today(std::string(pointer) + "/later", value.later);
}

void BodyCheck::document(std::string_view pointer, const std::optional<DocumentRef>& value) {
  if (value) document(pointer, *value);
}

void BodyCheck::document(std::string_view pointer, const std::optional<DocumentId>& value) {
  if (value && !world_.documents.find(value->value)) unknown(pointer, value->value);
}

void BodyCheck::agency(std::string_view pointer, const AgencyId& value, Bodies bodies) {
  const bool there = bodies == Bodies::kAgencies ? world_.is_agency(value) : world_.is_agency_or_group(value);
  if (!there) return unknown(pointer, value.value);
  if (ended_allowed_ || !world_.has_ended(value)) return;
  Message fate = fate_of(world_, value);
  fault(pointer, std::move(fate.vi), std::move(fate.en));
}

void BodyCheck::agencies(std::string_view pointer, const std::vector<AgencyId>& values, Bodies bodies) {
  size(pointer, values.size());
  if (values.size() > kListItemsMax) return;
  std::set<AgencyId> used;
  for (std::size_t i = 0; i < values.size(); ++i) {
    agency(at(pointer, i), values[i], bodies);
    once(at(pointer, i), used, values[i]);
  }
}

void BodyCheck::account(std::string_view pointer, const AccountId& value) {
  const AccountState* account = world_.accounts.find(value.value);
  if (!account || !account->kind) unknown(pointer, value.value);
}

void BodyCheck::deliverable(std::string_view pointer, std::int64_t number, const Task& task) {
  if (number < 1 || number > static_cast<std::int64_t>(task.deliverables.size()))
    fault(pointer, "Nhiệm vụ không có sản phẩm số " + std::to_string(number) + ".",
          "The task has no deliverable number " + std::to_string(number) + ".");
}

std::optional<Rejection> BodyCheck::rejection() const {
  if (errors_.empty()) return std::nullopt;
  Rejection rejection;
  rejection.kind = unknown_ == errors_.size() ? RejectionKind::kUnknownReference : RejectionKind::kInvalid;
  rejection.detail = errors_.size() == 1 ? errors_.front().detail
                                         : Message{"Có " + std::to_string(errors_.size()) + " chỗ chưa hợp lệ.",
                                                   std::to_string(errors_.size()) + " values are not acceptable."};
  rejection.errors = errors_;
  return rejection;
}

}  // namespace luuvet
