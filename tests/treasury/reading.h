// A treasury file on its way to its lines.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "server/treasury/extract_rows.h"

namespace luuvet::server::testing {

// The heads of a bảng kê chứng từ, separated by semicolons.
inline constexpr std::string_view kHead =
    "Mã dự án;Nội dung;Loại;Số tiền;Ngày thanh toán;Số chứng từ;Niên độ;Nguồn vốn\n";

inline std::string extract_file(const std::string& name) {
  std::ifstream stream(std::string(TABLE_FILES) + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// The first table; none where the file is refused.
inline Table table_of(std::string_view bytes) {
  auto read = read_extract(bytes);
  if (const auto* fault = std::get_if<Message>(&read)) {
    ADD_FAILURE() << fault->en;
    return {};
  }
  return std::move(std::get<TablesRead>(read).tables.front());
}

// The English sentence of the refusal, "" if there is none.
inline std::string refusal_of(std::string_view bytes) {
  const auto read = read_extract(bytes);
  const auto* fault = std::get_if<Message>(&read);
  EXPECT_TRUE(!fault || !fault->vi.empty());
  return fault ? fault->en : "";
}

inline ExtractLines lines_in(const Table& table, const ExtractSettings& settings = {}) {
  return lines_of(table, propose_columns(table).value_or(ExtractTableUse{}), settings);
}
inline ExtractLines lines_in(std::string_view bytes, const ExtractSettings& settings = {}) {
  return lines_in(table_of(bytes), settings);
}

inline ExtractSettings totals_until(std::string_view day) {
  ExtractSettings settings;
  settings.profile = ExtractProfile::kCumulative;
  settings.as_at = parse_date(day);
  settings.budget_year = 2026;
  settings.funding_source = FundingSource::kProvincialBudget;
  return settings;
}

}  // namespace luuvet::server::testing
