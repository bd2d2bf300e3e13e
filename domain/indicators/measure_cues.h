// The words around a number that make it a measure: comparisons, verbs that produce something, units. Used by the
// reader of measures only.
#pragma once

#include <optional>

#include "domain/indicators/measure_number.h"
#include "domain/registers.h"

namespace luuvet::measure_text {

struct Cue {
  Comparator comparator = Comparator::kEqual;
  std::size_t begin = 0;  // first word that belongs to it
};

// What stands before the word: "tối thiểu", "đạt trên", "≥". A word that only says that something is reached ("đạt",
// "khoảng") is kEqual.
std::optional<Cue> cue_before(Words words, std::size_t at);

// A verb of making or reaching stands before the word: "xác định", "hỗ trợ được".
bool verb_before(Words words, std::size_t at);

struct Unit {
  std::size_t end = 0;  // first word behind it
  bool percent = false;
  bool counts = false;  // what is counted, and so part of what it is of: "doanh nghiệp"
};
// "%", "triệu đồng", "doanh nghiệp", at the word. None: no unit that is known.
std::optional<Unit> unit_at(Words words, std::size_t at);

// What is counted is time, age or a place in a row, which are no measures: "3 năm", "14 tuổi".
bool is_time_at(Words words, std::size_t at);

// "trở lên", "trở xuống" at the word; moves behind it.
std::optional<Comparator> cue_behind(Words words, std::size_t& at);

// Words with which no description of something counted begins: "và", "hằng năm".
bool is_connector(const Word& word);

// "đạt", "có": at the end of what stands before a number.
bool leads_to_number(const Word& word);

}  // namespace luuvet::measure_text
