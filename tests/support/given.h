// given(facts).as(agency).when(target, body).then(events...) or .then_rejected(kind, rule). A command is sent with
// If-Match as it stands, unless the test says what it is based on. Nobody named: the system sends it.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <utility>

#include "tests/support/people.h"

namespace luuvet::test {

// Whether the event is that one.
template <class E>
bool is(const Event& event, const E& expected) {
  const E* made = std::get_if<E>(&event);
  return made && *made == expected;
}

// What a command came to.
class When {
 public:
  explicit When(Result<Decision> result) : result_(std::make_shared<const Result<Decision>>(std::move(result))) {}

  bool accepted() const { return result_->has_value(); }
  const Decision& decision() const { return result_->value(); }
  const Rejection& rejection() const { return result_->error(); }

  // Number of events; fails the test if the command was rejected.
  std::size_t count() const;
  const Event& event(std::size_t index = 0) const { return decision().events.at(index).event; }

  void then_accepted() const;
  template <class... E>
  void then(const E&... expected) const {
    ASSERT_EQ(count(), sizeof...(E));
    std::size_t index = 0;
    const bool same = (is(event(index++), expected) && ...);
    EXPECT_TRUE(same) << "event " << index << " is another";
  }
  // The rule that says no; for a bad body the pointer of its first fault.
  const Rejection& then_rejected(RejectionKind kind, std::string_view rule_or_pointer = {}) const;

 private:
  std::shared_ptr<const Result<Decision>> result_;
};

class Given {
 public:
  explicit Given(const std::vector<Fact>& facts);
  Given(const Given&);
  ~Given();

  // Somebody who is head and officer of the agency, and keeps its standing office.
  Given& as(std::string agency);
  // Somebody with that one role there.
  Given& as(std::string agency, Role role);
  // Somebody with exactly these posts, acting for the agency of the first.
  Given& holding(std::vector<Held> posts);
  // Whoever that is in the facts, acting for the agency.
  Given& acting(std::string account, std::string agency);
  Given& actor(std::string actor);
  Given& capacity(Capacity capacity) { return context_.capacity = capacity, *this; }
  Given& on(std::string_view text) { return today_ = day(text), *this; }
  Given& based_on(Sequence sequence) { return context_.based_on = sequence, *this; }
  Given& if_match(Sequence sequence) { return context_.if_match = sequence, *this; }
  // Who asks has brought the file; or somebody else has.
  Given& bringing(StoredFile file, std::optional<std::string> by = {});
  Given& fact(const Fact& fact);

  // `target`: a subject, or an aggregate's name alone for creating.
  When when(std::string_view target, const CommandBody& body) const;
  // The same, and it becomes so.
  Given& after(std::string_view target, const CommandBody& body);

  const World& world() const { return log_.world; }

 private:
  Recorder log_;
  Context context_;
  std::vector<Held> posts_;
  Date today_ = day("2026-03-15");
};

inline Given given(const std::vector<Fact>& facts) {
  return Given(facts);
}

}  // namespace luuvet::test
