#include "server/log/record_facts.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <cstring>

#include "server/log/hash.h"

namespace luuvet::server {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::string_view kSourceBegins = "/luuvet/";
constexpr std::size_t kLogIdBytes = 8;

bool read_text(ondemand::object& object, std::string_view name, std::string& text) {
  std::string_view value;
  if (object.find_field(name).get_string().get(value) != simdjson::SUCCESS) return false;
  text = value;
  return true;
}

bool read_decimal(std::string_view text, std::uint64_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && text == std::to_string(number);
}

bool read_correlation(std::string_view text, Correlation& correlation) {
  const auto bytes = from_hex(text, sizeof(Correlation));
  if (!bytes) return false;
  std::memcpy(correlation.key.data(), bytes->data(), correlation.key.size());
  std::memcpy(correlation.request.data(), bytes->data() + correlation.key.size(), correlation.request.size());
  return true;
}

}  // namespace

std::optional<LogIdentity> identity_of_source(std::string_view source) {
  if (!source.starts_with(kSourceBegins)) return std::nullopt;
  source.remove_prefix(kSourceBegins.size());
  const std::size_t slash = source.find('/');
  if (slash == std::string_view::npos || slash == 0) return std::nullopt;
  LogIdentity identity{std::string(source.substr(0, slash)), std::string(source.substr(slash + 1))};
  if (!from_hex(identity.log, kLogIdBytes)) return std::nullopt;
  return identity;
}

std::string origin_of(const LogIdentity& identity) {
  return "luuvet.local/" + identity.instance + "/" + identity.log;
}

struct RecordReader::Buffers {
  ondemand::parser parser;
  std::string padded;
};

RecordReader::RecordReader() : buffers_(std::make_unique<Buffers>()) {}
RecordReader::~RecordReader() = default;

// The members stand in this order in every record, so that one pass forward finds them.
std::optional<std::string_view> RecordReader::read(std::string_view record, RecordFacts& facts) {
  buffers_->padded.reserve(record.size() + simdjson::SIMDJSON_PADDING);
  buffers_->padded = record;
  ondemand::document document;
  ondemand::object object;
  if (buffers_->parser.iterate(buffers_->padded.data(), record.size(), buffers_->padded.capacity()).get(document) !=
          simdjson::SUCCESS ||
      document.get_object().get(object) != simdjson::SUCCESS) {
    return "";
  }
  std::string text;
  if (!read_text(object, "id", text) || !read_decimal(text, facts.id)) return "id";
  if (!read_text(object, "source", facts.source) || !identity_of_source(facts.source)) return "source";
  if (!read_text(object, "subject", facts.subject)) return "subject";
  if (!read_text(object, "time", facts.time)) return "time";
  if (object.find_field("streamversion").get_uint64().get(facts.stream_version) != simdjson::SUCCESS)
    return "streamversion";
  if (!read_text(object, "correlationid", text) || !read_correlation(text, facts.correlation)) return "correlationid";
  ondemand::object data;
  if (object.find_field("data").get_object().get(data) != simdjson::SUCCESS) return "data";
  for (auto field : data) {
    if (field.error() != simdjson::SUCCESS) return "data";
  }
  return std::nullopt;
}

}  // namespace luuvet::server
