#include "server/live/frames.h"

#include <cstdio>
#include <random>
#include <utility>

#include "api/json/json_write.h"

namespace luuvet::server {
namespace {

constexpr char kFinalText = '\x81';
constexpr std::string_view kPing("\x89\x00", 2);
constexpr std::size_t kShortMax = 125;
constexpr char kLength16 = 126;
constexpr char kLength64 = 127;

void append_big_endian(std::string& out, std::uint64_t value, int bytes) {
  for (int at = bytes - 1; at >= 0; --at) out += static_cast<char>((value >> (8 * at)) & 0xff);
}

void append_text_frame(std::string& out, std::string_view payload) {
  out += kFinalText;
  if (payload.size() <= kShortMax) {
    out += static_cast<char>(payload.size());
  } else if (payload.size() <= 0xffff) {
    out += kLength16;
    append_big_endian(out, payload.size(), 2);
  } else {
    out += kLength64;
    append_big_endian(out, payload.size(), 8);
  }
  out += payload;
}

std::string comment(std::string_view text, Sequence position) {
  return ": " + std::string(text) + "\nid: " + std::to_string(position) + "\n\n";
}

std::string head_only(Sequence position) {
  return R"({"head":)" + std::to_string(position) + '}';
}

void append_optional(std::string& out, std::string_view name, const std::optional<std::string>& value) {
  out += ",\"";
  out += name;
  out += "\":";
  if (value)
    api::write_string(out, *value);
  else
    out += "null";
}

std::string filter_json(const FilterTerms& filter) {
  std::string out = R"({"types":[)";
  for (const std::string& type : filter.types) {
    if (!out.ends_with('[')) out += ',';
    api::write_string(out, type);
  }
  out += ']';
  append_optional(out, "agency", filter.agency);
  append_optional(out, "programme", filter.programme);
  append_optional(out, "subject", filter.subject);
  return out + '}';
}

}  // namespace

void append_record(std::string& out, Framing framing, Sequence sequence, std::string_view bytes) {
  if (framing == Framing::kWebSocket) return append_text_frame(out, bytes);
  out += "id: ";
  out += std::to_string(sequence);
  out += "\ndata: ";
  out += bytes;
  out += "\n\n";
}

std::string connection_id(std::uint64_t number) {
  static const std::uint32_t process = std::random_device{}();
  char text[40];
  const int length = std::snprintf(text, sizeof text, "%08x.%llx", process, static_cast<unsigned long long>(number));
  return {text, static_cast<std::size_t>(length)};
}

ControlFrames::ControlFrames(Framing framing, std::string_view source, std::string connection)
    : framing_(framing), source_(std::string(source) + "/live"), connection_(std::move(connection)) {}

std::string ControlFrames::event(Instant now, std::string_view type, std::string_view data) {
  std::string json = R"({"specversion":"1.0","id":")" + connection_ + '-' + std::to_string(++count_);
  json += R"(","source":)";
  api::write_string(json, source_);
  json += R"(,"type":"vn.luuvet.live.)" + std::string(type) + R"(.v1","time":")" + to_string(now);
  json += R"(","datacontenttype":"application/json","data":)" + std::string(data) + '}';
  std::string frame;
  append_text_frame(frame, json);
  return frame;
}

std::string ControlFrames::hello(Instant now, std::string_view log, Sequence head, Sequence after,
                                 const FilterTerms& filter) {
  if (framing_ == Framing::kEventStream) return comment("log " + std::string(log), after);
  std::string data = R"({"log":)";
  api::write_string(data, log);
  data += ",\"head\":" + std::to_string(head) + ",\"after\":" + std::to_string(after);
  data += ",\"filter\":" + filter_json(filter) + '}';
  return event(now, "hello", data);
}

std::string ControlFrames::caught_up(Instant now, Sequence position) {
  if (framing_ == Framing::kEventStream) return comment("caught up", position);
  return event(now, "caught-up", head_only(position));
}

std::string ControlFrames::heartbeat(Instant now, Sequence position) {
  if (framing_ == Framing::kEventStream) return comment("heartbeat", position);
  return event(now, "heartbeat", head_only(position)) += kPing;
}

std::string ControlFrames::presence(Instant now, std::string_view data) {
  return event(now, "presence", data);
}

}  // namespace luuvet::server
