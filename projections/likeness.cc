#include "projections/likeness.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "domain/base/fold.h"
#include "domain/base/spellings.h"

namespace luuvet::projections {
namespace {

// A feature that more than a fifth of the texts have tells nothing of any two of them.
constexpr std::size_t kCommonShare = 5;
// Weight below which a text is too short to be contained in another by more than chance.
constexpr double kTellingWeight = 60;
// Four words in a row that no third text has.
constexpr std::size_t kPhraseWords = 4;
constexpr int kPhraseBonus = 15;

bool ends_word(char c) {
  return static_cast<unsigned char>(c) <= ' ' || std::string_view(",.;:()[]\"/").find(c) != std::string_view::npos;
}

void append_words(std::vector<Word>& words, std::string_view piece) {
  const std::string folded = fold(piece);
  bool first = true;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    words.push_back({folded.substr(begin, end - begin), first ? std::string(piece) : std::string()});
    first = false;
    begin = end + 1;
  }
}

// Abbreviations stand as the first of their spellings: "KH&CN" and "khoa học và công nghệ" are the same words.
std::vector<Word> spelt_out(std::vector<Word> words) {
  std::vector<std::string_view> folded;
  for (const Word& each : words) folded.push_back(each.folded);
  std::vector<Word> result;
  for (std::size_t at = 0; at < words.size();) {
    SpellingHit longest;
    for (const SpellingHit& hit : spellings_at(folded, at))
      if (hit.words > longest.words) longest = hit;
    if (longest.words == 0) {
      result.push_back(std::move(words[at++]));
      continue;
    }
    std::string written;
    for (std::size_t i = at; i < at + longest.words; ++i)
      if (!words[i].written.empty()) (written += written.empty() ? "" : " ") += words[i].written;
    const std::string_view spelling = spellings_of(longest.group).front();
    for (std::size_t begin = 0; begin < spelling.size();) {
      const std::size_t end = std::min(spelling.find(' ', begin), spelling.size());
      result.push_back({std::string(spelling.substr(begin, end - begin)), std::exchange(written, {})});
      begin = end + 1;
    }
    at += longest.words;
  }
  return result;
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && !ends_word(text[end])) ++end;
    if (end > begin) append_words(words, text.substr(begin, end - begin));
    begin = end + 1;
  }
  return spelt_out(std::move(words));
}

Likeness::Likeness(const std::vector<std::string_view>& texts) {
  std::unordered_map<std::string, Feature> known;
  const auto feature = [&](std::string key) {
    const auto [place, is_new] = known.try_emplace(std::move(key), static_cast<Feature>(known.size()));
    if (is_new) rows_.emplace_back();
    return place->second;
  };
  for (const std::string_view each : texts) {
    Text text;
    text.words = words_of(each);
    for (std::size_t i = 0; i < text.words.size(); ++i) {
      text.singles.push_back(feature(text.words[i].folded));
      text.features.push_back(text.singles.back());
      if (i > 0) text.features.push_back(feature(text.words[i - 1].folded + ' ' + text.words[i].folded));
    }
    std::sort(text.features.begin(), text.features.end());
    text.features.erase(std::unique(text.features.begin(), text.features.end()), text.features.end());
    for (const Feature one : text.features) rows_[one].push_back(static_cast<std::uint32_t>(texts_.size()));
    texts_.push_back(std::move(text));
  }
  for (const auto& rows : rows_)
    weights_.push_back(std::log(static_cast<double>(texts_.size() + 1) / static_cast<double>(rows.size())));
  for (Text& text : texts_)
    for (const Feature one : text.features) text.weight += weights_[one];
}

bool Likeness::is_common(Feature feature) const {
  return rows_[feature].size() * kCommonShare > texts_.size() && rows_[feature].size() > 2;
}

int Likeness::score(const Text& a, const Text& b, double common, bool rare_phrase) const {
  const double less = std::min(a.weight, b.weight);
  if (less <= 0) return 0;
  const double both = 2 * common / (a.weight + b.weight);
  const double within = common / less * std::min(1.0, less / kTellingWeight);
  const int score = static_cast<int>(100 * std::max(both, (both + within) / 2)) + (rare_phrase ? kPhraseBonus : 0);
  return std::min(score, 100);
}

std::vector<Alike> Likeness::pairs(int least) const {
  std::vector<std::vector<double>> common(texts_.size());
  for (std::size_t a = 0; a < texts_.size(); ++a) common[a].resize(texts_.size() - a);
  for (Feature one = 0; one < rows_.size(); ++one) {
    if (rows_[one].size() < 2 || is_common(one)) continue;
    for (std::size_t i = 0; i < rows_[one].size(); ++i)
      for (std::size_t j = i + 1; j < rows_[one].size(); ++j)
        common[rows_[one][i]][rows_[one][j] - rows_[one][i]] += weights_[one];
  }
  std::map<std::vector<Feature>, std::set<std::size_t>> phrases;
  for (std::size_t at = 0; at < texts_.size(); ++at)
    for (std::size_t i = 0; i + kPhraseWords <= texts_[at].singles.size(); ++i) {
      const auto begin = texts_[at].singles.begin() + static_cast<std::ptrdiff_t>(i);
      phrases[{begin, begin + kPhraseWords}].insert(at);
    }
  std::set<std::pair<std::size_t, std::size_t>> rare;
  for (const auto& [phrase, rows] : phrases)
    if (rows.size() == 2) rare.emplace(*rows.begin(), *rows.rbegin());
  std::vector<Alike> result;
  for (std::size_t a = 0; a < texts_.size(); ++a)
    for (std::size_t b = a + 1; b < texts_.size(); ++b) {
      if (common[a][b - a] <= 0) continue;
      const int found = score(texts_[a], texts_[b], common[a][b - a], rare.contains({a, b}));
      if (found >= least) result.push_back({a, b, found});
    }
  std::stable_sort(result.begin(), result.end(), [](const Alike& x, const Alike& y) { return x.score > y.score; });
  return result;
}

int Likeness::contained(std::size_t a, std::size_t b) const {
  const Text& part = texts_[a];
  const Text& whole = texts_[b];
  double common = 0;
  for (const Feature one : part.features)
    if (std::binary_search(whole.features.begin(), whole.features.end(), one)) common += weights_[one];
  return part.weight > 0 ? static_cast<int>(100 * common / part.weight) : 0;
}

std::vector<std::string> Likeness::shared(std::size_t a, std::size_t b, std::size_t most) const {
  const Text& one = texts_[a];
  const Text& other = texts_[b];
  std::vector<std::pair<double, std::string>> runs;
  for (std::size_t i = 0; i < one.singles.size();) {
    std::size_t longest = 0;
    for (std::size_t j = 0; j < other.singles.size(); ++j) {
      std::size_t n = 0;
      while (i + n < one.singles.size() && j + n < other.singles.size() && one.singles[i + n] == other.singles[j + n])
        ++n;
      longest = std::max(longest, n);
    }
    double weight = 0;
    std::string text;
    for (std::size_t n = 0; n < longest; ++n) {
      weight += weights_[one.singles[i + n]];
      const std::string& written = one.words[i + n].written;
      if (!written.empty() && !text.empty()) text += ' ';
      text += written;
    }
    if (longest > 1 && !text.empty()) runs.emplace_back(weight, std::move(text));
    i += std::max<std::size_t>(longest, 1);
  }
  std::stable_sort(runs.begin(), runs.end(), [](const auto& x, const auto& y) { return x.first > y.first; });
  std::vector<std::string> result;
  for (auto& [weight, text] : runs)
    if (result.size() < most && std::find(result.begin(), result.end(), text) == result.end())
      result.push_back(std::move(text));
  return result;
}

}  // namespace luuvet::projections
