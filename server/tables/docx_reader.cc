#include "server/tables/docx_reader.h"

#include <algorithm>
#include <utility>

#include "server/tables/table_builder.h"
#include "server/tables/xml.h"

namespace luuvet::server {
namespace {

class Body : public XmlHandler {
 public:
  explicit Body(const TableLimits& limits) : limits_(limits), builder_(limits) {}

  void start(std::string_view name, const Attributes& attributes) override {
    if (name == "Fallback" || name == "txbxContent") ++passed_over_;  // said again, or beside the text
    if (passed_over_ > 0) return;
    if (name == "tbl") begin_table();
    if (tables_ != 1) return;
    if (name == "tr") column_ = 0;
    if (name == "tc") cell_ = {}, span_ = 1, continues_ = false, paragraphs_ = 0;
    if (name == "gridSpan") span_ = std::max<std::size_t>(1, number_in(attributes.get("val")));
    if (name == "gridBefore") column_ += number_in(attributes.get("val"));
    if (name == "vMerge") continues_ = attributes.get("val") != "restart";
    if (name == "p" && paragraphs_++ > 0) cell_.text += '\n';
    if (name == "br" || name == "cr") add(" ");
    if (name == "tab") add(" ");
    if (name == "noBreakHyphen") add("-");
    is_text_ = name == "t";
  }

  void end(std::string_view name) override {
    is_text_ = false;
    if (name == "Fallback" || name == "txbxContent") --passed_over_;
    if (passed_over_ > 0) return;
    if (name == "tbl" && tables_-- == 1) builder_.end();
    if (tables_ != 1) return;
    if (name == "tc") end_cell();
    if (name == "tr") ++row_;
  }

  void text(std::string_view piece) override {
    if (is_text_ && tables_ == 1 && passed_over_ == 0) add(piece);
  }

  TablesRead take() && {
    TablesRead read{std::move(builder_).take(), {}};
    if (nested_ > 0)
      read.notes.push_back({"Bỏ qua " + std::to_string(nested_) + " bảng nằm trong bảng khác.",
                            "Tables within tables were passed over: " + std::to_string(nested_) + "."});
    return read;
  }

 private:
  void begin_table() {
    if (++tables_ > 1) {
      ++nested_;
      return;
    }
    builder_.begin(std::to_string(++number_));
    row_ = 0;
  }

  void add(std::string_view piece) {
    if (cell_.text.size() + piece.size() > limits_.cell_bytes)
      throw TableFault{{"Có ô quá nhiều chữ.", "A cell holds too much text."}};
    cell_.text += piece;
  }

  static void trim(std::string& text) {
    const auto blank = [](char c) { return c == ' ' || c == '\n'; };
    while (!text.empty() && blank(text.back())) text.pop_back();
    text.erase(0, static_cast<std::size_t>(std::ranges::find_if_not(text, blank) - text.begin()));
  }

  void end_cell() {
    trim(cell_.text);
    if (continues_) cell_ = above();
    for (std::size_t i = 0; i < span_; ++i) {
      builder_.put(row_, column_++, cell_);
      cell_.merged = true;
    }
  }

  // What a cell that goes on from the row above repeats.
  TableCell above() {
    const auto& rows = builder_.table().rows;
    if (row_ == 0 || row_ > rows.size() || column_ >= rows[row_ - 1].size()) return {};
    TableCell cell = rows[row_ - 1][column_];
    cell.merged = true;
    return cell;
  }

  const TableLimits& limits_;
  TableBuilder builder_;
  std::size_t tables_ = 0;  // open ones
  std::size_t number_ = 0;
  std::size_t nested_ = 0;
  int passed_over_ = 0;
  std::size_t row_ = 0;
  std::size_t column_ = 0;
  std::size_t span_ = 1;
  std::size_t paragraphs_ = 0;
  bool continues_ = false;
  bool is_text_ = false;
  TableCell cell_;
};

}  // namespace

TablesRead read_docx(Package& package, const TableLimits& limits) {
  Body body(limits);
  read_xml(package, kDocxBody, limits, body);
  return std::move(body).take();
}

}  // namespace luuvet::server
