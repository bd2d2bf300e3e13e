#include "domain/base/table.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

namespace luuvet::test {
namespace {

struct Row {
  std::string id;
  int value = 0;
  const std::string& key() const { return id; }
};
using Rows = Table<Row>;

std::shared_ptr<const Row> row(std::string id, int value) {
  return std::make_shared<const Row>(Row{std::move(id), value});
}
std::string key_of(int number) {
  std::string text = std::to_string(number);
  return std::string(5 - text.size(), '0') + text;
}
std::map<std::string, int> contents(const Rows& table) {
  std::map<std::string, int> result;
  table.for_each([&](const Rows::RowPtr& each) { result[each->id] = each->value; });
  return result;
}
std::vector<std::string> keys_from(const Rows& table, std::string_view from) {
  std::vector<std::string> keys;
  table.for_each_from(from, [&](const Rows::RowPtr& each) { keys.push_back(each->id); });
  return keys;
}

TEST(Table, IsEmptyAtFirst) {
  const Rows table;
  EXPECT_EQ(table.size(), 0u);
  EXPECT_EQ(table.find("a"), nullptr);
  EXPECT_EQ(table.get("a"), nullptr);
  EXPECT_TRUE(keys_from(table, "").empty());
}
TEST(Table, InsertsAndReplaces) {
  Rows table;
  table.put(row("b", 1), 1);
  table.put(row("a", 2), 1);
  table.put(row("b", 3), 1);
  EXPECT_EQ(table.size(), 2u);
  EXPECT_EQ(table.find("b")->value, 3);
  EXPECT_EQ(keys_from(table, ""), (std::vector<std::string>{"a", "b"}));
}
TEST(Table, KeepsOrderAcrossSplits) {
  std::mt19937 random(7);
  std::vector<int> numbers(2'000);
  for (int i = 0; i < 2'000; ++i) numbers[static_cast<std::size_t>(i)] = i;
  std::shuffle(numbers.begin(), numbers.end(), random);
  Rows table;
  for (const int number : numbers) table.put(row(key_of(number), number), 1);
  ASSERT_EQ(table.size(), 2'000u);
  int expected = 0;
  table.for_each([&](const Rows::RowPtr& each) { EXPECT_EQ(each->value, expected++); });
  for (int i = 0; i < 2'000; ++i) ASSERT_NE(table.find(key_of(i)), nullptr) << i;
  EXPECT_EQ(keys_from(table, key_of(1'997)), (std::vector<std::string>{"01997", "01998", "01999"}));
  EXPECT_EQ(keys_from(table, "01997x").front(), "01998");
  EXPECT_TRUE(keys_from(table, "x").empty());
}
TEST(Table, StopsWhereToldTo) {
  Rows table;
  for (int i = 0; i < 200; ++i) table.put(row(key_of(i), i), 1);
  int seen = 0;
  table.for_each([&](const Rows::RowPtr&) { return ++seen < 100; });
  EXPECT_EQ(seen, 100);
}
TEST(Table, ACopyStaysAsItWas) {
  Rows table;
  for (int i = 0; i < 300; ++i) table.put(row(key_of(i), i), 1);
  const Rows published = table;
  const auto before = contents(published);
  for (int i = 0; i < 600; ++i) table.put(row(key_of(i), -i), 2);
  EXPECT_EQ(contents(published), before);
  EXPECT_EQ(published.size(), 300u);
  EXPECT_EQ(table.size(), 600u);
  EXPECT_EQ(table.find("00299")->value, -299);
}
TEST(Table, SeveralCopiesEachKeepTheirDay) {
  std::mt19937 random(11);
  Rows table;
  std::map<std::string, int> model;
  std::vector<std::pair<Rows, std::map<std::string, int>>> published;
  for (Epoch epoch = 1; epoch <= 60; ++epoch) {
    for (int i = 0; i < 40; ++i) {
      const std::string key = key_of(static_cast<int>(random() % 700));
      const int value = static_cast<int>(random() % 1'000);
      table.put(row(key, value), epoch);
      model[key] = value;
    }
    published.emplace_back(table, model);
  }
  for (const auto& [copy, expected] : published) {
    EXPECT_EQ(contents(copy), expected);
    EXPECT_EQ(copy.size(), expected.size());
  }
}
TEST(Table, ADroppedBatchLeavesNoTrace) {
  Rows table;
  for (int i = 0; i < 100; ++i) table.put(row(key_of(i), i), 1);
  const auto before = contents(table);
  {
    Rows batch = table;
    for (int i = 0; i < 200; ++i) batch.put(row(key_of(i), 0), 2);
  }
  EXPECT_EQ(contents(table), before);
}

}  // namespace
}  // namespace luuvet::test
