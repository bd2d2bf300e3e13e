#include "server/plans/row_ids.h"

#include <algorithm>

#include "domain/base/fold.h"
#include "domain/base/ids.h"

namespace luuvet::server {
namespace {

std::string slug(std::string_view text) {
  std::string result;
  for (const char c : fold(text)) result += c == ' ' ? '-' : c;
  while (result.ends_with('-')) result.pop_back();
  return result;
}

std::string slug_of_number(std::string_view number) {
  std::string result;
  while (!number.empty()) {
    const std::size_t dot = std::min(number.find('.'), number.size());
    const std::string part = slug(number.substr(0, dot));
    if (!part.empty()) result += (result.empty() ? "" : ".") + part;
    number.remove_prefix(std::min(dot + 1, number.size()));
  }
  return result;
}

}  // namespace

std::string RowIds::next(const FileRow& file, const std::string& number) {
  const std::string last = slug_of_number(number);
  std::string id = programme_;
  for (const std::string& part : {slug(file.annex), slug_of_number(file.section), last.empty() ? "r" + file.key : last})
    if (!part.empty()) id += "." + part;
  if (!is_valid_id(id)) id = programme_ + ".r" + file.key;
  const std::string first = id;
  for (int more = 2; taken_(id) || given_.contains(id); ++more) id = first + "-" + std::to_string(more);
  given_.insert(id);
  return id;
}

}  // namespace luuvet::server
