// Entries of what the server itself reads: requests from the socket, deadlines, tile paths, the live feed's query.
#include "domain/deadlines/deadline.h"
#include "server/live/feed_query.h"
#include "server/log/audit.h"
#include "server/net/request_reader.h"
#include "tests/fuzz/entries.h"
#include "tests/fuzz/must.h"

namespace luuvet::fuzz {
namespace {

using server::ReadFault;
using server::RequestReader;

constexpr server::HttpLimits kLimits{.header_bytes = 2'048, .body_bytes = 4'096};

// Feeds the reader pieces of that size until it is done, at fault, or all is given.
RequestReader read(std::string_view bytes, std::size_t piece) {
  RequestReader reader(kLimits);
  reader.begin();
  std::string unread;
  for (std::size_t at = 0; at < bytes.size() && !reader.done() && reader.fault() == ReadFault::kNone; at += piece) {
    unread += bytes.substr(at, piece);
    for (std::size_t taken = 1; taken > 0 && !unread.empty() && !reader.done() && reader.fault() == ReadFault::kNone;) {
      taken = reader.take(unread);
      must(taken <= unread.size());
      unread.erase(0, taken);
    }
  }
  return reader;
}

bool same_headers(const api::Request& a, const api::Request& b) {
  return std::equal(a.headers.begin(), a.headers.end(), b.headers.begin(), b.headers.end(),
                    [](const auto& x, const auto& y) { return x.name == y.name && x.value == y.value; });
}

}  // namespace

// However it is cut, it is the same request.
void request_reader(std::string_view bytes) {
  if (bytes.empty()) return;
  const std::size_t piece = 1 + static_cast<unsigned char>(bytes.front()) % 32;
  bytes.remove_prefix(1);
  RequestReader whole = read(bytes, bytes.size() + 1);
  RequestReader cut = read(bytes, piece);
  must(whole.done() == cut.done());
  if (!whole.done()) return;
  must(whole.request().body.size() <= kLimits.body_bytes);
  must(whole.request().method == cut.request().method && whole.request().target == cut.request().target);
  must(whole.request().body == cut.request().body && same_headers(whole.request(), cut.request()));
  must(whole.keep_alive() == cut.keep_alive());
}

// What is read of a text fits its kind, and the text is kept.
void deadline(std::string_view bytes) {
  const Deadline read = parse_deadline(bytes, {2026, 2030});
  must(read.parts.size() <= kDeadlinePartsMax);
  must(read.kind != DeadlineKind::kCompound || read.parts.size() >= 2);
  if (read.start && read.due) must(read.start->days <= read.due->days);
  if (read.kind != DeadlineKind::kNone) must(!find_deadline_fault(read));
}

// A path has one spelling only.
void tile_path(std::string_view bytes) {
  const auto path = server::parse_tile_path(bytes);
  if (path) must(server::tile_path(*path) == bytes);
}

void live_query(std::string_view bytes) {
  api::Request request;
  request.method = "GET";
  request.target = "/api/v1/live?" + std::string(bytes);
  for (const auto form : {server::FeedForm::kPage, server::FeedForm::kWebSocket, server::FeedForm::kEventStream}) {
    const auto read = server::read_feed_query(request, form, "0123456789abcdef", 1'000);
    must(!read || !read.value().after || *read.value().after <= 1'000);
  }
}

}  // namespace luuvet::fuzz
