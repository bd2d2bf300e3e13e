// The rows that an agency has to enter, as a template to fill in: a sheet out, and what was filled in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/sheets/sheet.h"
#include "api/views/view_codec.h"
#include "projections/indicators/submission_grid.h"

namespace luuvet::api {

// A row for each kind of figure that was entered, else one for the actual figure.
Workbook grid_workbook(const ViewContext& context, const std::vector<projections::GridRow>& rows,
                       std::string_view period);

// The columns of the template.
enum class GridColumn : std::uint8_t {
  kIndicator,
  kNumber,
  kName,
  kUnit,
  kTarget,
  kPrevious,
  kKind,
  kValue,
  kNumerator,
  kDenominator,
  kReason,
  kSource,
  kEvidence,
  kComment
};
inline constexpr std::size_t kGridColumns = 14;

// Which column a head is, whatever its case and marks; none: not one of the template's.
std::optional<GridColumn> grid_column_of(std::string_view head);
// "Thực hiện đến kỳ" and the like.
std::optional<FigureKind> figure_kind_of(std::string_view words);

// A number as Vietnamese offices write it: "9.615.243", "37,6", "37,6 %"; none of what could be read in two ways, as
// "0.6" or "1.234,5.6".
std::optional<Decimal> vietnamese_number(std::string_view text);
// Whether only digits, points, commas, blanks, a sign and "%" stand there: what is no number then can be read in
// several ways; "khoảng 40", "1e3" and "٣" are none.
bool looks_like_number(std::string_view text);

}  // namespace luuvet::api
