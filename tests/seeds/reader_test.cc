// A folder with a wrong row is refused as a whole, and the fault is told by file, line and member.
#include "server/import/seed_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "domain/world.h"
#include "server/import/seed_check.h"
#include "tests/seeds/seed_rows.h"
#include "tests/support/temp_dir.h"

namespace luuvet::server::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::StartsWith;

constexpr std::string_view kAgency =
    R"({"id": "so-khcn", "name": "Sở Khoa học và Công nghệ", "aliases": [], "kind": "department", "province": "lao-cai"})";
constexpr std::string_view kPlan =
    R"({"id": "ke-hoach", "kind": "plan", "issuer": "Ủy ban nhân dân tỉnh", "abstract": "Kế hoạch", "stub": false})";
constexpr std::string_view kProgramme =
    R"({"id": "ke-hoach", "title": "Kế hoạch", "short_title": "Kế hoạch", "document": "ke-hoach", "province": "lao-cai", )"
    R"("year_from": 2026, "year_to": 2030, "standing_agency": "so-khcn", "sections": []})";

// A task with `more` members beside the least that it needs.
std::string task(std::string_view id, std::string_view more = "") {
  return R"({"id": ")" + std::string(id) +
         R"(", "programme": "ke-hoach", "title": "Việc", "lead_agencies": ["so-khcn"], "area": "cchc", )" +
         R"("deadline": {"text": "Thường xuyên", "kind": "ongoing"})" + std::string(more) + "}";
}

class SeedReader : public ::testing::Test {
 protected:
  SeedReader() {
    write("programmes.txt", "ke-hoach\n");
    write("agencies.jsonl", std::string(kAgency) + "\n");
    write("documents.jsonl", std::string(kPlan) + "\n");
    write("ke-hoach/programme.jsonl", std::string(kProgramme) + "\n");
  }

  void write(const fs::path& file, const std::string& text) {
    fs::create_directories((folder_.path() / file).parent_path());
    std::ofstream(folder_.path() / file) << text;
  }

  // Places and members at fault, "ke-hoach/tasks.jsonl:1 /title".
  std::vector<std::string> faults() {
    const Seeds seeds = read_seeds(folder_.path());
    std::vector<SeedFault> found = seeds.faults;
    if (found.empty()) found = check_seeds(seeds.rows, World{});
    std::vector<std::string> result;
    for (const SeedFault& fault : found) {
      std::string place = fault.place.starts_with("/") ? "folder" : fault.place;
      result.push_back(place + (fault.error.pointer.empty() ? "" : " " + fault.error.pointer));
      EXPECT_FALSE(fault.error.detail.vi.empty() || fault.error.detail.en.empty());
    }
    return result;
  }

  test::TempDir folder_;
};

TEST_F(SeedReader, TakesAFolderWithoutFault) {
  write("ke-hoach/tasks.jsonl", task("a") + "\n" + task("b", R"(, "parent": "a")"));
  EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(SeedReader, RefusesUnknownMembers) {
  write("ke-hoach/tasks.jsonl", task("a") + "\n" + task("b", R"(, "colour": "red")") + "\n");
  EXPECT_THAT(faults(), ElementsAre("ke-hoach/tasks.jsonl:2 /colour"));
}

TEST_F(SeedReader, RefusesMembersThatStandTwice) {
  write("ke-hoach/tasks.jsonl", task("a", R"(, "title": "Việc khác")"));
  EXPECT_THAT(faults(), ElementsAre("ke-hoach/tasks.jsonl:1 /title"));
}

TEST_F(SeedReader, RefusesWrongTypesWordsAndDates) {
  write(
      "ke-hoach/tasks.jsonl",
      task("a", R"(, "is_group": "no", "deliverables": [{"text": "Tệp", "kind": "file"}])") + "\n" +
          R"({"id": "b", "programme": "ke-hoach", "title": "Việc", "area": "cchc", "deadline": {"text": "x", "kind": "date", "due": "2026-02-30"}})");
  EXPECT_THAT(faults(), ElementsAre("ke-hoach/tasks.jsonl:1 /is_group", "ke-hoach/tasks.jsonl:1 /deliverables/0/kind",
                                    "ke-hoach/tasks.jsonl:2 /deadline/due"));
}

TEST_F(SeedReader, RefusesWhatIsNoJson) {
  write("ke-hoach/tasks.jsonl", task("a").substr(0, 40) + "\n\n" + task("b") + " {}\n");
  EXPECT_THAT(faults(), ElementsAre("ke-hoach/tasks.jsonl:1", "ke-hoach/tasks.jsonl:2", "ke-hoach/tasks.jsonl:3"));
}

TEST_F(SeedReader, RefusesControlCharactersAndBrokenUtf8) {
  write("ke-hoach/tasks.jsonl", task("a", R"(, "content": "a\u0007b")") + "\n" + task("b", ", \"content\": \"\xff\""));
  EXPECT_EQ(faults().size(), 2U);
}

TEST_F(SeedReader, RefusesRowsWithoutIdOrWithoutWhatARowNeeds) {
  write("ke-hoach/tasks.jsonl", R"({"programme": "ke-hoach", "deadline": {"text": ""}})");
  EXPECT_THAT(faults(), ElementsAre("ke-hoach/tasks.jsonl:1 /id", "ke-hoach/tasks.jsonl:1 /title",
                                    "ke-hoach/tasks.jsonl:1 /area"));
}

TEST_F(SeedReader, RatiosNameWhatIsThere) {
  const std::string ratio = R"({"id": "ty-le", "programme": "ke-hoach", "name": "Tỷ lệ", "minimum_percent": 3, )"
                            R"("definitions": [{"valid_from": "2026-02-03", "text": "Chi", "lines": LINES, )"
                            R"("document": "DOCUMENT"}]})";
  const auto with = [&](std::string lines, std::string document) {
    std::string row = ratio;
    row.replace(row.find("LINES"), 5, lines);
    row.replace(row.find("DOCUMENT"), 8, document);
    write("ke-hoach/ratios.jsonl", row + "\n");
    return faults();
  };
  EXPECT_THAT(with("[]", "ke-hoach"), IsEmpty());
  EXPECT_THAT(with(R"(["b1"])", "van-ban-nao"), ElementsAre("ke-hoach/ratios.jsonl:1 /definitions/0/lines/0",
                                                            "ke-hoach/ratios.jsonl:1 /definitions/0/document"));
}

TEST_F(SeedReader, BreaksJoinAnIndicatorThatIsThere) {
  const auto with = [&](const std::string& id) {
    write("ke-hoach/breaks.jsonl", R"({"id": ")" + id + R"(", "programme": "ke-hoach", "from": 2035, "text": "6G", )" +
                                       R"("document": "ke-hoach"})" + "\n");
    return faults();
  };
  write("ke-hoach/indicators.jsonl",
        R"({"id": "c1", "programme": "ke-hoach", "heading": false, "name": "5G", )"
        R"("source": {"document": "ke-hoach", "annex": "I"}, "direction": "higher", "targets": [], )"
        R"("tracking_agencies": [], "implementing_agencies": []})"
        "\n");
  EXPECT_THAT(with("c1"), IsEmpty());
  EXPECT_THAT(with("c9"), ElementsAre("ke-hoach/breaks.jsonl:1 /id"));
}

TEST_F(SeedReader, RefusesIdsThatStandTwice) {
  write("ke-hoach/tasks.jsonl", task("a") + "\n" + task("a"));
  write("agency-groups.jsonl", R"({"id": "so-khcn", "name": "Các sở", "province": "lao-cai"})");
  EXPECT_THAT(faults(), ElementsAre("agency-groups.jsonl:1 /id", "ke-hoach/tasks.jsonl:2 /id"));
}

TEST_F(SeedReader, RefusesReferencesToWhatIsNotThereYet) {
  write("ke-hoach/tasks.jsonl", task("a", R"(, "parent": "b", "coordinating_agencies": ["so-khcn", "so-nao"])") + "\n" +
                                    task("b", R"(, "mandate": "van-ban-nao")"));
  write("doubts.jsonl", R"({"id": "d", "programme": "ke-hoach", "kind": "missing", "text": "?", "places": [)"
                        R"({"subject": "task/c", "document": "ke-hoach"}, {"subject": "b", "document": "ke-hoach"}]})");
  EXPECT_THAT(faults(), ElementsAre("ke-hoach/tasks.jsonl:1 /parent", "ke-hoach/tasks.jsonl:1 /coordinating_agencies/1",
                                    "ke-hoach/tasks.jsonl:2 /mandate", "doubts.jsonl:1 /places/0/subject",
                                    "doubts.jsonl:1 /places/1/subject"));
}

TEST_F(SeedReader, RefusesFilesThatNothingReads) {
  write("ke-hoach/task.jsonl", task("a"));
  write("ke-hoach-khac/tasks.jsonl", task("b"));
  EXPECT_THAT(faults(), ElementsAre("ke-hoach/task.jsonl", "ke-hoach-khac/tasks.jsonl"));
}

TEST_F(SeedReader, RefusesAFolderThatIsNotThereOrEmpty) {
  EXPECT_EQ(read_seeds(folder_.path() / "nowhere").faults.size(), 1U);
  fs::create_directory(folder_.path() / "empty");
  EXPECT_EQ(read_seeds(folder_.path() / "empty").faults.size(), 1U);
}

TEST_F(SeedReader, TellsAtMostSoManyFaults) {
  std::string lines;
  for (std::size_t at = 0; at < 2 * kSeedFaultsMax; ++at) lines += "x\n";
  write("ke-hoach/tasks.jsonl", lines);
  EXPECT_EQ(faults().size(), kSeedFaultsMax);
}

TEST_F(SeedReader, TellsAFaultInBothLanguages) {
  write("ke-hoach/tasks.jsonl", task("a", R"(, "colour": "red")"));
  const Seeds seeds = read_seeds(folder_.path());
  ASSERT_EQ(seeds.faults.size(), 1U);
  EXPECT_EQ(to_string(seeds.faults[0]),
            "ke-hoach/tasks.jsonl:1 /colour: Trường không có trong danh mục. / This member is unknown.");
}

}  // namespace
}  // namespace luuvet::server::testing
