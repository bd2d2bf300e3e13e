#include "api/record_codec.h"

#include <openssl/sha.h>

#include <cstring>
#include <unordered_map>

#include "api/event_types.h"
#include "api/json/json_read.h"
#include "api/json/json_write.h"

namespace luuvet::api {
namespace {

using Writer = JsonWriter<Absent::kLeftOut>;
using Reader = JsonReader<Missing::kDefault>;

// --- writing ---

std::string hex(const Salt& salt) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : salt) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 0xf];
  }
  return text;
}

std::string base64url(const unsigned char* bytes, std::size_t size) {
  static constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string text;
  std::uint32_t bits = 0;
  int count = 0;
  for (std::size_t at = 0; at < size; ++at) {
    bits = (bits << 8) | bytes[at];
    count += 8;
    while (count >= 6) {
      count -= 6;
      text += kAlphabet[(bits >> count) & 0x3f];
    }
  }
  if (count > 0) text += kAlphabet[(bits << (6 - count)) & 0x3f];
  return text;
}

class DataWriter {
 public:
  DataWriter(std::string& out, const Salt& salt) : out_(out), write_{out}, salt_(salt) {}

  template <class Content>
  void operator()(const Registered<Content>& event) {
    write_(event.content);
  }
  template <class Content>
  void operator()(const Amended<Content>& event) {
    begin();
    write_.member("set", event.set, first_);
    write_.member("document", event.document, first_);
    write_.member("undoes", event.undoes, first_);
    end(event.open);
  }
  void operator()(const DocumentRegistered& event) {
    begin();
    write_.members(event.content, first_);
    end(event.open);
  }
  template <class Described>
  requires boost::describe::has_describe_members<Described>::value void operator()(const Described& event) {
    begin();
    for_each_member<Described>([&](std::size_t, auto member) {
      if constexpr (requires { event.open; })
        if (std::string_view(member.name) == "open") return;
      write_.member(member.name, event.*member.pointer, first_);
    });
    if constexpr (requires { event.open; })
      end(event.open);
    else
      out_ += '}';
  }

 private:
  void begin() { out_ += '{'; }

  template <class Open>
  void end(const std::optional<Open>& open) {
    if (open) {
      std::string bytes = R"({"salt":")" + hex(salt_) + '"';
      bool first = false;
      Writer{bytes}.members(*open, first);
      bytes += '}';
      unsigned char digest[SHA256_DIGEST_LENGTH];
      SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest);
      write_.member("sealed", base64url(digest, sizeof digest), first_);
      out_ += R"(,"open":)";
      out_ += bytes;
    }
    out_ += '}';
  }

  std::string& out_;
  Writer write_;
  const Salt& salt_;
  bool first_ = true;
};

void write_envelope(std::string& out, const Recorded& recorded, std::string_view source, std::string_view correlation) {
  Writer write{out};
  bool first = true;
  out += '{';
  write.member("specversion", std::string_view("1.0"), first);
  write.member("id", std::to_string(recorded.meta.sequence), first);
  write.member("source", source, first);
  write.member("type", type_of(recorded.event), first);
  write.member("subject", recorded.subject.text(), first);
  write.member("time", recorded.meta.time, first);
  write.member("datacontenttype", std::string_view("application/json"), first);
  write.member("streamversion", recorded.stream_version, first);
  write.member("actor", recorded.meta.actor, first);
  write.member("agency", recorded.meta.agency, first);
  write.member("capacity", recorded.capacity, first);
  write.member("correlationid", correlation, first);
  if (recorded.causation) write.member("causationid", std::to_string(*recorded.causation), first);
  if (recorded.act_size > 1) {
    write.member("actindex", recorded.act_index, first);
    write.member("actsize", recorded.act_size, first);
  }
  write.member("programme", recorded.programme, first);
}

// --- reading ---

struct SaltOnly {
  std::string salt;
};
BOOST_DESCRIBE_STRUCT(SaltOnly, (), (salt))

// Reads `data` into one alternative of Event.
class DataReader {
 public:
  explicit DataReader(ReadContext& context) : read_(context) {}

  template <class Content>
  void operator()(ondemand::value value, Registered<Content>& event) {
    read_(value, event.content);
  }
  template <class Content>
  void operator()(ondemand::value value, Amended<Content>& event) {
    with_protected(value, event, event.open);
  }
  void operator()(ondemand::value value, DocumentRegistered& event) {
    with_protected(value, event.content, event.open);
  }
  template <class Described>
  requires boost::describe::has_describe_members<Described>::value void operator()(ondemand::value value,
                                                                                   Described& event) {
    if constexpr (requires { event.open; })
      with_protected(value, event, event.open);
    else
      read_(value, event);
  }

 private:
  template <class Plain>
  struct AmendedPlain {
    Partial<Plain>& set;
    std::optional<DocumentRef>& document;
  };

  template <class Content, class Open>
  void with_protected(ondemand::value value, Amended<Content>& event, std::optional<Open>& open) {
    Nothing nothing;
    read_.members_and(value, nothing, [&](std::string_view key, ondemand::value member) {
      if (key == "set") return read_(member, event.set), true;
      if (key == "document") return read_(member, event.document), true;
      if (key == "undoes") return read_(member, event.undoes), true;
      return read_protected(key, member, open);
    });
  }
  // `open` is met before the struct's own member of that name: it carries the salt as well.
  template <class Struct, class Open>
  void with_protected(ondemand::value value, Struct& target, std::optional<Open>& open) {
    Nothing nothing;
    read_.members_and(value, nothing, [&](std::string_view key, ondemand::value member) {
      return read_protected(key, member, open) || read_own(key, member, target);
    });
  }
  template <class Struct>
  bool read_own(std::string_view key, ondemand::value value, Struct& target) {
    bool known = false;
    for_each_member<Struct>([&](std::size_t, auto described) {
      if (known || member_name(described.name) != key) return;
      known = true;
      read_(value, target.*described.pointer);
    });
    return known;
  }
  template <class Open>
  bool read_protected(std::string_view key, ondemand::value value, std::optional<Open>& open) {
    if (key == "sealed") return read_(value, sealed_), true;
    if (key != "open") return false;
    SaltOnly salt;
    open.emplace();
    read_.members_and(value, *open, [&](std::string_view inner, ondemand::value member) {
      if (inner != "salt") return false;
      read_(member, salt.salt);
      return true;
    });
    return true;
  }

  struct Nothing {
    BOOST_DESCRIBE_CLASS(Nothing, (), (), (), ())
  };

  Reader read_;
  std::string sealed_;
};

using ReadEvent = void (*)(ReadContext&, ondemand::value, Event&);

template <std::size_t index>
void read_event(ReadContext& context, ondemand::value value, Event& event) {
  DataReader{context}(value, event.emplace<index>());
}

const std::unordered_map<std::string_view, ReadEvent>& event_readers() {
  static const auto readers = [] {
    std::unordered_map<std::string_view, ReadEvent> result;
    boost::mp11::mp_for_each<boost::mp11::mp_iota_c<kEventTypes.size()>>(
        [&](auto index) { result.emplace(kEventTypes[index], &read_event<index>); });
    return result;
  }();
  return readers;
}

Rejection refused(std::string en) {
  std::string vi = "Không đọc được bản ghi: " + en;
  return invalid("", std::move(vi), std::move(en));
}

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// The envelope's members, as they stand in the bytes; `type` comes before `data`, so one pass does.
class EnvelopeReader {
 public:
  EnvelopeReader(ReadContext& context, DecodedRecord& out) : context_(context), read_(context), out_(out) {}

  std::string unknown_type;

  // Whether everything was there that every record has.
  bool is_whole() const {
    return out_.recorded.meta.sequence > 0 && has_subject_ && has_time_ && has_data_ && !out_.source.empty() &&
           out_.recorded.stream_version > 0;
  }

  bool operator()(std::string_view key, ondemand::value value) {
    Recorded& recorded = out_.recorded;
    if (key == "specversion" || key == "datacontenttype") return read_(value, scratch_), true;
    if (key == "id") return sequence(value, recorded.meta.sequence), true;
    if (key == "source") return read_(value, out_.source), true;
    if (key == "type") return read_(value, type_), true;
    if (key == "subject") return subject(value), true;
    if (key == "time") return time(value), true;
    if (key == "streamversion") return read_(value, recorded.stream_version), true;
    if (key == "actor") return read_(value, recorded.meta.actor), true;
    if (key == "agency") return read_(value, recorded.meta.agency), true;
    if (key == "capacity") return read_(value, recorded.capacity), true;
    if (key == "correlationid") return read_(value, out_.correlation), true;
    if (key == "causationid") return sequence(value, recorded.causation.emplace()), true;
    if (key == "actindex") return small(value, recorded.act_index), true;
    if (key == "actsize") return small(value, recorded.act_size), true;
    if (key == "programme") return read_(value, recorded.programme.emplace()), true;
    if (key == "data") return data(value), true;
    return false;
  }

 private:
  void sequence(ondemand::value value, Sequence& out) {
    read_(value, scratch_);
    if (const auto found = number(scratch_))
      out = *found;
    else
      context_.wrong_type("số thứ tự", "a sequence");
  }
  void small(ondemand::value value, std::uint32_t& out) {
    std::uint64_t wide = 0;
    read_(value, wide);
    out = static_cast<std::uint32_t>(wide);
  }
  void subject(ondemand::value value) {
    read_(value, scratch_);
    auto found = parse_subject(scratch_);
    has_subject_ = found.has_value();
    if (found)
      out_.recorded.subject = std::move(*found);
    else
      context_.wrong_type("đối tượng của nhật ký", "a subject");
  }
  void time(ondemand::value value) {
    read_(value, scratch_);
    const auto found = parse_instant(scratch_);
    has_time_ = found.has_value();
    if (found)
      out_.recorded.meta.time = *found;
    else
      context_.wrong_type("thời điểm", "a moment");
  }
  void data(ondemand::value value) {
    const auto reader = event_readers().find(type_);
    if (reader == event_readers().end()) {
      unknown_type = type_;
      context_.malformed = true;
      return;
    }
    has_data_ = true;
    reader->second(context_, value, out_.recorded.event);
  }

  ReadContext& context_;
  Reader read_;
  DecodedRecord& out_;
  std::string type_, scratch_;
  bool has_subject_ = false, has_time_ = false, has_data_ = false;
};

struct NoMembers {};
BOOST_DESCRIBE_STRUCT(NoMembers, (), ())

}  // namespace

std::string encode_record(const Recorded& recorded, std::string_view source, std::string_view correlation,
                          const Salt& salt) {
  std::string out;
  out.reserve(1024);
  write_envelope(out, recorded, source, correlation);
  out += R"(,"data":)";
  std::visit(DataWriter(out, salt), recorded.event);
  out += '}';
  return out;
}

struct RecordDecoder::Buffers {
  ondemand::parser parser;
  std::vector<char> padded;
};

RecordDecoder::RecordDecoder() : buffers_(std::make_unique<Buffers>()) {}
RecordDecoder::~RecordDecoder() = default;
RecordDecoder::RecordDecoder(RecordDecoder&&) noexcept = default;

Result<DecodedRecord> RecordDecoder::decode(std::string_view bytes) {
  auto& padded = buffers_->padded;
  const std::size_t wanted = bytes.size() + simdjson::SIMDJSON_PADDING;
  if (padded.size() < wanted) padded.resize(2 * wanted);
  std::memcpy(padded.data(), bytes.data(), bytes.size());
  ReadContext context;
  DecodedRecord out;
  EnvelopeReader envelope(context, out);
  ondemand::document document;
  ondemand::value root;
  if (buffers_->parser.iterate(padded.data(), bytes.size(), padded.size()).get(document) ||
      document.get_value().get(root))
    return refused("the bytes are not JSON");
  NoMembers none;
  Reader{context}.members_and(root, none, envelope);
  if (!envelope.unknown_type.empty())
    return refused("event type " + envelope.unknown_type +
                   " is not known to this version of LuuVet; open the log with the version that wrote it");
  if (context.malformed) return refused("the bytes are not JSON");
  if (context.errors.empty() && document.current_location().error() != simdjson::OUT_OF_BOUNDS)
    return refused("something follows the record");
  if (context.errors.empty() && !envelope.is_whole()) return refused("a member that every record has is missing");
  if (!context.errors.empty()) return refused(context.errors.front().pointer + ": " + context.errors.front().detail.en);
  return out;
}

}  // namespace luuvet::api
