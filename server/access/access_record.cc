#include "server/access/access_record.h"

#include <simdjson.h>

#include "api/json/json_object.h"
#include "server/log/event_log.h"
#include "server/log/hash.h"
#include "server/log/pruned.h"

namespace luuvet::server {
namespace {

namespace dom = simdjson::dom;

constexpr std::string_view kTypeBegins = "vn.luuvet.access.";
constexpr std::string_view kAccountBegins = "account/";
constexpr std::string_view kUnknownSubject = "access/unknown";

using Writer = api::JsonWriter<api::Absent::kLeftOut>;

bool is_own(AccessKind kind) {
  return kind == AccessKind::kLogCreated || kind == AccessKind::kLogAdopted || kind == AccessKind::kLogPruned ||
         kind == AccessKind::kLost;
}

std::string open_part(const AccessEvent& event, const api::Salt& salt) {
  const std::string_view bits(reinterpret_cast<const char*>(salt.data()), salt.size());
  std::string open = R"({"salt":")" + hex(bits) + '"';
  Writer write{open};
  bool first = false;
  if (!event.address.empty()) write.member("address", event.address, first);
  if (!event.user_agent.empty()) write.member("user_agent", event.user_agent, first);
  return open + '}';
}

void write_data(std::string& out, const AccessEvent& event, const api::Salt& salt) {
  Writer write{out};
  bool first = true;
  out += R"("data":{)";
  write.members(event.data, first);
  if (!event.address.empty() || !event.user_agent.empty()) {
    const std::string open = open_part(event, salt);
    write.member("sealed", base64_url(bytes_of(sha256({open}))), first);
    (out += R"(,"open":)") += open;
  }
  out += '}';
}

// --- reading ---

bool take(const dom::element& value, std::optional<std::string>& member) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) return false;
  member = text;
  return true;
}
bool take(const dom::element& value, std::optional<std::uint64_t>& member) {
  std::uint64_t number = 0;
  if (value.get(number) != simdjson::SUCCESS) return false;
  member = number;
  return true;
}
template <class Value, class Parse>
bool take_text(const dom::element& value, std::optional<Value>& member, Parse&& parse) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) return false;
  member = parse(text);
  return member.has_value();
}
bool take(const dom::element& value, std::optional<Instant>& member) {
  return take_text(value, member, parse_instant);
}
bool take(const dom::element& value, std::optional<Date>& member) {
  return take_text(value, member, parse_date);
}
bool take(const dom::element& value, std::optional<SignInHow>& member) {
  return take_text(value, member, [](std::string_view text) { return api::value_of<SignInHow>(text); });
}

bool read_data(const dom::object& object, AccessData& data) {
  bool good = true;
  for_each_member<AccessData>([&](std::size_t, auto member) {
    dom::element value;
    if (object.at_key(member.name).get(value) == simdjson::SUCCESS) good = good && take(value, data.*member.pointer);
  });
  return good;
}

std::string text_at(const dom::object& object, std::string_view name) {
  std::string_view text;
  return object.at_key(name).get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::optional<AccessKind> kind_of(std::string_view type) {
  if (!type.starts_with(kTypeBegins)) return std::nullopt;
  type.remove_prefix(kTypeBegins.size());
  if (!type.ends_with(".v1")) return std::nullopt;
  return api::value_of<AccessKind>(type.substr(0, type.size() - 3));
}

bool read_row(const dom::object& object, AccessRow& row) {
  row.type = text_at(object, "type");
  const auto kind = kind_of(row.type);
  const auto time = parse_instant(text_at(object, "time"));
  dom::object data;
  if (!kind || !time || object.at_key("data").get(data) != simdjson::SUCCESS) return false;
  row.event.kind = *kind;
  row.event.at = *time;
  row.event.actor = {text_at(object, "actor")};
  const std::string subject = text_at(object, "subject");
  if (subject.starts_with(kAccountBegins)) row.event.account = {subject.substr(kAccountBegins.size())};
  if (dom::object open; data.at_key("open").get(open) == simdjson::SUCCESS) {
    row.event.address = text_at(open, "address");
    row.event.user_agent = text_at(open, "user_agent");
  }
  return read_data(data, row.event.data);
}

std::optional<std::string_view> shown(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

}  // namespace

std::string access_type(AccessKind kind) {
  return std::string(kTypeBegins).append(api::name_of(kind)).append(".v1");
}

std::string access_subject(const ActorId& account) {
  return std::string(kAccountBegins) + account.value;
}

std::string access_subject(const AccessEvent& event) {
  if (is_own(event.kind)) return std::string(kOwnSubject);
  return event.account.empty() ? std::string(kUnknownSubject) : access_subject(event.account);
}

std::string encode_access(const AccessEvent& event, const AccessPlace& place) {
  std::string out = "{";
  Writer write{out};
  bool first = true;
  write.member("specversion", std::string_view("1.0"), first);
  write.member("id", std::to_string(place.sequence), first);
  write.member("source", place.source, first);
  write.member("type", access_type(event.kind), first);
  write.member("subject", place.subject, first);
  write.member("time", place.time, first);
  write.member("datacontenttype", std::string_view("application/json"), first);
  write.member("streamversion", place.stream_version, first);
  if (!event.actor.empty()) write.member("actor", event.actor, first);
  write.member("correlationid", place.correlation, first);
  out += ',';
  write_data(out, event, place.salt);
  return out + '}';
}

struct AccessDecoder::Buffers {
  dom::parser parser;
};

AccessDecoder::AccessDecoder() : buffers_(std::make_unique<Buffers>()) {}
AccessDecoder::~AccessDecoder() = default;

std::optional<AccessRow> AccessDecoder::decode(Sequence sequence, std::string_view record) {
  if (pruned_leaf(record)) return std::nullopt;
  dom::object object;
  AccessRow row;
  row.sequence = sequence;
  if (buffers_->parser.parse(record.data(), record.size()).get(object) != simdjson::SUCCESS || !read_row(object, row))
    throw LogFailure("record " + std::to_string(sequence) + " of the access log cannot be read");
  return row;
}

std::string access_json(const AccessRow& row) {
  const AccessEvent& event = row.event;
  std::string out;
  {
    api::JsonObject object(out);
    object.member("sequence", row.sequence).member("time", event.at).member("type", row.type);
    object.member("account", shown(event.account.value)).member("actor", shown(event.actor.value));
    object.member("address", shown(event.address)).member("user_agent", shown(event.user_agent));
    object.members(event.data);
  }
  return out;
}

}  // namespace luuvet::server
