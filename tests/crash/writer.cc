#include "tests/crash/writer.h"

#include <chrono>

namespace luuvet::test {

Attempt Writer::next_attempt() const {
  const std::size_t number = attempts_.size();
  const std::string key = name_ + "-" + std::to_string(number);
  const std::string text = "Nội dung " + key;
  if (number % 3 == 2) return {progress_report(task_, key, text, static_cast<unsigned>(number % 100)), text, {}};
  return {comment(task_, key, text), text, {}};
}

void Writer::write_until(std::uint16_t port, const std::atomic<bool>& stop) {
  HttpClient client(port);
  try {
    while (!stop) {
      attempts_.push_back(next_attempt());
      Attempt& attempt = attempts_.back();
      const HttpReply reply = client.post(attempt.request.target, attempt.request.body, attempt.request.headers);
      if (reply.status != 200 || sequence_of(reply) == 0) {
        surprise_ = attempt.request.target + ": " + std::to_string(reply.status) + " " + reply.body;
        return;
      }
      attempt.acknowledged = sequence_of(reply);
      task_.based_on = *attempt.acknowledged;
    }
  } catch (const HttpBroken&) {  // the server is gone: the last attempt stays open
  }
}

}  // namespace luuvet::test
