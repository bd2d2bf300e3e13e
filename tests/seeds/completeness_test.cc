// Every row that the papers print is there, in printed order, and no other: held against the table made by eye.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "tests/seeds/printed_numbers.h"
#include "tests/seeds/seed_rows.h"

namespace luuvet::server::testing {
namespace {

// document, kind, annex, section
using SectionKey = std::tuple<std::string, PrintedKind, std::string, std::string>;
using NumbersBySection = std::map<SectionKey, std::vector<PrintedNumber>>;

bool groups(const Task& row) {
  return row.is_group;
}
bool groups(const Indicator& row) {
  return row.heading;
}
bool groups(const BudgetLine& row) {
  return row.heading;
}
bool links(const Task& row) {
  return row.links_to.has_value();
}
bool links(const Indicator&) {
  return false;
}
bool links(const BudgetLine&) {
  return false;
}

template <class Content>
void collect(PrintedKind kind, NumbersBySection& sections) {
  for (const Content* row : rows_of<Content>()) {
    const Source& source = source_of(*row);
    sections[{source.document.value, kind, source.annex, source.section.value_or("")}].push_back(
        {source.number.value_or(""), groups(*row), links(*row)});
  }
}

NumbersBySection seeded_sections() {
  NumbersBySection sections;
  collect<Task>(PrintedKind::kTask, sections);
  collect<Indicator>(PrintedKind::kIndicator, sections);
  collect<BudgetLine>(PrintedKind::kBudgetLine, sections);
  return sections;
}

std::size_t count_printed(std::string_view document, PrintedKind kind, std::string_view annex = "") {
  std::size_t count = 0;
  for (const PrintedSection& section : printed_sections())
    if (section.document == document && section.kind == kind && (annex.empty() || section.annex == annex))
      count += section.rows;
  return count;
}

TEST(SeedCompleteness, TheTableIsConsistent) {
  for (const PrintedSection& section : printed_sections())
    EXPECT_EQ(expand(section.numbers).size(), section.rows)
        << section.document << " " << section.annex << " " << section.section;
  EXPECT_EQ(count_printed("lao-cai-de-an-11", PrintedKind::kIndicator), 52U);
  EXPECT_EQ(count_printed("lao-cai-de-an-11", PrintedKind::kTask), 200U);
  EXPECT_EQ(count_printed("lao-cai-de-an-11", PrintedKind::kBudgetLine), 68U + 13U);
  EXPECT_EQ(count_printed("lao-cai-bcd-2026", PrintedKind::kTask, "body"), 36U);
  EXPECT_EQ(count_printed("lao-cai-bcd-2026", PrintedKind::kTask), 36U + 61U + 21U + 18U);
  EXPECT_EQ(count_printed("lao-cai-nq57-2026", PrintedKind::kTask), 74U + 1U);
  EXPECT_EQ(count_printed("lao-cai-nq57-2026", PrintedKind::kIndicator), 19U + 1U);
  EXPECT_EQ(count_printed("lai-chau-nq57-2025", PrintedKind::kTask), 75U);
  EXPECT_EQ(count_printed("lai-chau-nq57-2025", PrintedKind::kIndicator), 38U);
  EXPECT_EQ(count_printed("lao-cai-phan-cong-bcd", PrintedKind::kIndicator), 52U);
}

TEST(SeedCompleteness, EverySectionHasThePrintedNumbersAndNoOther) {
  NumbersBySection seeded = seeded_sections();
  for (const PrintedSection& section : printed_sections()) {
    const SectionKey key{section.document, section.kind, section.annex, section.section};
    EXPECT_THAT(seeded[key], ::testing::ElementsAreArray(expand(section.numbers)))
        << section.document << " " << section.annex << " " << section.section;
    seeded.erase(key);
  }
  for (const auto& [key, rows] : seeded)
    ADD_FAILURE() << std::get<0>(key) << " " << std::get<2>(key) << " " << std::get<3>(key) << " is not in the table";
}

TEST(SeedCompleteness, DeAn11HasTwentyFiveGroupsAndAHundredAndSeventyFiveTasks) {
  const auto tasks = rows_of<Task>("lao-cai-de-an-11");
  EXPECT_EQ(std::ranges::count_if(tasks, [](const Task* task) { return task->is_group; }), 25);
  EXPECT_EQ(leaf_tasks("lao-cai-de-an-11").size(), 175U);
}

// Sections 1 to 7 name one post each, 8.1 the duties common to the members of 8.2 to 8.22.
TEST(SeedCompleteness, TheNoticeNamesSevenPostsCommonDutiesAndTwentyOneMembers) {
  std::vector<std::string> expected;
  for (int at = 1; at <= 7; ++at) expected.push_back("pc25.body." + std::to_string(at));
  for (int at = 1; at <= 22; ++at) expected.push_back("pc25.body.8." + std::to_string(at));
  std::vector<std::string> found;
  for (const Member* member : rows_of<Member>()) {
    found.push_back(member->id.value);
    EXPECT_FALSE(member->duties.empty()) << member->id.value;
  }
  EXPECT_EQ(found, expected);
}

// The Party committee has a seat for everyone whom the notice names, of the same body and in the printed words.
TEST(SeedCompleteness, WhomTheNoticeNamesHasASeatToFill) {
  std::size_t seats = 0;
  for (const Member* member : rows_of<Member>()) {
    const Post* post = find_row<Post>(member->id.value);
    ASSERT_EQ(post != nullptr, member->agency.has_value()) << member->id.value;
    if (!post) continue;
    ++seats;
    EXPECT_EQ(post->agency, *member->agency);
    EXPECT_EQ(post->committee, member->committee);
    EXPECT_EQ(post->title, member->position);
    const bool leads = member->role == "head" || member->role == "deputy-head";
    EXPECT_EQ(post->role, leads ? Role::kCommitteeHead : Role::kCommitteeMember) << member->id.value;
  }
  EXPECT_EQ(seats, 28U);
}

// A group has rows below it, and only groups have.
TEST(SeedCompleteness, ParentsAreExactlyTheGroups) {
  std::set<std::string> parents;
  for (const Task* task : rows_of<Task>())
    if (task->parent) parents.insert(task->parent->value);
  for (const Task* task : rows_of<Task>())
    EXPECT_EQ(task->is_group, parents.contains(task->id.value)) << task->id.value;
}

// Every heading that groups rows is a section of its programme, in printed order.
TEST(SeedCompleteness, SectionsOfProgrammesAreThePrintedOnes) {
  for (const PrintedSection& printed : printed_sections()) {
    if (printed.section.empty()) continue;
    const Programme* programme = find_row<Programme>(printed.document);
    ASSERT_TRUE(programme) << printed.document;
    EXPECT_TRUE(std::ranges::any_of(
        programme->sections,
        [&](const Section& section) { return section.annex == printed.annex && section.section == printed.section; }))
        << printed.document << " " << printed.annex << " " << printed.section;
  }
}

}  // namespace
}  // namespace luuvet::server::testing
