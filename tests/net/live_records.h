// Records for tests of log and feed: made of text, without the domain.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "server/log/event_log.h"

namespace luuvet::test {

struct RecordParts {
  std::string type = "vn.luuvet.task.amended.v1";
  std::string subject = "task/t1";
  std::string agency = "so-khcn";
  std::string programme;
  std::string data = R"({"set":{"title":"Xây dựng nền tảng số"}})";
};

// "vn.luuvet..." with `open` behind `sealed`.
std::string data_with_open(const std::string& words);

std::string record_text(Sequence sequence, const RecordParts& parts);

// Appends one record and returns its bytes.
std::shared_ptr<const std::string> append_record(server::EventLog& log, const RecordParts& parts = {});

inline constexpr const char* kTestInstance = "thu-nghiem";
inline constexpr const char* kTestLog = "9f2c41d07ab3e865";

}  // namespace luuvet::test
