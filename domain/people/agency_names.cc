#include "domain/people/agency_names.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <sstream>

#include "domain/base/fold.h"

namespace luuvet {
namespace {

// Posts and joints that stand around names and name nobody.
constexpr std::string_view kAround[] = {"Cơ quan Thường trực Ban Chỉ đạo",
                                        "Thường trực Tổ Giúp việc Cải cách hành chính",
                                        "Thường trực Tổ giúp việc Triển khai Đề án 06",
                                        "Phó Trưởng ban thường trực Ban Chỉ đạo",
                                        "Ủy viên Thường trực Ban Chỉ đạo",
                                        "Phó Trưởng Ban Chỉ đạo",
                                        "Trưởng Ban Chỉ đạo",
                                        "Phó Chủ tịch Thường trực",
                                        "Phó Bí thư Thường trực",
                                        "Phó Bí thư",
                                        "Bí thư",
                                        "Chủ tịch",
                                        "Đ/c",
                                        "Đồng chí",
                                        "Giám đốc",
                                        "Chánh",
                                        "Chủ nhiệm",
                                        "Trưởng",
                                        "và",
                                        "với",
                                        "gồm",
                                        "cùng"};

// Half of all words in common is 0.5.
constexpr double kProposalLeast = 0.2;

// Head words that a list names once: "Sở Tài chính, Công Thương", "Các phường Lào Cai, Cam Đường".
const std::vector<std::vector<std::string>> kHeads = {{"so"}, {"phuong"}, {"ubnd"}, {"ubnd", "phuong"}, {"ubnd", "xa"}};

// Length of the punctuation at `at`, 0 if none; "&" stands for a word.
std::size_t mark_at(std::string_view text, std::size_t at) {
  if (std::ispunct(static_cast<unsigned char>(text[at]))) return 1;
  return text.substr(at).starts_with("\xE2\x80") ? 3 : 0;  // U+2000..U+203F: dashes, quotes, ellipsis
}

// "(3)" counts something of the agency before it.
std::string without_counts(std::string_view cell) {
  std::string result;
  for (std::size_t at = 0; at < cell.size(); ++at) {
    const std::size_t end = cell.find(')', at);
    const std::string_view inside = cell[at] == '(' && end != cell.npos ? cell.substr(at + 1, end - at - 1) : "";
    if (!inside.empty() && std::ranges::all_of(inside, [](char c) { return c >= '0' && c <= '9'; }))
      at = end;
    else if (cell[at] == '&')
      result += " và ";
    else
      result += cell[at];
  }
  return result;
}

}  // namespace

void AgencyNames::add(std::string_view name, const std::string& id) {
  const Words words = words_of(name);
  const auto [place, added] = ids_.try_emplace(words, id);
  if (!added && place->second != id) clashes_.push_back(std::string(name) + ": " + place->second + ", " + id);
  longest_ = std::max(longest_, words.size());
}

std::vector<AgencyNames::Token> AgencyNames::tokens_of(std::string_view cell) {
  const std::string text = without_counts(cell);
  std::vector<Token> tokens;
  char mark = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    if (const std::size_t length = mark_at(text, begin)) {
      mark = mark == ';' || text[begin] == ';' ? ';' : ',';
      begin += length;
      continue;
    }
    std::size_t end = begin;
    while (end < text.size() && mark_at(text, end) == 0) ++end;
    std::istringstream words(fold(std::string_view(text).substr(begin, end - begin)));
    for (std::string word; words >> word; mark = 0) tokens.push_back({word, mark});
    begin = end;
  }
  return tokens;
}

AgencyNames::Words AgencyNames::words_of(std::string_view name) {
  Words words;
  for (Token& token : tokens_of(name)) words.push_back(std::move(token.word));
  return words;
}

std::string AgencyNames::id_of(std::string_view name) const {
  const auto found = ids_.find(words_of(name));
  return found == ids_.end() ? "" : found->second;
}

// One cell being read.
class AgencyNames::Reading {
 public:
  Reading(const AgencyNames& names, std::vector<Token> tokens) : names_(names), tokens_(std::move(tokens)) {}

  NamedAgencies read() && {
    while (at_ < tokens_.size()) {
      if (const Match match = best(); match.end > 0) {
        if (std::ranges::find(result_.ids, match.id) == result_.ids.end()) result_.ids.push_back(match.id);
        at_ = match.end;
      } else if (!skip_around()) {
        skip_unknown();
      }
    }
    return std::move(result_);
  }

 private:
  // A name ends before a mark or "và".
  bool ends(std::size_t at) const {
    return at >= tokens_.size() || tokens_[at].before != 0 || tokens_[at].word == "va";
  }

  // The longest name from `begin` on, with `head` before its words; never across a semicolon. `open`: its end need be
  // none.
  Match longest(std::size_t begin, const Words& head = {}, bool open = false) const {
    Match found;
    Words words = head;
    for (std::size_t end = begin; end < std::min(tokens_.size(), begin + names_.longest_);) {
      if (end > begin && tokens_[end].before == ';') break;
      words.push_back(tokens_[end++].word);
      const auto place = names_.ids_.find(words);
      if (place != names_.ids_.end() && (open ? longest(end).end > 0 : ends(end))) found = {end, place->second};
    }
    return found;
  }

  Match best() const {
    if (const Match match = longest(at_); match.end > 0) return match;
    const bool plural = tokens_[at_].word == "cac";
    if (plural && at_ + 1 < tokens_.size())
      if (const Match match = after_plural(); match.end > 0) return match;
    for (const Words& head : kHeads)
      if (const Match match = longest(at_, head); match.end > 0) return match;
    if (at_ > 0 && !plural)
      if (const Match match = longest(at_, {"cac"}); match.end > 0) return match;
    return longest(at_, {}, true);  // two names with nothing between them
  }

  // "Các Sở: Tài chính; ...", "Các phường Lào Cai, ...", "các Sở X".
  Match after_plural() const {
    if (const Match match = longest(at_ + 1); match.end > 0) return match;
    const std::string& head = tokens_[at_ + 1].word;
    if (head != "so" && head != "phuong") return {};
    if (const Match match = longest(at_ + 2, {head}); match.end > 0) return match;
    return head == "phuong" ? longest(at_ + 2, {"ubnd", "phuong"}) : Match{};
  }

  bool skip_around() {
    for (const std::string_view each : kAround) {
      const Words words = words_of(each);
      if (words.size() > tokens_.size() - at_) continue;
      const auto same = [](const std::string& word, const Token& token) { return word == token.word; };
      if (!std::equal(words.begin(), words.end(), tokens_.begin() + static_cast<std::ptrdiff_t>(at_), same)) continue;
      at_ += words.size();
      return true;
    }
    return false;
  }

  void skip_unknown() {
    std::string words = tokens_[at_].word;
    for (++at_; at_ < tokens_.size() && tokens_[at_].before == 0; ++at_) words += " " + tokens_[at_].word;
    result_.rest.push_back(std::move(words));
  }

  const AgencyNames& names_;
  const std::vector<Token> tokens_;
  std::size_t at_ = 0;
  NamedAgencies result_;
};

NamedAgencies AgencyNames::resolve(std::string_view cell) const {
  return Reading(*this, tokens_of(cell)).read();
}

std::vector<std::string> AgencyNames::proposals(std::string_view cell, std::size_t most) const {
  const Words asked = words_of(cell);
  const std::set<std::string> wanted(asked.begin(), asked.end());
  std::map<std::string, double> scores;
  for (const auto& [words, id] : ids_) {
    const std::set<std::string> has(words.begin(), words.end());
    const auto shared = std::ranges::count_if(has, [&](const std::string& word) { return wanted.contains(word); });
    const double score = static_cast<double>(shared) / static_cast<double>(has.size() + wanted.size());
    if (double& best = scores[id]; shared > 0 && score > best) best = score;
  }
  std::vector<std::pair<double, std::string>> ranked;
  for (const auto& [id, score] : scores)
    if (score > kProposalLeast) ranked.emplace_back(-score, id);
  std::ranges::sort(ranked);
  std::vector<std::string> ids;
  for (const auto& [score, id] : ranked)
    if (ids.size() < most) ids.push_back(id);
  return ids;
}

AgencyNames agency_names(const World& world, std::string_view province) {
  AgencyNames names;
  const auto take = [&](bool ended) {
    return [&names, &world, province, ended](const auto& state) {
      const auto& row = state->content;
      if (row.province != province && row.province != kCentre) return;
      if (world.has_ended(row.id) == ended) names.add_row(row);
    };
  };
  world.agencies.for_each(take(false));
  world.agency_groups.for_each(take(false));
  world.agencies.for_each(take(true));
  return names;
}

}  // namespace luuvet
