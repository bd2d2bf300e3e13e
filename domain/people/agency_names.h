// Reads a cell that names agencies ("Sở KH&CN; các sở, ngành; UBND cấp xã") by the names and aliases of the register.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/world.h"

namespace luuvet {

struct NamedAgencies {
  std::vector<std::string> ids;   // as printed, each once
  std::vector<std::string> rest;  // folded words that name nothing
};

class AgencyNames {
 public:
  // A further name; the first that goes by it keeps it.
  void add(std::string_view name, const std::string& id);
  // All names of an agency or of a group.
  template <class Row>
  void add_row(const Row& row) {
    add(row.name, row.id.value);
    if constexpr (requires { row.short_name; })
      if (row.short_name) add(*row.short_name, row.id.value);
    for (const std::string& alias : row.aliases) add(alias, row.id.value);
  }

  NamedAgencies resolve(std::string_view cell) const;

  // The id that goes by this one name; "" if none.
  std::string id_of(std::string_view name) const;

  // Ids whose names share words with `words`, the likeliest first.
  std::vector<std::string> proposals(std::string_view words, std::size_t most) const;

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

  std::map<Words, std::string> ids_;
  std::size_t longest_ = 0;
  std::vector<std::string> clashes_;
};

inline constexpr std::string_view kCentre = "trung-uong";  // the province of ministries and of the party's centre

// Names of the province's bodies and of the centre's; those in force come before those that have ended.
AgencyNames agency_names(const World& world, std::string_view province);

}  // namespace luuvet
