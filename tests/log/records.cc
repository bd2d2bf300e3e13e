#include "tests/log/records.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "server/log/hash.h"

namespace luuvet::server::testing {
namespace {

std::string_view view(const std::array<std::uint8_t, 16>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string protected_members(const std::string& text, Sequence sequence) {
  const std::string salt = hex(bytes_of(sha256({"salt", std::to_string(sequence)}))).substr(0, 32);
  const std::string open = R"({"salt":")" + salt + R"(","text":")" + text + R"("})";
  return R"(,"sealed":")" + base64_url(bytes_of(sha256({open}))) + R"(","open":)" + open;
}

}  // namespace

std::string record_bytes(const RecordSpec& spec) {
  std::string bytes =
      R"({"specversion":"1.0","id":")" + std::to_string(spec.sequence) + R"(","source":")" + spec.source;
  bytes += R"(","type":"vn.luuvet.assignment.progress-reported.v1","subject":")" + spec.subject;
  bytes += R"(","time":"2026-03-31T02:15:00.123Z","datacontenttype":"application/json","streamversion":)";
  bytes += std::to_string(spec.stream_version) +
           R"(,"actor":"local","agency":"so-khcn","capacity":"direct","correlationid":")";
  bytes += hex(view(spec.correlation.key)) + hex(view(spec.correlation.request)) + R"(","data":{)" + spec.data;
  if (!spec.open_text.empty()) bytes += protected_members(spec.open_text, spec.sequence);
  return bytes + "}}";
}

Correlation correlation(std::uint64_t number) {
  const Hash hash = sha256({"correlation", std::to_string(number)});
  Correlation result;
  std::copy(hash.begin(), hash.begin() + 16, result.key.begin());
  std::copy(hash.begin() + 16, hash.end(), result.request.begin());
  return result;
}

std::vector<NewRecord> Writer::make(Sequence head, const std::vector<std::string>& subjects,
                                    const std::string& open_text) {
  std::map<std::string, std::uint64_t> versions;
  std::vector<NewRecord> records;
  for (const std::string& subject : subjects) {
    if (!versions.contains(subject)) versions[subject] = log_.subject_version(subject);
    NewRecord record;
    record.subject = subject;
    record.stream_version = ++versions[subject];
    record.correlation = correlation(head + records.size() + 1);
    RecordSpec spec;
    spec.sequence = head + records.size() + 1;
    spec.subject = subject;
    spec.stream_version = record.stream_version;
    spec.correlation = record.correlation;
    spec.open_text = open_text;
    spec.source = source_;
    record.bytes = record_bytes(spec);
    records.push_back(std::move(record));
  }
  return records;
}

void Writer::append_records(const std::vector<NewRecord>& records) {
  const Sequence head = log_.head();
  const AppendOutcome outcome = log_.append(head, records);
  ASSERT_TRUE(std::holds_alternative<Appended>(outcome));
  ASSERT_EQ(std::get<Appended>(outcome).head, head + records.size());
}

void Writer::append(const std::vector<std::string>& subjects, const std::string& open_text) {
  append_records(make(log_.head(), subjects, open_text));
}

void Writer::append_act(const std::vector<std::string>& subjects) {
  std::vector<NewRecord> records = make(log_.head(), subjects);
  const Correlation shared = records.front().correlation;
  for (std::size_t i = 0; i < records.size(); ++i) {
    RecordSpec spec;
    spec.sequence = log_.head() + i + 1;
    spec.subject = records[i].subject;
    spec.stream_version = records[i].stream_version;
    spec.correlation = shared;
    spec.source = source_;
    records[i].bytes = record_bytes(spec);
    records[i].correlation = shared;
    records[i].first_of_act = i == 0;
  }
  append_records(records);
}

void Writer::fill(std::size_t count) {
  while (count > 0) {
    std::vector<std::string> subjects;
    const std::string open_text = log_.head() / 100 % 2 == 1 ? "Đã hoàn thành 40% khối lượng" : "";
    for (; subjects.size() < 100 && count > 0; --count) subjects.push_back("task/t" + std::to_string(count % 10));
    append(subjects, open_text);
  }
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "luuvet-log-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

bool folder_holds(const std::filesystem::path& folder, std::string_view bytes) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    if (content.view().find(bytes) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace luuvet::server::testing
