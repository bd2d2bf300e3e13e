// What a reader has who follows /api/v1/events from the first record.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "tests/support/http_client.h"
#include "tests/support/work.h"

namespace luuvet::test {

class LogCopy {
 public:
  // Reads on to the head. Throws std::runtime_error that names a gap, a record out of order, or a text that is there
  // twice.
  void read_on(HttpClient& client);

  Sequence head() const { return head_; }
  // Where the comment or statement with this text stands; 0 if nowhere.
  Sequence find(const std::string& text) const;

 private:
  void add(std::string_view record);

  Sequence head_ = 0;
  std::map<std::string, Sequence> texts_;
};

}  // namespace luuvet::test
