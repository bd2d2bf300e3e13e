#include "tests/net/live_records.h"

#include <stdexcept>
#include <variant>

namespace luuvet::test {

std::string data_with_open(const std::string& words) {
  return R"({"percent":40,"sealed":"q2kJwYk3m0u5Jt0bq3c8bYJ3oY1eU4n9x7w2d6s5a1E","open":{"salt":"6f0c1d2e3b4a59687786a5b4c3d2e1f0","result":")" +
         words + "\"}}";
}

std::string record_text(Sequence sequence, const RecordParts& parts) {
  std::string text = R"({"specversion":"1.0","id":")" + std::to_string(sequence);
  text += R"(","source":"/luuvet/)" + std::string(kTestInstance) + '/' + kTestLog;
  text += R"(","type":")" + parts.type + R"(","subject":")" + parts.subject;
  text +=
      R"(","time":"2026-04-10T07:05:40.870Z","datacontenttype":"application/json","streamversion":1,"actor":"local")";
  text += R"(,"agency":")" + parts.agency + R"(","capacity":"direct","correlationid":")" + std::string(64, 'a') + '"';
  if (!parts.programme.empty()) text += R"(,"programme":")" + parts.programme + '"';
  return text + ",\"data\":" + parts.data + '}';
}

std::shared_ptr<const std::string> append_record(server::EventLog& log, const RecordParts& parts) {
  const Sequence head = log.head();
  server::NewRecord record;
  record.bytes = record_text(head + 1, parts);
  record.subject = parts.subject;
  record.stream_version = head + 1;
  if (!std::holds_alternative<server::Appended>(log.append(head, {&record, 1})))
    throw std::runtime_error("somebody else appends to the test's log");
  return std::make_shared<const std::string>(std::move(record.bytes));
}

}  // namespace luuvet::test
