// Work to do for load and crash tests: tasks of the seeds that one agency leads, and the requests that its officer
// would send.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/http_client.h"

namespace luuvet::test {

using Sequence = std::uint64_t;

// A task that one agency leads jointly with nobody.
struct OwnTask {
  std::string id;
  std::string agency;
  Sequence based_on = 0;  // the last sequence that changed it
};

// At least `count` of them, else std::runtime_error: the seeds have hundreds.
std::vector<OwnTask> own_tasks(HttpClient& client, std::size_t count);

struct WorkRequest {
  std::string target;
  std::string body;
  HttpHeaders headers;  // acting agency, idempotency key, precondition where it is needed
};

// `key`: of Idempotency-Key, without quotes. `text` stands in the record's `data.open`.
WorkRequest comment(const OwnTask& task, const std::string& key, const std::string& text);
WorkRequest progress_report(const OwnTask& task, const std::string& key, const std::string& text, unsigned percent);
// `of`: the sequence of the statement.
WorkRequest approval(const OwnTask& task, const std::string& key, Sequence of);

// Luuvet-Sequence of a reply; 0 if it has none.
Sequence sequence_of(const HttpReply& reply);

}  // namespace luuvet::test
