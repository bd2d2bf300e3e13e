#include "server/tables/xlsx_parts.h"

#include <map>

#include "server/tables/xml.h"

namespace luuvet::server {
namespace {

constexpr const char* kWorkbook = "xl/workbook.xml";

class Relations : public XmlHandler {
 public:
  void start(std::string_view name, const Attributes& attributes) override {
    if (name == "Relationship") targets[std::string(attributes.get("Id"))] = attributes.get("Target");
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  std::map<std::string, std::string> targets;
};

class WorkbookPart : public XmlHandler {
 public:
  void start(std::string_view name, const Attributes& attributes) override {
    if (name == "workbookPr") from_1904 = attributes.get("date1904") == "1" || attributes.get("date1904") == "true";
    if (name == "sheet") sheets.push_back({std::string(attributes.get("name")), std::string(attributes.get("id"))});
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  bool from_1904 = false;
  std::vector<XlsxSheet> sheets;  // `part` is the id of a relation yet
};

// <si> holds one string, in runs; how it is read aloud (rPh) is no part of it.
class StringsPart : public XmlHandler {
 public:
  explicit StringsPart(const TableLimits& limits) : limits_(limits) {}

  void start(std::string_view name, const Attributes&) override {
    if (name == "si") strings.emplace_back();
    if (name == "rPh") ++aloud_;
    is_text_ = name == "t";
  }
  void end(std::string_view name) override {
    if (name == "rPh") --aloud_;
    is_text_ = false;
  }
  void text(std::string_view piece) override {
    if (!is_text_ || aloud_ > 0 || strings.empty()) return;
    bytes_ += piece.size();
    if (bytes_ > limits_.text_bytes) throw TableFault{{"Tệp có quá nhiều chữ.", "The file holds too much text."}};
    strings.back() += piece;
  }

  std::vector<std::string> strings;

 private:
  const TableLimits& limits_;
  bool is_text_ = false;
  int aloud_ = 0;
  std::size_t bytes_ = 0;
};

constexpr std::size_t kWholePercent = 9;  // built-in formats: "0%"
constexpr std::size_t kPercent = 10;      // "0.00%"

bool is_day_format(std::size_t id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

// Whether one of the marks stands in a format's code, outside quotes and brackets.
bool has_mark(std::string_view code, std::string_view marks) {
  bool quoted = false, bracketed = false;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\\') {
      ++at;
      continue;
    }
    if (c == '[') bracketed = true;
    if (c == ']') bracketed = false;
    if (!bracketed && marks.find(c) != marks.npos) return true;
  }
  return false;
}

// "dd/mm/yyyy" and its kin have a day or a year, "0.0%" and its kin the percent sign.
NumberLook look_of_code(std::string_view code) {
  if (has_mark(code, "dDyY")) return NumberLook::kDay;
  return has_mark(code, "%") ? NumberLook::kPercent : NumberLook::kPlain;
}

class StylesPart : public XmlHandler {
 public:
  void start(std::string_view name, const Attributes& attributes) override {
    if (name == "numFmt") own_[number_in(attributes.get("numFmtId"))] = look_of_code(attributes.get("formatCode"));
    if (name == "cellXfs") in_cells_ = true;
    if (name != "xf" || !in_cells_) return;
    looks.push_back(look_of(number_in(attributes.get("numFmtId"))));
  }
  void end(std::string_view name) override {
    if (name == "cellXfs") in_cells_ = false;
  }
  void text(std::string_view) override {}

  std::vector<NumberLook> looks;

 private:
  NumberLook look_of(std::size_t format) const {
    if (const auto own = own_.find(format); own != own_.end()) return own->second;
    if (is_day_format(format)) return NumberLook::kDay;
    return format == kWholePercent || format == kPercent ? NumberLook::kPercent : NumberLook::kPlain;
  }

  std::map<std::size_t, NumberLook> own_;  // formats that the file defines
  bool in_cells_ = false;
};

// Targets are relative to xl/, or begin at the root.
std::string part_of(const std::string& target) {
  return target.starts_with('/') ? target.substr(1) : "xl/" + target;
}

}  // namespace

XlsxBook read_book(Package& package, const TableLimits& limits) {
  WorkbookPart workbook;
  read_xml(package, kWorkbook, limits, workbook);
  Relations relations;
  read_xml(package, "xl/_rels/workbook.xml.rels", limits, relations);
  XlsxBook book;
  book.from_1904 = workbook.from_1904;
  for (XlsxSheet& sheet : workbook.sheets) {
    const std::string part = part_of(relations.targets[sheet.part]);
    if (part.find("worksheets/") != std::string::npos && package.has(part)) book.sheets.push_back({sheet.name, part});
  }
  StringsPart strings(limits);
  if (package.has("xl/sharedStrings.xml")) read_xml(package, "xl/sharedStrings.xml", limits, strings);
  book.strings = std::move(strings.strings);
  StylesPart styles;
  if (package.has("xl/styles.xml")) read_xml(package, "xl/styles.xml", limits, styles);
  book.looks = std::move(styles.looks);
  return book;
}

}  // namespace luuvet::server
