#include "domain/plans/import_doubt.h"

#include <array>
#include <utility>

namespace luuvet {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kLabels = {{
    {"title", "tên"},
    {"name", "tên"},
    {"short_name", "tên viết tắt"},
    {"content", "nội dung"},
    {"text", "nội dung"},
    {"parent", "dòng cha"},
    {"source", "vị trí trong văn bản"},
    {"lead_agencies", "cơ quan chủ trì"},
    {"coordinating_agencies", "cơ quan phối hợp"},
    {"confirming_agency", "cơ quan xác nhận"},
    {"tracking_agencies", "cơ quan theo dõi"},
    {"implementing_agencies", "đơn vị thực hiện"},
    {"standing_agency", "cơ quan thường trực"},
    {"deadline", "thời hạn"},
    {"deliverables", "sản phẩm"},
    {"area", "mảng"},
    {"mandate", "văn bản giao nhiệm vụ"},
    {"targets", "mục tiêu theo năm"},
    {"unit", "đơn vị tính"},
    {"need", "nhu cầu kinh phí"},
    {"members", "thành viên"},
    {"number", "số, ký hiệu"},
    {"issued_on", "ngày ban hành"},
    {"abstract", "trích yếu"},
}};

std::string_view label(std::string_view field) {
  for (const auto& [name, text] : kLabels)
    if (name == field) return text;
  return field;
}

}  // namespace

std::string import_doubt_text(const std::vector<std::string_view>& fields) {
  std::string list;
  for (const std::string_view field : fields) {
    if (!list.empty()) list += ", ";
    list += label(field);
  }
  return "Bản nhập lại khác với nội dung đã được sửa trong hệ thống ở mục: " + list +
         ". Hệ thống giữ nội dung đã sửa; cần xác định nội dung nào đúng.";
}

}  // namespace luuvet
