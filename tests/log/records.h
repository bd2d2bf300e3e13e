// Records for tests of the log: whole envelopes, made without the domain.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/log/event_log.h"

namespace luuvet::server::testing {

inline constexpr std::string_view kSource = "/luuvet/test/00112233445566aa";

struct RecordSpec {
  Sequence sequence = 1;
  std::string subject = "task/da11.ii.1";
  std::uint64_t stream_version = 1;
  Correlation correlation;
  std::string data = R"("percent":40)";  // members of `data`, without what is protected
  std::string open_text;                 // not empty: `data` gets `sealed` and `open`
  std::string source{kSource};
};
std::string record_bytes(const RecordSpec& spec);

// A correlation of its own for each number.
Correlation correlation(std::uint64_t number);

// Writes commands to a log as the engine would: reads the head, gives versions, appends one batch.
class Writer {
 public:
  explicit Writer(EventLog& log, std::string source = std::string(kSource)) : log_(log), source_(std::move(source)) {}

  // One command on each subject, all in one batch. Fails the test if the head moves.
  void append(const std::vector<std::string>& subjects, const std::string& open_text = "");
  // One command of several records.
  void append_act(const std::vector<std::string>& subjects);
  // `count` records, in batches of at most 100, over ten subjects; those of every other hundred have an open part.
  void fill(std::size_t count);

  // Makes the records that follow `head`, without appending them.
  std::vector<NewRecord> make(Sequence head, const std::vector<std::string>& subjects,
                              const std::string& open_text = "");

 private:
  void append_records(const std::vector<NewRecord>& records);

  EventLog& log_;
  std::string source_;
};

// A folder that is removed with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::filesystem::path path() const { return path_; }
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

// Whether some file below the folder holds these bytes.
bool folder_holds(const std::filesystem::path& folder, std::string_view bytes);

}  // namespace luuvet::server::testing
