// Reading JSON into described structs, strictly: unknown members, members twice, wrong types and unfit text are
// refused, each with the place where it stands. One pass over the bytes with simdjson's on-demand parser.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "api/json/json_names.h"
#include "api/text.h"
#include "domain/base/partial.h"
#include "domain/base/result.h"
#include "domain/commands.h"

namespace luuvet::api {

namespace ondemand = simdjson::ondemand;

// What a missing member means.
enum class Missing {
  kRefused,  // a request: everything that is not optional must be there
  kDefault,  // stored records and seeds: left out means the default
};

inline constexpr std::size_t kReadErrorsMax = 20;
inline constexpr std::size_t kReadListMax = 5'000;

template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;

// Where the reader stands, and what it has found wrong. Not a template: shared by all instantiations.
class ReadContext {
 public:
  std::vector<FieldError> errors;
  bool malformed = false;  // not JSON at all: nothing more can be said

  // RFC 6901 step into a member or an item, left again by the destructor.
  class Step {
   public:
    Step(ReadContext& context, std::string_view member);
    Step(ReadContext& context, std::size_t item);
    ~Step();
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;

   private:
    ReadContext& context_;
    std::size_t size_before_;
  };

  void fault(Message detail);
  void wrong_type(const char* vi, const char* en);
  // Sorts a simdjson error into "wrong type here" and "not JSON".
  void fault_from(simdjson::error_code error, const char* vi, const char* en);
  bool done() const { return malformed || errors.size() >= kReadErrorsMax; }

 private:
  std::string path_;
};

template <Missing missing>
class JsonReader {
 public:
  explicit JsonReader(ReadContext& context) : context_(context) {}

  void operator()(ondemand::value value, std::string& out) {
    std::string_view text;
    if (const auto error = value.get_string().get(text)) return context_.fault_from(error, "một chuỗi", "a string");
    out.assign(text);
    if (const TextFault fault = normalise(out); fault != TextFault::kNone) context_.fault(message_of(fault));
  }
  void operator()(ondemand::value value, bool& out) {
    if (const auto error = value.get_bool().get(out)) context_.fault_from(error, "true hoặc false", "true or false");
  }
  void operator()(ondemand::value value, std::int64_t& out) {
    if (const auto error = value.get_int64().get(out)) context_.fault_from(error, "một số nguyên", "an integer");
  }
  void operator()(ondemand::value value, std::uint64_t& out) {
    if (const auto error = value.get_uint64().get(out))
      context_.fault_from(error, "một số nguyên không âm", "an integer, not negative");
  }
  void operator()(ondemand::value value, Decimal& out) {
    double number = 0;
    const std::string token(trimmed(value.raw_json_token()));
    if (const auto error = value.get_double().get(number)) return context_.fault_from(error, "một số", "a number");
    if (const auto decimal = parse_decimal(token))
      out = *decimal;
    else
      context_.fault({"Số có quá nhiều chữ số hoặc viết dạng mũ.", "The number has too many digits or an exponent."});
  }
  void operator()(ondemand::value value, Date& out) {
    const auto text = plain(value, "một ngày dạng 2026-03-31", "a date like 2026-03-31");
    if (!text) return;
    if (const auto date = parse_date(*text))
      out = *date;
    else
      context_.fault({"Ngày không có thật hoặc không đúng dạng 2026-03-31.", "No real date of the form 2026-03-31."});
  }
  template <class Tag>
  void operator()(ondemand::value value, Id<Tag>& out) {
    const auto text = plain(value, "một mã", "an id");
    if (!text) return;
    const bool left_empty = missing == Missing::kDefault && text->empty();  // stored: "none"
    if (left_empty || is_valid_id(*text))
      out.value.assign(*text);
    else
      context_.fault({"Mã chỉ gồm chữ thường, chữ số, dấu chấm và gạch ngang.",
                      "An id has lower-case letters, digits, dots and hyphens only."});
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void operator()(ondemand::value value, Enum& out) {
    const auto text = plain(value, "một từ trong danh mục", "one of the known words");
    if (!text) return;
    if (const auto found = value_of<Enum>(*text)) {
      out = *found;
      return;
    }
    std::string known;
    for (const auto& entry : enum_names<Enum>()) known += (known.empty() ? "" : ", ") + entry.name;
    context_.fault({"Chỉ nhận một trong: " + known + ".", "Must be one of: " + known + "."});
  }
  void operator()(ondemand::value value, DocumentRef& out) {
    ondemand::json_type type{};
    if (const auto error = value.type().get(type)) return context_.fault_from(error, "mã văn bản", "a document's id");
    if (type == ondemand::json_type::object) {
      Later later;
      (*this)(value, later);
      out.later = later.later;
    } else {
      out.id.emplace();
      (*this)(value, *out.id);
    }
  }
  void operator()(ondemand::value value, TargetValue& out) {
    if (is_null(value)) return;
    ondemand::json_type type{};
    if (const auto error = value.type().get(type))
      return context_.fault_from(error, "một số hoặc một khoảng", "a number or a range");
    if (type != ondemand::json_type::array) {
      out.low.emplace();
      return (*this)(value, *out.low);
    }
    std::vector<Decimal> pair;
    (*this)(value, pair);
    if (pair.size() != 2) return context_.fault({"Khoảng gồm đúng hai số.", "A range has exactly two numbers."});
    out.low = pair[0];
    out.high = pair[1];
  }
  template <class T>
  void operator()(ondemand::value value, std::optional<T>& out) {
    if (is_null(value)) {
      out.reset();
      return;
    }
    (*this)(value, out.emplace());
  }
  template <class T>
  void operator()(ondemand::value value, std::vector<T>& out) {
    ondemand::array array;
    if (const auto error = value.get_array().get(array)) return context_.fault_from(error, "một danh sách", "a list");
    out.clear();
    for (auto item : array) {
      const ReadContext::Step step(context_, out.size());
      if (out.size() == kReadListMax) return context_.fault({"Danh sách quá dài.", "The list is too long."});
      ondemand::value item_value;
      if (const auto error = item.get(item_value)) return context_.fault_from(error, "một giá trị", "a value");
      (*this)(item_value, out.emplace_back());
      if (context_.done()) return;
    }
  }
  template <class T>
  void operator()(ondemand::value value, std::map<std::string, T>& out) {
    each_member(value, [&](std::string_view key, ondemand::value member) {
      const auto [place, inserted] = out.try_emplace(std::string(key));
      if (!inserted) return twice();
      (*this)(member, place->second);
    });
  }
  template <class T>
  void operator()(ondemand::value value, Partial<T>& out) {
    read_members(value, out.values, out.present);
    if (out.empty() && context_.errors.empty() && missing == Missing::kRefused)
      context_.fault({"Chưa nêu trường nào cần sửa.", "No field to set is given."});
  }
  template <class T>
  requires boost::describe::has_describe_members<T>::value void operator()(ondemand::value value, T& out) {
    std::uint64_t seen = 0;
    read_members(value, out, seen);
    if constexpr (missing == Missing::kRefused)
      if (!context_.done()) report_missing<T>(seen);
  }

  // Reads the members of `value` that T describes; others go to `other(key, value)`, which returns whether it knows
  // them.
  template <class T, class Other>
  void members_and(ondemand::value value, T& out, Other&& other) {
    std::uint64_t seen = 0;
    each_member(value, [&](std::string_view key, ondemand::value member) {
      if (!read_member(key, member, out, seen) && !other(key, member)) unknown();
    });
  }

 private:
  struct Later {
    Date later;
    BOOST_DESCRIBE_CLASS(Later, (), (later), (), ())
  };

  static std::string_view trimmed(std::string_view token) {
    while (!token.empty() && static_cast<unsigned char>(token.back()) <= 0x20) token.remove_suffix(1);
    return token;
  }

  bool is_null(ondemand::value& value) {
    bool null = false;
    return !value.is_null().get(null) && null;
  }

  // A string that is no free text: compared, not normalised.
  std::optional<std::string_view> plain(ondemand::value value, const char* vi, const char* en) {
    std::string_view text;
    if (const auto error = value.get_string().get(text)) {
      context_.fault_from(error, vi, en);
      return std::nullopt;
    }
    return text;
  }

  template <class F>
  void each_member(ondemand::value value, F&& f) {
    ondemand::object object;
    if (const auto error = value.get_object().get(object))
      return context_.fault_from(error, "một đối tượng", "an object");
    for (auto field : object) {
      std::string_view key;
      ondemand::value member;
      if (field.error() || field.unescaped_key().get(key) || field.value().get(member)) {
        context_.malformed = true;
        return;
      }
      const ReadContext::Step step(context_, key);
      f(key, member);
      if (context_.done()) return;
    }
  }

  template <class T>
  void read_members(ondemand::value value, T& out, std::uint64_t& seen) {
    each_member(value, [&](std::string_view key, ondemand::value member) {
      if (!read_member(key, member, out, seen)) unknown();
    });
  }

  template <class T>
  bool read_member(std::string_view key, ondemand::value value, T& out, std::uint64_t& seen) {
    bool known = false;
    for_each_member<T>([&](std::size_t index, auto described) {
      if (known || member_name(described.name) != key) return;
      known = true;
      const std::uint64_t bit = std::uint64_t{1} << index;
      if (seen & bit) return twice();
      seen |= bit;
      (*this)(value, out.*described.pointer);
    });
    return known;
  }

  template <class T>
  void report_missing(std::uint64_t seen) {
    for_each_member<T>([&](std::size_t index, auto described) {
      using Member = std::remove_reference_t<decltype(std::declval<T&>().*described.pointer)>;
      if (kIsOptional<Member> || ((seen >> index) & 1)) return;
      const ReadContext::Step step(context_, member_name(described.name));
      context_.fault({"Thiếu trường bắt buộc.", "This member is required."});
    });
  }

  void unknown() { context_.fault({"Trường không có trong danh mục.", "This member is unknown."}); }
  void twice() { context_.fault({"Trường được nêu hai lần.", "This member stands twice."}); }

  ReadContext& context_;
};

// Reads one whole document into `out`. Errors: kInvalid with a pointer each; malformed JSON as one error at "".
template <Missing missing, class T>
Result<T> read_json(ondemand::parser& parser, simdjson::padded_string_view bytes);

Rejection rejection_of(ReadContext&& context);

template <Missing missing, class T>
Result<T> read_json(ondemand::parser& parser, simdjson::padded_string_view bytes) {
  ReadContext context;
  T out;
  ondemand::document document;
  ondemand::value root;
  if (parser.iterate(bytes).get(document) || document.get_value().get(root)) {
    context.malformed = true;
    return rejection_of(std::move(context));
  }
  JsonReader<missing>{context}(root, out);
  if (context.errors.empty() && document.current_location().error() != simdjson::OUT_OF_BOUNDS)
    context.malformed = true;
  if (context.malformed || !context.errors.empty()) return rejection_of(std::move(context));
  return out;
}

}  // namespace luuvet::api
