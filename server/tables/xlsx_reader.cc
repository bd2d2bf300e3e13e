#include "server/tables/xlsx_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "server/tables/table_builder.h"
#include "server/tables/xlsx_parts.h"
#include "server/tables/xml.h"

namespace luuvet::server {
namespace {

struct Place {
  std::size_t row = 0;
  std::size_t column = 0;
};

// "C12" is row 11, column 2.
std::optional<Place> place_in(std::string_view reference) {
  Place place;
  std::size_t at = 0;
  for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z' && at < 4; ++at)
    place.column = place.column * 26 + static_cast<std::size_t>(reference[at] - 'A' + 1);
  place.row = number_in(reference.substr(at));
  if (at == 0 || place.row == 0) return std::nullopt;
  return Place{place.row - 1, place.column - 1};
}

struct Area {
  Place first;
  Place last;
};

// Excel counts from the last day of 1899, and believes in a 29th of February 1900.
Date day_of(double serial, bool from_1904) {
  const Date epoch = from_1904 ? date_from_civil({1904, 1, 1}) : date_from_civil({1899, 12, 30});
  return {epoch.days + static_cast<std::int32_t>(std::floor(serial))};
}

constexpr double kSerialMost = 2'958'465;  // 31/12/9999

std::string text_of(Date day) {
  const CivilDate civil = civil_from_date(day);
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(civil.day) + "/" + two(civil.month) + "/" + std::to_string(civil.year);
}

std::string text_of(double number) {
  std::array<char, 32> buffer;
  constexpr int kDigits = 15;  // what Excel itself keeps
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::general, kDigits);
  return std::string(buffer.data(), end);
}

// A share as percent, as it is written here: "72,5%".
std::string percent_text(double share) {
  constexpr double kWhole = 100;
  std::string text = text_of(share * kWhole) + '%';
  std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

class SheetPart : public XmlHandler {
 public:
  SheetPart(const XlsxBook& book, TableBuilder& builder) : book_(book), builder_(builder) {}

  void start(std::string_view name, const Attributes& attributes) override {
    if (name == "row") begin_row(attributes);
    if (name == "c") begin_cell(attributes);
    is_value_ = name == "v" || (name == "t" && in_cell_ && aloud_ == 0);
    if (name == "rPh") ++aloud_;
    if (name == "mergeCell") take_area(attributes.get("ref"));
  }
  void end(std::string_view name) override {
    if (name == "rPh") --aloud_;
    if (name == "c") end_cell();
    is_value_ = false;
  }
  void text(std::string_view piece) override {
    if (is_value_ && in_cell_) value_ += piece;
  }

  // Once the sheet is read: they stand behind the rows.
  void merge() {
    for (const Area& area : areas_) builder_.merge(area.first.row, area.first.column, area.last.row, area.last.column);
  }

 private:
  static constexpr std::size_t kAreasMax = 100'000;

  void begin_row(const Attributes& attributes) {
    const std::size_t number = number_in(attributes.get("r"));
    next_ = {number > 0 ? number - 1 : row_after_, 0};
    row_after_ = next_.row + 1;
  }

  void begin_cell(const Attributes& attributes) {
    place_ = place_in(attributes.get("r")).value_or(next_);
    next_ = {place_.row, place_.column + 1};
    type_ = attributes.get("t");
    style_ = number_in(attributes.get("s"));
    value_.clear();
    in_cell_ = true;
  }

  void end_cell() {
    in_cell_ = false;
    if (value_.empty()) return;
    TableCell cell = type_.empty() || type_ == "n" ? number_cell() : text_cell();
    if (!cell.text.empty()) builder_.put(place_.row, place_.column, std::move(cell));
  }

  TableCell text_cell() const {
    TableCell cell;
    if (type_ == "s") {
      const std::size_t at = number_in(value_);
      if (at < book_.strings.size()) cell.text = book_.strings[at];
    } else if (type_ == "b") {
      cell.text = value_ == "1" ? "x" : "";
    } else {
      cell.text = value_;  // words of its own, a formula's last words, an error
    }
    return cell;
  }

  TableCell number_cell() const {
    TableCell cell;
    cell.text = value_;
    double number = 0;
    const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), number);
    if (error != std::errc() || end != value_.data() + value_.size() || !std::isfinite(number)) return cell;
    cell.number = number;
    const NumberLook look = style_ < book_.looks.size() ? book_.looks[style_] : NumberLook::kPlain;
    const bool is_day = look == NumberLook::kDay && number >= 0 && number <= kSerialMost;
    if (is_day) cell.day = day_of(number, book_.from_1904);
    cell.percent = look == NumberLook::kPercent;
    cell.text = is_day ? text_of(*cell.day) : cell.percent ? percent_text(number) : text_of(number);
    return cell;
  }

  void take_area(std::string_view reference) {
    const std::size_t colon = reference.find(':');
    if (colon == reference.npos || areas_.size() >= kAreasMax) return;
    const auto first = place_in(reference.substr(0, colon)), last = place_in(reference.substr(colon + 1));
    if (first && last) areas_.push_back({*first, *last});
  }

  const XlsxBook& book_;
  TableBuilder& builder_;
  std::vector<Area> areas_;
  Place next_;
  Place place_;
  std::size_t row_after_ = 0;
  std::string type_;
  std::size_t style_ = 0;
  std::string value_;
  bool in_cell_ = false;
  bool is_value_ = false;
  int aloud_ = 0;
};

}  // namespace

TablesRead read_xlsx(Package& package, const TableLimits& limits) {
  const XlsxBook book = read_book(package, limits);
  TableBuilder builder(limits);
  for (const XlsxSheet& sheet : book.sheets) {
    builder.begin(sheet.name);
    SheetPart part(book, builder);
    read_xml(package, sheet.part, limits, part);
    part.merge();
    builder.end();
  }
  return {std::move(builder).take(), {}};
}

}  // namespace luuvet::server
