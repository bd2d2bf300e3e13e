// Text folding for names and search: NFC input, tone-place variants united (hoá/hóa), marks stripped, đ to d, lower
// case, runs of space and punctuation to one space. "Sở KH&CN" folds to "so kh cn" and, by the abbreviation table, also
// matches "so khoa hoc va cong nghe".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace luuvet {

std::string fold(std::string_view text);

// Each word of the folded query must begin a word of `folded_text` ("so khcn 5g" finds "Sở KH&CN ... 5G"), where known
// abbreviations stand for their words and the other way round.
bool matches(std::string_view folded_text, const std::vector<std::string>& query_words);
std::vector<std::string> query_words(std::string_view query);

// The text to keep for search: folded, with abbreviations beside their words.
std::string search_text(std::initializer_list<std::string_view> parts);

}  // namespace luuvet
