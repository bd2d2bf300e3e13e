// What many agencies do with their figures of one indicator, at random: enter, say that there is none, approve, return,
// verify, restate, merge. Beside the log a ledger of its own keeps what counts, by none of the product's code.
#pragma once

#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "tests/projections/seen.h"
#include "tests/support/measured.h"

namespace luuvet::test {

// In ten-thousandths.
struct Fraction {
  std::int64_t above = 0;
  std::int64_t below = 0;
};

class RandomFigures {
 public:
  // i1 by years, `combine` is kSum or kRate, of `agencies` communes for the period 2026.
  RandomFigures(Combining combine, std::size_t agencies, std::uint32_t seed);

  void act();  // one or more events
  const Seen& seen() const { return seen_; }

  struct Whole {
    std::int64_t above = 0;  // of a sum all of it
    std::int64_t below = 0;
    std::int64_t due = 0;
    std::int64_t reported = 0;
    std::int64_t missing = 0;
  };
  Whole whole() const;

 private:
  enum class Stage : std::uint8_t { kNone, kDraft, kApproved, kVerified, kWaiting };
  struct Said {
    Stage stage = Stage::kNone;
    std::optional<Fraction> fraction;  // none: said to be missing
    std::optional<Fraction> before;    // of a correction that waits
  };

  std::int64_t pick(std::int64_t low, std::int64_t high);
  Fraction a_fraction();
  void enter(const std::string& agency, Said& said);
  void approved_on(const std::string& agency, Said& said);
  void waiting_on(const std::string& agency, Said& said);
  void merge();
  void add(const std::string& agency, Event event, const std::string& by);
  std::string successor_of(std::string agency) const;

  const Combining combine_;
  std::mt19937 random_;
  Seen seen_;
  std::map<std::string, Said> said_;
  std::map<std::string, std::string> merged_into_;
};

}  // namespace luuvet::test
