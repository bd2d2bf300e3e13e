#include "tests/crash/log_copy.h"

#include <stdexcept>

#include "tests/support/json.h"

namespace luuvet::test {

namespace {

constexpr std::size_t kPage = 1000;

// The words of a comment or a progress statement; empty for other records.
std::string words_of(const Json& record) {
  simdjson::dom::element open;
  if (record["data"]["open"].get(open) != simdjson::SUCCESS) return "";
  std::string_view words;
  if (open["text"].get(words) == simdjson::SUCCESS || open["result"].get(words) == simdjson::SUCCESS)
    return std::string(words);
  return "";
}

}  // namespace

void LogCopy::add(std::string_view record) {
  const Json json(record);
  const Sequence sequence = std::stoull(std::string(json["id"].get_string().value()));
  if (sequence != head_ + 1)
    throw std::runtime_error("after record " + std::to_string(head_) + " comes " + std::to_string(sequence));
  head_ = sequence;
  const std::string words = words_of(json);
  if (words.empty()) return;
  const auto [place, is_new] = texts_.emplace(words, sequence);
  if (!is_new)
    throw std::runtime_error("'" + words + "' is booked as " + std::to_string(place->second) + " and as " +
                             std::to_string(sequence));
}

void LogCopy::read_on(HttpClient& client) {
  for (std::size_t count = kPage; count == kPage;) {
    const HttpReply reply =
        client.get("/api/v1/events?after=" + std::to_string(head_) + "&limit=" + std::to_string(kPage),
                   {{"Accept", "application/x-ndjson"}});
    if (reply.status != 200) throw std::runtime_error("events: " + std::to_string(reply.status) + " " + reply.body);
    count = 0;
    std::string_view rest = reply.body;
    for (auto end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n'), ++count) {
      add(rest.substr(0, end));
      rest.remove_prefix(end + 1);
    }
  }
}

Sequence LogCopy::find(const std::string& text) const {
  const auto place = texts_.find(text);
  return place == texts_.end() ? 0 : place->second;
}

}  // namespace luuvet::test
