// A log in memory, in domain terms: records facts and decisions and keeps the World that they make.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/decide.h"

namespace luuvet::test {

inline Date day(std::string_view text) {
  return *parse_date(text);
}
inline Subject subject(std::string_view text) {
  return *parse_subject(text);
}

// Something that is already so.
struct Fact {
  std::string subject;
  Event event;
  std::string agency = "luuvet";  // what the system does, it does as actor `luuvet`
  Date on = day("2026-03-01");
  std::string actor = "";  // none: "at.<agency>"
};

struct Recorder {
  World world;
  std::vector<Recorded> log;
  Epoch epoch = 1;

  void record(const Subject& on_subject, const Event& event, const std::string& agency, Date on);
  void record(const Fact& fact);
  // `actor`: as in Fact.
  void record(const Decision& decision, Date on, const std::string& actor = {});

 private:
  void add(Recorded recorded, Date on, std::string actor);
};

}  // namespace luuvet::test
