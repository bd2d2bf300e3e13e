#include "api/query_string.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "api/text.h"

namespace luuvet::api {
namespace {

constexpr std::size_t kStreamIdBytesMax = 170;  // of compound ids as well

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

// Undoes percent-encoding, and '+' for a space as forms write it. Nothing if an escape is broken.
std::optional<std::string> decoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      out += text[at] == '+' ? ' ' : text[at];
      continue;
    }
    if (at + 2 >= text.size()) return std::nullopt;
    const auto high = hex_digit(text[at + 1]);
    const auto low = hex_digit(text[at + 2]);
    if (!high || !low) return std::nullopt;
    out += static_cast<char>(*high * 16 + *low);
    at += 2;
  }
  return out;
}

bool is_lower_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool is_id_like(std::string_view text) {
  return text.size() <= kStreamIdBytesMax && parse_subject("task/" + std::string(text)).has_value();
}

// "vn.luuvet" and whole words behind it.
bool is_type_prefix(std::string_view text) {
  constexpr std::string_view kRoot = "vn.luuvet";
  if (!text.starts_with(kRoot) || text.ends_with('.')) return false;
  text.remove_prefix(kRoot.size());
  if (!text.empty() && text.front() != '.') return false;
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
  return plain && text.find("..") == std::string_view::npos;
}

std::string listed(std::span<const std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += ", ";
    text += word;
  }
  return text;
}

Message one_of_these(std::span<const std::string_view> known) {
  return {"Chỉ nhận một trong: " + listed(known) + ".", "Must be one of: " + listed(known) + "."};
}

Message at_most(std::size_t most) {
  return {"Được nêu tối đa " + std::to_string(most) + " lần.", "May stand at most " + std::to_string(most) + " times."};
}

}  // namespace

Query::Query(std::string_view target) {
  const std::size_t mark = target.find('?');
  std::string_view rest = mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
  while (!rest.empty()) {
    const std::size_t end = rest.find('&');
    read_pair(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
  if (pairs_.size() > kPairsMax) refuse("", {"Quá nhiều tham số.", "There are too many parameters."});
}

void Query::read_pair(std::string_view text) {
  if (text.empty() || pairs_.size() > kPairsMax) return;
  const std::size_t equals = text.find('=');
  auto name = decoded(text.substr(0, equals));
  auto value = decoded(equals == std::string_view::npos ? std::string_view() : text.substr(equals + 1));
  if (!name || !value) {
    return refuse(name ? *name : "", {"Mã hóa phần trăm không đúng.", "The percent-encoding is broken."});
  }
  if (const TextFault fault = normalise(*name); fault != TextFault::kNone) return refuse("", message_of(fault));
  if (const TextFault fault = normalise(*value); fault != TextFault::kNone) refuse(*name, message_of(fault));
  pairs_.push_back({std::move(*name), std::move(*value)});
}

std::vector<std::string_view> Query::repeated(std::string_view name, std::size_t most) {
  std::vector<std::string_view> values;
  for (Pair& pair : pairs_) {
    if (pair.name != name) continue;
    pair.asked = true;
    if (pair.value.empty()) refuse(name, {"Giá trị để trống.", "The value is empty."});
    values.push_back(pair.value);
  }
  if (values.size() > most) refuse(name, at_most(most));
  return values;
}

std::optional<std::string_view> Query::single(std::string_view name) {
  const auto values = repeated(name, 1);
  return values.empty() ? std::nullopt : std::optional(values.front());
}

std::optional<std::string> Query::text(std::string_view name) {
  const auto value = single(name);
  if (!value) return std::nullopt;
  if (value->size() > kTextBytesMax) refuse(name, {"Giá trị quá dài.", "The value is too long."});
  return std::string(*value);
}

std::optional<bool> Query::boolean(std::string_view name) {
  constexpr std::array<std::string_view, 2> kWords = {"false", "true"};
  const auto place = one_of(name, kWords);
  return place ? std::optional(*place == 1) : std::nullopt;
}

std::optional<Date> Query::date(std::string_view name) {
  const auto value = single(name);
  if (!value) return std::nullopt;
  const auto date = parse_date(*value);
  if (!date)
    refuse(name, {"Ngày không có thật hoặc không đúng dạng 2026-03-31.", "No real date of the form 2026-03-31."});
  return date;
}

std::optional<std::uint64_t> Query::number(std::string_view name) {
  const auto value = single(name);
  if (!value) return std::nullopt;
  std::uint64_t result = 0;
  const char* end = value->data() + value->size();
  const auto read = std::from_chars(value->data(), end, result);
  const bool canonical = value->size() == 1 || !value->starts_with('0');
  if (read.ec == std::errc() && read.ptr == end && canonical && result <= INT64_MAX) return result;
  refuse(name, {"Chỗ này phải là một số nguyên không âm.", "This must be an integer, not negative."});
  return std::nullopt;
}

std::optional<Sequence> Query::position(std::string_view name) {
  return number(name);
}

std::optional<Sequence> Query::sequence(std::string_view name) {
  const auto value = number(name);
  if (value == 0) refuse(name, {"Số thứ tự bắt đầu từ 1.", "Sequences begin at 1."});
  return value;
}

std::optional<AgencyId> Query::agency(std::string_view name) {
  const auto value = single(name);
  if (!value) return std::nullopt;
  if (!is_valid_agency_id(*value)) refuse(name, {"Đây không phải mã cơ quan.", "This is no id of an agency."});
  return AgencyId{std::string(*value)};
}

std::optional<Subject> Query::subject(std::string_view name) {
  const auto value = single(name);
  if (!value) return std::nullopt;
  auto subject = parse_subject(*value);
  if (!subject) refuse(name, {"Cần dạng \"task/<mã>\".", "Write it like \"task/<id>\"."});
  return subject;
}

std::optional<std::string> Query::log(std::string_view name) {
  const auto value = single(name);
  if (!value) return std::nullopt;
  if (value->size() != 16 || !is_lower_hex(*value))
    refuse(name, {"Mã nhật ký gồm 16 chữ số thập lục phân.", "A log's id has 16 hex digits."});
  return std::string(*value);
}

std::vector<std::string> Query::type_prefixes(std::string_view name) {
  std::vector<std::string> result;
  for (const std::string_view value : repeated(name, kTypesMax)) {
    if (!is_type_prefix(value)) refuse(name, {"Cần dạng \"vn.luuvet.task\".", "Write it like \"vn.luuvet.task\"."});
    result.emplace_back(value);
  }
  return result;
}

std::optional<std::string> Query::id_text(std::string_view name) {
  const auto value = single(name);
  if (!value) return std::nullopt;
  if (!is_id_like(*value)) refuse(name, {"Đây không phải mã hợp lệ.", "This is no valid id."});
  return std::string(*value);
}

std::vector<std::string> Query::id_texts(std::string_view name) {
  std::vector<std::string> result;
  for (const std::string_view value : repeated(name, kIdsMax)) {
    if (!is_id_like(value)) refuse(name, {"Đây không phải mã hợp lệ.", "This is no valid id."});
    result.emplace_back(value);
  }
  return result;
}

std::vector<std::size_t> Query::places_of(std::string_view name, std::span<const std::string_view> known,
                                          std::size_t most) {
  std::vector<std::size_t> places;
  for (const std::string_view value : repeated(name, most)) {
    const auto found = std::find(known.begin(), known.end(), value);
    if (found == known.end())
      refuse(name, one_of_these(known));
    else
      places.push_back(static_cast<std::size_t>(found - known.begin()));
  }
  return places;
}

std::optional<std::size_t> Query::one_of(std::string_view name, std::span<const std::string_view> known) {
  const auto places = places_of(name, known, 1);
  return places.empty() ? std::nullopt : std::optional(places.front());
}

std::optional<AsOf> Query::as_of() {
  constexpr std::string_view kName = "as_of";
  const auto value = single(kName);
  if (!value) return std::nullopt;
  if (value->find_first_not_of("0123456789") == std::string_view::npos) {
    const auto sequence = this->sequence(kName);
    return sequence ? std::optional<AsOf>(*sequence) : std::nullopt;
  }
  if (const auto instant = parse_instant(*value)) return *instant;
  refuse(kName, {"Cần số thứ tự bản ghi hoặc thời điểm dạng 2026-03-31T09:15:00+07:00.",
                 "Give a sequence, or a time like 2026-03-31T09:15:00+07:00."});
  return std::nullopt;
}

ReadAt Query::read_at() {
  ReadAt at{as_of(), date("status_date"), sequence("min_sequence")};
  if (at.as_of && at.min_sequence)
    refuse("min_sequence", {"Không dùng cùng as_of.", "It does not go together with as_of."});
  return at;
}

std::size_t Query::limit() {
  const auto value = number("limit");
  if (!value) return kLimitDefault;
  if (*value == 0 || *value > kLimitMax)
    refuse("limit", {"Từ 1 đến " + std::to_string(kLimitMax) + ".", "From 1 to " + std::to_string(kLimitMax) + "."});
  return static_cast<std::size_t>(*value);
}

projections::PageRequest Query::page() {
  return {limit(), id_text("cursor")};
}

projections::Sort Query::sort() {
  using projections::SortKey;
  using projections::SortOrder;
  constexpr std::array<std::string_view, 8> kWords = {"source", "-source", "due",     "-due",
                                                      "title",  "-title",  "updated", "-updated"};
  constexpr std::array<SortKey, 4> kKeys = {SortKey::kSource, SortKey::kDue, SortKey::kTitle, SortKey::kUpdated};
  const std::size_t place = one_of("sort", kWords).value_or(0);
  return {kKeys[place / 2], place % 2 == 0 ? SortOrder::kAscending : SortOrder::kDescending};
}

void Query::refuse(std::string_view name, Message detail) {
  refuse(bad_query(name, std::move(detail)));
}

void Query::refuse(Problem problem) {
  if (!problem_) problem_ = std::move(problem);
}

std::optional<Problem> Query::problem() const {
  if (problem_) return problem_;
  for (const Pair& pair : pairs_)
    if (!pair.asked) return bad_query(pair.name, {"Không có tham số này ở đây.", "There is no such parameter here."});
  return std::nullopt;
}

std::string with_parameter(std::string_view target, std::string_view name, std::string_view value) {
  const std::size_t mark = target.find('?');
  std::string result(target.substr(0, mark));
  char separator = '?';
  std::string_view rest = mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
  while (!rest.empty()) {
    const std::size_t end = rest.find('&');
    const std::string_view pair = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (pair.empty() || pair.substr(0, pair.find('=')) == name) continue;
    result.append(1, separator).append(pair);
    separator = '&';
  }
  return result.append(1, separator).append(name).append(1, '=').append(value);
}

std::string next_link(std::string_view target, std::string_view name, std::string_view value) {
  return "<" + with_parameter(target, name, value) + ">; rel=\"next\"";
}

}  // namespace luuvet::api
