#include "api/http/request_headers.h"

#include <algorithm>
#include <charconv>

#include "api/http/header_text.h"
#include "api/json/json_names.h"

namespace luuvet::api {
namespace {

constexpr std::size_t kSequenceDigitsMax = 19;

std::optional<Sequence> sequence_in(std::string_view text) {
  if (text.empty() || text.size() > kSequenceDigitsMax || (text.front() == '0' && text.size() > 1)) return std::nullopt;
  Sequence value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<std::string_view> unquoted(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::nullopt;
  return text.substr(1, text.size() - 2);
}

// Printable ASCII without quote and backslash: what needs no escape in a quoted string.
bool is_plain_key(std::string_view text) {
  if (text.empty() || text.size() > kIdempotencyKeyBytesMax) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; });
}

// Reads headers one by one and keeps the first fault.
class HeaderReader {
 public:
  explicit HeaderReader(const Request& request) : request_(request) {}

  std::optional<std::string_view> value(std::string_view name) {
    std::optional<std::string_view> found;
    for (const Header& header : request_.headers) {
      if (!same_ignoring_case(header.name, name)) continue;
      if (found) refuse(name, {"Tiêu đề này được nêu hai lần.", "This header stands twice."});
      found = trimmed(header.value);
    }
    return found;
  }

  // The value as `read` understands it; refused with `detail` when it does not.
  template <class Read>
  auto read(std::string_view name, Read&& read, Message detail) -> decltype(read(std::string_view())) {
    const auto text = value(name);
    if (!text) return std::nullopt;
    auto result = read(*text);
    if (!result) refuse(name, std::move(detail));
    return result;
  }

  void refuse(std::string_view name, Message detail) {
    if (!problem) problem = bad_header(name, std::move(detail));
  }

  std::optional<Problem> problem;

 private:
  const Request& request_;
};

std::optional<AgencyId> agency_in(std::string_view text) {
  if (!is_valid_agency_id(text) || text == kSystemActor) return std::nullopt;
  return AgencyId{std::string(text)};
}

std::optional<Capacity> capacity_in(std::string_view text) {
  const auto capacity = value_of<Capacity>(text);
  return capacity == Capacity::kSystem ? std::nullopt : capacity;
}

std::optional<Sequence> etag_in(std::string_view text) {
  const auto inner = unquoted(text);
  return inner ? sequence_in(*inner) : std::nullopt;
}

std::optional<std::string> key_in(std::string_view text) {
  const auto inner = unquoted(text);
  return inner && is_plain_key(*inner) ? std::optional(std::string(*inner)) : std::nullopt;
}

bool names_utf8(std::string_view parameter) {
  const std::string_view name = take_until(parameter, '=');
  if (!same_ignoring_case(name, "charset")) return true;
  const std::string_view charset = unquoted(parameter).value_or(parameter);
  return same_ignoring_case(charset, "utf-8");
}

}  // namespace

Asked<CommandHeaders> read_command_headers(const Request& request) {
  HeaderReader reader(request);
  CommandHeaders headers;
  headers.agency =
      reader.read("Luuvet-Acting-For", agency_in, {"Đây không phải mã cơ quan.", "This is no id of an agency."});
  headers.capacity = reader.read("Luuvet-Capacity", capacity_in,
                                 {"Chỉ nhận một trong: direct, deputy, by-order, by-mandate, clerk.",
                                  "Must be one of: direct, deputy, by-order, by-mandate, clerk."});
  headers.if_match =
      reader.read("If-Match", etag_in,
                  {"Cần đúng một ETag đã nhận, trong dấu ngoặc kép.", "Give one ETag as it was answered, in quotes."});
  headers.based_on =
      reader.read("Luuvet-Based-On", sequence_in, {"Cần số thứ tự bản ghi.", "Give the sequence of a record."});
  headers.idempotency_key = reader.read("Idempotency-Key", key_in,
                                        {"Cần một chuỗi trong dấu ngoặc kép, tối đa 128 ký tự ASCII.",
                                         "Give a quoted string of at most 128 ASCII characters."});
  if (reader.problem) return std::move(*reader.problem);
  return headers;
}

bool says_json(const Request& request) {
  std::string_view rest = request.header("Content-Type").value_or(std::string_view());
  if (!same_ignoring_case(take_until(rest, ';'), "application/json")) return false;
  while (!rest.empty())
    if (!names_utf8(take_until(rest, ';'))) return false;
  return true;
}

EventsForm events_form(const Request& request) {
  std::string_view rest = request.header("Accept").value_or(std::string_view());
  while (!rest.empty()) {
    std::string_view item = take_until(rest, ',');
    const std::string_view type = take_until(item, ';');
    for (const EventsForm form : {EventsForm::kStream, EventsForm::kLines, EventsForm::kBatch})
      if (same_ignoring_case(type, media_type_of(form))) return form;
  }
  return EventsForm::kBatch;
}

std::string_view media_type_of(EventsForm form) {
  switch (form) {
    case EventsForm::kStream:
      return "text/event-stream";
    case EventsForm::kLines:
      return "application/x-ndjson";
    case EventsForm::kBatch:
      break;
  }
  return "application/cloudevents-batch+json";
}

Asked<std::optional<Sequence>> last_event_id(const Request& request) {
  HeaderReader reader(request);
  const auto id =
      reader.read("Last-Event-ID", sequence_in, {"Cần số thứ tự bản ghi.", "Give the sequence of a record."});
  if (reader.problem) return std::move(*reader.problem);
  return id;
}

std::string etag_of(Sequence sequence) {
  return "\"" + std::to_string(sequence) + "\"";
}

}  // namespace luuvet::api
