// Entries of what the API reads: bodies, records, queries, headers, looking frames.
#include "api/command_codec.h"
#include "api/http/request_headers.h"
#include "api/looking.h"
#include "api/reads/read.h"
#include "api/record_bytes.h"
#include "api/record_codec.h"
#include "api/routes.h"
#include "tests/fuzz/entries.h"
#include "tests/fuzz/must.h"

namespace luuvet::fuzz {
namespace {

using api::CommandTarget;
using api::TargetKind;

constexpr CommandTarget on(Aggregate aggregate, std::string_view name) {
  return {TargetKind::kItem, aggregate, "x", name};
}
constexpr CommandTarget act(std::string_view name) {
  return {TargetKind::kAct, Aggregate::kTask, {}, name};
}

constexpr CommandTarget kTargets[] = {
    {TargetKind::kCreate, Aggregate::kDocument, {}, {}},
    {TargetKind::kCreate, Aggregate::kTask, {}, {}},
    on(Aggregate::kDocument, "amend"),
    on(Aggregate::kTask, "amend"),
    on(Aggregate::kTask, "assign"),
    on(Aggregate::kTask, "record-trigger"),
    on(Aggregate::kTask, "suspend"),
    on(Aggregate::kTask, "resume"),
    on(Aggregate::kTask, "cancel"),
    on(Aggregate::kTask, "reinstate"),
    on(Aggregate::kAssignment, "start"),
    on(Aggregate::kAssignment, "report-progress"),
    on(Aggregate::kAssignment, "approve-progress"),
    on(Aggregate::kAssignment, "return-progress"),
    on(Aggregate::kAssignment, "submit"),
    on(Aggregate::kAssignment, "accept"),
    on(Aggregate::kAssignment, "return"),
    on(Aggregate::kAssignment, "ask-extension"),
    on(Aggregate::kAssignment, "decide-extension"),
    on(Aggregate::kAssignment, "reopen"),
    on(Aggregate::kAssignment, "enter-opening-state"),
    on(Aggregate::kAssignment, "confirm-opening-state"),
    on(Aggregate::kTask, "comment"),
    on(Aggregate::kTask, "direct"),
    on(Aggregate::kTask, "urge"),
    act("amend-programme"),
    act("enter-opening-state"),
    act("confirm-opening-state"),
    act("approve-progress"),
};

api::Request request_of(std::string_view lines) {
  api::Request request;
  request.method = "POST";
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    request.headers.push_back({std::string(line.substr(0, colon)), std::string(line.substr(colon + 1))});
  }
  return request;
}

}  // namespace

void command_body(std::string_view bytes) {
  if (bytes.empty()) return;
  const CommandTarget& target = kTargets[static_cast<unsigned char>(bytes.front()) % std::size(kTargets)];
  must(api::is_command(target));
  const auto command = api::read_command(target, bytes.substr(1));
  must(command || command.error().kind == RejectionKind::kInvalid);
  must(command || !command.error().errors.empty());
}

// What can be read is written back so that it reads the same.
void record(std::string_view bytes) {
  static api::RecordDecoder decoder;
  const auto first = decoder.decode(bytes);
  if (!first) return must(!first.error().detail.en.empty());
  const auto& [recorded, source, correlation] = first.value();
  const std::string written = api::encode_record(recorded, source, correlation, api::Salt{});
  must(api::leaf_size(written) == api::leaf_of(written).size());
  const auto second = decoder.decode(written);
  must(second.has_value());
  must(api::encode_record(second.value().recorded, source, correlation, api::Salt{}) == written);
}

void query(std::string_view bytes) {
  const auto route = api::match("GET", bytes);
  if (!route || route.value().kind != api::RouteKind::kList) return;
  static const projections::Views views;
  api::Query query(bytes);
  query.read_at();
  const auto list =
      api::read_list(api::ViewContext(views, Date{20'000}), "0123456789abcdef", route.value().aggregate, query);
  if (!list) must(api::status_of(list.error().type) == 400);
}

void headers(std::string_view bytes) {
  const api::Request request = request_of(bytes);
  const auto read = api::read_command_headers(request);
  must(read || !read.error().header.empty());
  must(!read || (read.value().capacity != Capacity::kSystem && read.value().agency != AgencyId{"luuvet"}));
  api::says_json(request);
  api::events_form(request);
  (void)api::last_event_id(request);
  api::language_of(request.header("Accept-Language"));
}

// What is taken is short and fit to be shown to others.
void looking(std::string_view bytes) {
  const auto read = api::read_looking(bytes);
  if (!read) return;
  must(bytes.size() <= api::kLookingBytesMax);
  must(!read->field || (!read->field->empty() && read->field->size() <= api::kLookingFieldMax));
  must(!read->agency || is_valid_id(read->agency->value));
}

}  // namespace luuvet::fuzz
