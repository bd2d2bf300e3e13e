// The query of a request, read strictly: what is absurd or unknown is refused with the name of its parameter, nothing
// is clamped or passed over. Ask for every parameter that the route knows, then look at `problem()` once; until then
// the values are not to be used.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "api/json/json_names.h"
#include "api/problem.h"
#include "domain/base/subject.h"
#include "domain/base/time.h"
#include "projections/page.h"
#include "projections/tasks/task_list.h"

namespace luuvet::api {

// When a read is as of: a position in the log, or a moment.
using AsOf = std::variant<Sequence, Instant>;

// What every read may say.
struct ReadAt {
  std::optional<AsOf> as_of;
  std::optional<Date> status_date;
  std::optional<Sequence> min_sequence;
};

class Query {
 public:
  static constexpr std::size_t kPairsMax = 200;
  static constexpr std::size_t kTextBytesMax = 400;
  static constexpr std::size_t kLimitDefault = 100;
  static constexpr std::size_t kLimitMax = 1'000;
  static constexpr std::size_t kIdsMax = 100;
  static constexpr std::size_t kTypesMax = 50;

  // `target`: "/path?name=value&...", percent-encoded, '+' for a space. The text is brought to NFC.
  explicit Query(std::string_view target);

  std::optional<std::string> text(std::string_view name);
  std::optional<bool> boolean(std::string_view name);
  std::optional<Date> date(std::string_view name);
  std::optional<Sequence> sequence(std::string_view name);  // from 1
  std::optional<Sequence> position(std::string_view name);  // from 0
  std::optional<AgencyId> agency(std::string_view name);
  std::optional<Subject> subject(std::string_view name);
  std::optional<std::string> log(std::string_view name);          // 16 hex digits
  std::vector<std::string> type_prefixes(std::string_view name);  // repeated: "vn.luuvet.task"

  template <class Tag>
  std::optional<Id<Tag>> id(std::string_view name) {
    auto text = id_text(name);
    return text ? std::optional(Id<Tag>{std::move(*text)}) : std::nullopt;
  }
  template <class Tag>
  std::vector<Id<Tag>> ids(std::string_view name) {
    std::vector<Id<Tag>> result;
    for (std::string& text : id_texts(name)) result.push_back({std::move(text)});
    return result;
  }
  template <class Enum>
  std::optional<Enum> word(std::string_view name) {
    const auto found = words<Enum>(name, 1);
    return found.empty() ? std::nullopt : std::optional(found.front());
  }
  // Repeated: any of these.
  template <class Enum>
  std::vector<Enum> words(std::string_view name, std::size_t most = enum_names<Enum>().size()) {
    std::vector<std::string_view> known;
    for (const auto& entry : enum_names<Enum>()) known.push_back(entry.name);
    std::vector<Enum> result;
    for (const std::size_t place : places_of(name, known, most)) result.push_back(enum_names<Enum>()[place].value);
    return result;
  }
  // The value's place among `known`.
  std::optional<std::size_t> one_of(std::string_view name, std::span<const std::string_view> known);

  ReadAt read_at();                 // as_of, status_date, min_sequence
  projections::PageRequest page();  // limit, cursor
  std::size_t limit();              // limit
  projections::Sort sort();         // sort

  // For what only the caller can see. The first word counts.
  void refuse(std::string_view name, Message detail);
  void refuse(Problem problem);

  // What is wrong, if anything: the first value that was refused, else the first parameter that nobody asked for.
  std::optional<Problem> problem() const;

 private:
  struct Pair {
    std::string name;
    std::string value;
    bool asked = false;
  };

  void read_pair(std::string_view text);
  // The value of a parameter that may stand once.
  std::optional<std::string_view> single(std::string_view name);
  std::vector<std::string_view> repeated(std::string_view name, std::size_t most);
  std::optional<std::uint64_t> number(std::string_view name);
  std::optional<AsOf> as_of();
  std::optional<std::string> id_text(std::string_view name);
  std::vector<std::string> id_texts(std::string_view name);
  std::vector<std::size_t> places_of(std::string_view name, std::span<const std::string_view> known, std::size_t most);

  std::vector<Pair> pairs_;
  std::optional<Problem> problem_;
};

// "/path?a=1&cursor=x" with the value of `name` set to `value`, which needs no escaping: what a Link header points to.
std::string with_parameter(std::string_view target, std::string_view name, std::string_view value);

// `</path?...&cursor=x>; rel="next"`.
std::string next_link(std::string_view target, std::string_view name, std::string_view value);

}  // namespace luuvet::api
