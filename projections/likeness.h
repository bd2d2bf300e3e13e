// Which of many short texts say much the same: by the words that they share, rare ones counting more. Words and pairs
// of neighbouring words are weighed by how few texts have them; numbers of rows play no part.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace luuvet::projections {

// A word as written ("KH&CN") and one of the words to which it folds ("kh").
struct Word {
  std::string folded;
  std::string written;  // empty for the second and later words of one written word
};
std::vector<Word> words_of(std::string_view text);

struct Alike {
  std::size_t a = 0;  // places of the texts, a < b
  std::size_t b = 0;
  int score = 0;  // 1 to 100: the same words give 100
};

class Likeness {
 public:
  explicit Likeness(const std::vector<std::string_view>& texts);

  // All pairs of at least that score, highest first.
  std::vector<Alike> pairs(int least) const;
  // How much of text `a` stands in text `b`: 0 to 100.
  int contained(std::size_t a, std::size_t b) const;
  std::size_t word_count(std::size_t a) const { return texts_[a].words.size(); }
  // The runs of words that both texts have, as `a` writes them, the most telling first.
  std::vector<std::string> shared(std::size_t a, std::size_t b, std::size_t most) const;

 private:
  using Feature = std::uint32_t;

  struct Text {
    std::vector<Word> words;
    std::vector<Feature> singles;   // of each word, in order
    std::vector<Feature> features;  // words and pairs of words, each once, ascending
    double weight = 0;
  };

  int score(const Text& a, const Text& b, double common, bool rare_phrase) const;
  bool is_common(Feature feature) const;

  std::vector<Text> texts_;
  std::vector<double> weights_;                   // by feature
  std::vector<std::vector<std::uint32_t>> rows_;  // by feature: texts that have it, ascending
};

}  // namespace luuvet::projections
