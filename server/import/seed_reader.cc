#include "server/import/seed_reader.h"

#include <fstream>
#include <unordered_map>

#include "api/json/json_read.h"
#include "domain/register_traits.h"
#include "server/import/seed_files.h"

namespace luuvet::server {
namespace {

namespace fs = std::filesystem;

class Reader {
 public:
  explicit Reader(fs::path folder) : folder_(std::move(folder)) {}

  void read_file(const fs::path& file) {
    const std::string name = file.filename().string();
    const auto found = kReadLine.find(name);
    const std::string bytes = load(file);
    std::size_t line = 1;
    for (std::size_t begin = 0; begin < bytes.size(); ++line) {
      const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
      place_ = file.generic_string() + ":" + std::to_string(line);
      (this->*found->second)({bytes.data() + begin, end - begin});
      begin = end + 1;
    }
  }

  void fault(std::string place, FieldError error) {
    if (seeds_.faults.size() < kSeedFaultsMax) seeds_.faults.push_back({std::move(place), std::move(error)});
  }

  Seeds take() && { return std::move(seeds_); }

 private:
  using ReadLine = void (Reader::*)(std::string_view line);
  static const std::unordered_map<std::string_view, ReadLine> kReadLine;

  std::string load(const fs::path& file) {
    if (fs::file_size(folder_ / file) > kSeedFileBytesMax) {
      fault(file.generic_string(), {"", {"Tệp quá lớn.", "The file is too large."}});
      return {};
    }
    std::ifstream stream(folder_ / file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (!stream) fault(file.generic_string(), {"", {"Không đọc được tệp.", "The file cannot be read."}});
    return bytes;
  }

  template <class Content>
  void read_line(std::string_view line) {
    const simdjson::padded_string padded(line);
    Result<Content> row = api::read_json<api::Missing::kDefault, Content>(parser_, padded);
    if (!row) {
      for (FieldError& error : row.error().errors) fault(place_, std::move(error));
      return;
    }
    Subject subject = subject_of(row.value());
    seeds_.rows.push_back({{std::move(subject), ImportRow<Content>{std::move(row).value()}}, place_});
  }

  const fs::path folder_;
  std::string place_;  // of the line being read
  simdjson::ondemand::parser parser_;
  Seeds seeds_;
};

const std::unordered_map<std::string_view, Reader::ReadLine> Reader::kReadLine = {
    {"agencies.jsonl", &Reader::read_line<Agency>},      {"agency-groups.jsonl", &Reader::read_line<AgencyGroup>},
    {"documents.jsonl", &Reader::read_line<Document>},   {"committees.jsonl", &Reader::read_line<Committee>},
    {"programme.jsonl", &Reader::read_line<Programme>},  {"members.jsonl", &Reader::read_line<Member>},
    {"indicators.jsonl", &Reader::read_line<Indicator>}, {"budget-lines.jsonl", &Reader::read_line<BudgetLine>},
    {"tasks.jsonl", &Reader::read_line<Task>},           {"reporting-duties.jsonl", &Reader::read_line<ReportingDuty>},
    {"posts.jsonl", &Reader::read_line<Post>},           {"doubts.jsonl", &Reader::read_line<Doubt>},
    {"ratios.jsonl", &Reader::read_line<RatioRow>},      {"breaks.jsonl", &Reader::read_line<SeriesBreakRow>},
};

}  // namespace

Seeds read_seeds(const fs::path& folder) {
  Reader reader(folder);
  try {
    for (const fs::path& file : list_stray_files(folder))
      reader.fault(file.generic_string(),
                   {"", {"Tệp không thuộc danh mục của thư mục này.", "This file has no place in the folder."}});
    for (const fs::path& file : list_seed_files(folder)) reader.read_file(file);
  } catch (const fs::filesystem_error& error) {
    reader.fault(folder.string(),
                 {"", {"Không đọc được thư mục.", std::string("The folder cannot be read: ") + error.what()}});
  }
  Seeds seeds = std::move(reader).take();
  if (seeds.rows.empty() && seeds.faults.empty())
    seeds.faults.push_back({folder.string(), {"", {"Thư mục không có dòng nào.", "The folder holds no rows."}}});
  return seeds;
}

}  // namespace luuvet::server
