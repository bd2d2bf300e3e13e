#include "api/looking.h"

#include <algorithm>
#include <utility>

#include "api/json/json_read.h"

namespace luuvet::api {
namespace {

struct LookingEvent {
  std::string specversion;
  std::string type;
  std::string id;
  std::string source;
  std::optional<std::string> time;
  std::optional<std::string> datacontenttype;
  Looking data;
};
BOOST_DESCRIBE_STRUCT(LookingEvent, (), (specversion, type, id, source, time, datacontenttype, data))

bool is_looking(const LookingEvent& event) {
  return event.specversion == "1.0" && event.type == "vn.luuvet.live.looking.v1" && event.source == "/client" &&
         !event.id.empty() && event.datacontenttype.value_or("application/json") == "application/json";
}

// A command and a member of its body, or a place of the page: a word that the client gives a label to.
bool is_field_name(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
  };
  return !text.empty() && text.size() <= kLookingFieldMax && std::all_of(text.begin(), text.end(), fits);
}

}  // namespace

std::optional<Looking> read_looking(std::string_view bytes) {
  if (bytes.size() > kLookingBytesMax) return std::nullopt;
  ondemand::parser parser;
  const simdjson::padded_string padded(bytes);
  auto event = read_json<Missing::kRefused, LookingEvent>(parser, padded);
  if (!event || !is_looking(event.value())) return std::nullopt;
  Looking looking = std::move(event.value().data);
  if (looking.field && !is_field_name(*looking.field)) return std::nullopt;
  return looking;
}

}  // namespace luuvet::api
