// Views to look at: of facts, of random work, of the real plans.
#pragma once

#include <memory>
#include <vector>

#include "projections/tasks/task_list.h"
#include "projections/views.h"
#include "tests/support/province.h"

namespace luuvet::test {

using projections::Views;

// A log in domain terms and the Views that follow it record by record.
class Seen {
 public:
  explicit Seen(const std::vector<Fact>& facts);

  void add(const Fact& fact);
  // What decide makes of random work by somebody, if it is accepted.
  void work(std::uint32_t seed, std::size_t commands);

  const Views& views() const { return views_; }
  const World& world() const { return views_.world; }
  const std::vector<Recorded>& log() const { return recorder_.log; }

 private:
  void follow();

  Recorder recorder_;
  Views views_;
};

// The five plans as imported; made once.
const Views& views_of_the_plans();

// All rows, no filter.
projections::PageRequest everything();

std::vector<std::string> ids_of(const projections::TaskList& list);

}  // namespace luuvet::test
