#include "server/live/record_envelope.h"

#include <simdjson.h>

#include <charconv>
#include <cstring>
#include <string>

namespace luuvet::server {
namespace {

namespace ondemand = simdjson::ondemand;

// The token without its quotes. None of the members read here ever holds an escape.
std::optional<std::string_view> plain_string(std::string_view token) {
  while (token.ends_with(' ')) token.remove_suffix(1);
  if (token.size() < 2 || token.front() != '"' || token.back() != '"') return std::nullopt;
  token = token.substr(1, token.size() - 2);
  if (token.find('\\') != std::string_view::npos) return std::nullopt;
  return token;
}

std::optional<Sequence> sequence_of(std::string_view digits) {
  Sequence sequence = 0;
  const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), sequence);
  if (end.ec != std::errc() || end.ptr != digits.data() + digits.size() || sequence == 0) return std::nullopt;
  return sequence;
}

struct Members {
  std::string_view id;
  Envelope envelope;

  std::string_view* find(std::string_view key) {
    if (key == "id") return &id;
    if (key == "type") return &envelope.type;
    if (key == "subject") return &envelope.subject;
    if (key == "agency") return &envelope.agency;
    if (key == "programme") return &envelope.programme;
    return nullptr;
  }
};

// Reads up to `data`, the last member. False if a member is not as it must be.
bool read_members(ondemand::object object, Members& members) {
  for (auto field : object) {
    std::string_view key;
    if (field.unescaped_key().get(key)) return false;
    if (key == "data") return true;
    std::string_view* member = members.find(key);
    if (member == nullptr) continue;
    ondemand::value value;
    if (field.value().get(value)) return false;
    const auto text = plain_string(value.raw_json_token());
    if (!text) return false;
    *member = *text;
  }
  return false;
}

}  // namespace

struct EnvelopeReader::Buffers {
  ondemand::parser parser;
  std::string padded;
};

EnvelopeReader::EnvelopeReader() : buffers_(std::make_unique<Buffers>()) {}
EnvelopeReader::~EnvelopeReader() = default;
EnvelopeReader::EnvelopeReader(EnvelopeReader&&) noexcept = default;

std::optional<Envelope> EnvelopeReader::read(std::string_view record) {
  std::string& padded = buffers_->padded;
  padded.reserve(record.size() + simdjson::SIMDJSON_PADDING);
  padded.assign(record);
  ondemand::document document;
  ondemand::object object;
  if (buffers_->parser.iterate(padded.data(), record.size(), padded.capacity()).get(document)) return std::nullopt;
  if (document.get_object().get(object)) return std::nullopt;
  Members members;
  if (!read_members(object, members)) return std::nullopt;
  const auto sequence = sequence_of(members.id);
  if (!sequence) return std::nullopt;
  // From the buffer to the same places in the record.
  Envelope envelope = members.envelope;
  envelope.sequence = *sequence;
  for (std::string_view* text : {&envelope.type, &envelope.subject, &envelope.agency, &envelope.programme})
    if (!text->empty()) *text = record.substr(static_cast<std::size_t>(text->data() - padded.data()), text->size());
  return envelope;
}

}  // namespace luuvet::server
