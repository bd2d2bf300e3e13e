#include "domain/indicators/measure_reader.h"

#include <algorithm>

#include "domain/figures/figure.h"
#include "domain/indicators/measure_cues.h"

namespace luuvet {
namespace {

using namespace measure_text;

// A number with its unit, or two as the ends of a range, and what is said of it. Places are words.
struct Found {
  MeasureReading reading;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t words_from = 0;  // of what is counted
};

struct Quantity {
  Number number;
  std::optional<Number> to;  // of a range
  std::optional<Unit> unit;
  std::size_t end = 0;
};

// "(một)" behind a number in digits.
std::size_t behind_spelled(Words words, std::size_t at) {
  const bool spelled = at + 2 < words.size() && words[at].text == "(" && !is_digits(words[at + 1]) &&
                       !is_mark(words[at + 1]) && words[at + 2].text == ")";
  return spelled ? at + 3 : at;
}

// The other end of a range, behind "-" or "đến": not the year until which something is done.
std::optional<Number> range_end(Words words, std::size_t at) {
  if (at >= words.size() || (words[at].text != "-" && words[at].text != "den")) return std::nullopt;
  auto number = number_at(words, at + 1);
  if (!number || is_year(*number)) return std::nullopt;
  return number;
}

std::optional<Quantity> quantity_at(Words words, std::size_t at) {
  const auto number = number_at(words, at);
  if (!number) return std::nullopt;
  Quantity quantity{*number, std::nullopt, std::nullopt, behind_spelled(words, number->end)};
  quantity.unit = unit_at(words, quantity.end);
  const std::size_t behind = quantity.unit ? quantity.unit->end : quantity.end;
  const auto to = range_end(words, behind);
  if (to && compare(number->value, to->value) < 0) {
    quantity.to = to;
    quantity.end = to->end;
    const auto unit = unit_at(words, to->end);
    quantity.unit = unit ? unit : std::nullopt;
  }
  return quantity;
}

bool is_name(Words words, const Quantity& quantity) {
  Number whole = quantity.number;
  if (quantity.to) whole.end = quantity.to->end;
  return is_part_of_name(words, whole);
}

bool begins_clause(Words words, std::size_t at) {
  return begins_line(words, at) || (is_mark(words[at - 1]) && words[at - 1].text != "%");
}

// Whether the words around say that the number is to be reached.
bool is_asked(Words words, const Quantity& quantity, bool compared) {
  if (compared || (quantity.unit && quantity.unit->percent)) return true;
  const std::size_t at = quantity.number.begin;
  return verb_before(words, at) || (quantity.unit && quantity.unit->counts && begins_clause(words, at));
}

bool ends_sentence(const Word& word) {
  return word.text == ";" || word.text == "." || word.text == ":" || word.text == "(" || word.text == ")";
}

// The words as printed, without marks at either end.
std::string printed(Words words, std::size_t begin, std::size_t end) {
  while (begin < end && is_mark(words[begin])) ++begin;
  while (end > begin && is_mark(words[end - 1])) --end;
  return std::string(deadline_text::printed_text(words.subspan(begin, end - begin)));
}

std::string words_behind(Words words, std::size_t at, std::size_t until) {
  if (at < until && (is_mark(words[at]) || is_connector(words[at]))) return {};
  std::size_t end = at;
  while (end < std::min(until, at + kMeasureWords) && !ends_sentence(words[end]) && !begins_line(words, end)) ++end;
  return printed(words, at, end);
}

// Those of the sentence before, without the words that only lead to the number ("đạt").
std::string words_before(Words words, std::size_t at, std::size_t from) {
  std::size_t end = at;
  while (end > from && (is_mark(words[end - 1]) || leads_to_number(words[end - 1]))) --end;
  std::size_t begin = end;
  const std::size_t least = std::max(from, end > kMeasureWords ? end - kMeasureWords : 0);
  while (begin > least && !ends_sentence(words[begin - 1]) && !begins_line(words, begin)) --begin;
  while (begin < end && (is_mark(words[begin]) || is_connector(words[begin]))) ++begin;
  return printed(words, begin, end);
}

// What is compared, by the words before and behind; places are moved to take these in.
struct Compared {
  std::optional<Cue> before;
  std::optional<Comparator> behind;
  bool from = false;  // "từ" before a range, or before "trở lên"
  std::size_t end = 0;

  bool any() const { return before || behind || from; }
};

Compared compared_at(Words words, const Quantity& quantity) {
  Compared compared;
  const std::size_t at = quantity.number.begin;
  compared.end = quantity.unit ? quantity.unit->end : quantity.end;
  compared.before = cue_before(words, at);
  compared.behind = cue_behind(words, compared.end);
  const bool open = !compared.before && (compared.behind || quantity.to);
  compared.from = open && at > 0 && words[at - 1].text == "tu";
  return compared;
}

MeasureReading reading_of(Words words, const Quantity& quantity, const Compared& compared) {
  MeasureReading reading;
  if (compared.before) reading.comparator = compared.before->comparator;
  if (compared.behind) reading.comparator = *compared.behind;
  if (quantity.to) reading.comparator = Comparator::kRange;
  reading.value.low = quantity.number.value;
  if (quantity.to) reading.value.high = quantity.to->value;
  reading.doubtful = quantity.number.doubtful || (quantity.to && quantity.to->doubtful);
  if (quantity.unit) {
    const Words unit = words.subspan(quantity.end, quantity.unit->end - quantity.end);
    reading.unit = std::string(deadline_text::printed_text(unit));
  }
  return reading;
}

std::optional<Found> found_at(Words words, std::size_t at) {
  const auto quantity = quantity_at(words, at);
  if (!quantity || is_name(words, *quantity)) return std::nullopt;
  const bool percent = quantity->unit && quantity->unit->percent;
  if (!percent && (is_year(quantity->number) || is_time_at(words, quantity->end))) return std::nullopt;
  const Compared compared = compared_at(words, *quantity);
  if (!is_asked(words, *quantity, compared.any())) return std::nullopt;
  Found found;
  found.reading = reading_of(words, *quantity, compared);
  found.begin = compared.before ? compared.before->begin : compared.from ? at - 1 : at;
  found.end = compared.end;
  const bool counted = quantity->unit && quantity->unit->counts && !compared.behind;
  found.words_from = counted || !quantity->unit ? quantity->end : compared.end;
  if (compared.behind) found.words_from = compared.end;
  return found;
}

void set_place(Found& found, std::string_view text, Words words) {
  const std::string_view last = words[found.end - 1].raw;
  found.reading.begin = static_cast<std::size_t>(words[found.begin].raw.data() - text.data());
  found.reading.end = static_cast<std::size_t>(last.data() + last.size() - text.data());
}

}  // namespace

std::vector<MeasureReading> read_measures(std::string_view text) {
  const std::vector<Word> all = deadline_text::split_words(text);
  const Words words(all);
  std::vector<Found> found;
  for (std::size_t at = 0; at < words.size();) {
    auto one = is_digits(words[at]) ? found_at(words, at) : std::nullopt;
    const auto number = number_at(words, at);
    at = one ? one->end : number ? number->end : at + 1;
    if (one) found.push_back(std::move(*one));
  }
  std::vector<MeasureReading> readings;
  for (std::size_t i = 0; i < found.size(); ++i) {
    Found& one = found[i];
    const std::size_t until = i + 1 < found.size() ? found[i + 1].begin : words.size();
    const std::size_t from = i > 0 ? found[i - 1].end : 0;
    one.reading.what = words_behind(words, one.words_from, until);
    if (one.reading.what.empty()) one.reading.what = words_before(words, one.begin, from);
    if (one.reading.what.empty()) continue;
    set_place(one, text, words);
    readings.push_back(std::move(one.reading));
  }
  return readings;
}

}  // namespace luuvet
