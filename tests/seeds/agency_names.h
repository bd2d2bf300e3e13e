// Reads a cell that names agencies ("Sở KH&CN; các sở, ngành; UBND cấp xã") by the names and aliases of the register.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace luuvet::server::testing {

struct NamedAgencies {
  std::vector<std::string> ids;   // as printed, each once
  std::vector<std::string> rest;  // folded words that name nothing
};

class AgencyNames {
 public:
  // Names of the province and of the centre.
  explicit AgencyNames(std::string_view province);

  NamedAgencies resolve(std::string_view cell) const;

  // The id that goes by this one name; "" if none.
  std::string id_of(std::string_view name) const;

  // Names that two bodies share: must be empty.
  const std::vector<std::string>& clashes() const { return clashes_; }

 private:
  using Words = std::vector<std::string>;
  struct Token {
    std::string word;
    char before = 0;  // ',' or ';' or another mark (as ','), 0 for none
  };
  struct Match {
    std::size_t end = 0;  // 0: none
    std::string id;
  };
  class Reading;

  static std::vector<Token> tokens_of(std::string_view cell);
  static Words words_of(std::string_view name);
  void add(std::string_view name, const std::string& id);

  std::map<Words, std::string> ids_;
  std::size_t longest_ = 0;
  std::vector<std::string> clashes_;
};

}  // namespace luuvet::server::testing
