// What a test knows of the figures that many agencies enter at once, by its own count: of each agency's figure where it
// stands, of each kind of event how many were written.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace luuvet::test {

// As lists count them.
enum class Standing : std::uint8_t { kNone, kDraft, kSubmitted, kApproved, kVerified, kReturned };

struct KeptFigure {
  Standing standing = Standing::kNone;
  std::int64_t numerator = 0;
  std::uint64_t sequence = 0;  // of the answer that said so
};

// Any thread.
class FigureBooks {
 public:
  explicit FigureBooks(std::size_t agencies) : figures_(agencies) {}

  // An answer said that the figure stands so, after events of these kinds ("entered"). Answers may come in any order.
  void keep(std::size_t agency, const KeptFigure& figure, std::initializer_list<const char*> events) {
    const std::lock_guard lock(mutex_);
    for (const char* event : events) ++events_[event];
    if (figure.sequence > figures_.at(agency).sequence) figures_[agency] = figure;
  }

  KeptFigure figure(std::size_t agency) const {
    const std::lock_guard lock(mutex_);
    return figures_.at(agency);
  }
  std::uint64_t count(Standing standing) const {
    const std::lock_guard lock(mutex_);
    std::uint64_t found = 0;
    for (const KeptFigure& figure : figures_) found += figure.standing == standing ? 1 : 0;
    return found;
  }
  // Approved or verified.
  std::uint64_t counting() const { return count(Standing::kApproved) + count(Standing::kVerified); }
  std::int64_t numerators() const {
    const std::lock_guard lock(mutex_);
    std::int64_t sum = 0;
    for (const KeptFigure& figure : figures_)
      if (figure.standing == Standing::kApproved || figure.standing == Standing::kVerified) sum += figure.numerator;
    return sum;
  }
  std::map<std::string, std::uint64_t> events() const {
    const std::lock_guard lock(mutex_);
    return events_;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<KeptFigure> figures_;
  std::map<std::string, std::uint64_t> events_;
};

}  // namespace luuvet::test
