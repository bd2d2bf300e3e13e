#include "projections/indicators/known_indices.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "domain/base/fold.h"

namespace luuvet::projections {
namespace {

using enum IndicatorDirection;

const std::array<KnownIndex, 6> kIndices = {{
    {"DTI",
     "Chỉ số đánh giá mức độ chuyển đổi số cấp tỉnh (DTI)",
     "Digital Transformation Index",
     kRank,
     "thứ hạng",
     {"dti", "chi so chuyen doi so", "chi so danh gia muc do chuyen doi so"}},
    {"PII",
     "Chỉ số đổi mới sáng tạo cấp địa phương (PII)",
     "Provincial Innovation Index",
     kRank,
     "thứ hạng",
     {"pii", "chi so doi moi sang tao"}},
    {"PAR INDEX",
     "Chỉ số cải cách hành chính cấp tỉnh (PAR INDEX)",
     "Public Administration Reform Index",
     kRank,
     "thứ hạng",
     {"par index", "parindex", "chi so cai cach hanh chinh"}},
    {"PAPI",
     "Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh (PAPI)",
     "Provincial Governance and Public Administration Performance Index",
     kHigher,
     "điểm",
     {"papi", "chi so hieu qua quan tri va hanh chinh cong"}},
    {"PCI",
     "Chỉ số năng lực cạnh tranh cấp tỉnh (PCI)",
     "Provincial Competitiveness Index",
     kRank,
     "thứ hạng",
     {"pci", "chi so nang luc canh tranh cap tinh"}},
    {"SIPAS",
     "Chỉ số hài lòng của người dân đối với sự phục vụ của cơ quan hành chính nhà nước (SIPAS)",
     "Satisfaction Index of Public Administrative Services",
     kHigher,
     "%",
     {"sipas", "chi so hai long cua nguoi dan doi voi su phuc vu"}},
}};

// What stands before the index in the name of an indicator that is that index.
constexpr std::array<std::string_view, 8> kBeginnings = {
    "", "chi so", "xep hang", "xep hang chi so", "thu hang", "thu hang chi so", "diem chi so", "bo chi so"};

std::size_t first_place(const std::string& folded, const KnownIndex& index) {
  std::size_t first = std::string::npos;
  for (const std::string_view each : index.spellings)
    first = std::min(first, folded.find(' ' + std::string(each) + ' '));
  return first;
}

struct Named {
  std::size_t place = 0;
  const KnownIndex* index = nullptr;
};

// With a space on both sides, so that whole words are found.
std::string padded(std::string_view words) {
  return ' ' + fold(words) + ' ';
}

std::vector<Named> named_in(const std::string& folded) {
  std::vector<Named> found;
  for (const KnownIndex& each : kIndices)
    if (const std::size_t place = first_place(folded, each); place != std::string::npos)
      found.push_back({place, &each});
  std::stable_sort(found.begin(), found.end(), [](const Named& a, const Named& b) { return a.place < b.place; });
  return found;
}

}  // namespace

std::span<const KnownIndex> known_indices() {
  return kIndices;
}

std::vector<const KnownIndex*> indices_named(std::string_view words) {
  std::vector<const KnownIndex*> named;
  for (const Named& each : named_in(padded(words))) named.push_back(each.index);
  return named;
}

const KnownIndex* index_itself(std::string_view name) {
  const std::string folded = padded(name);
  const std::vector<Named> named = named_in(folded);
  if (named.empty()) return nullptr;
  const std::string_view before = std::string_view(folded).substr(0, named.front().place);
  const std::string_view words = before.starts_with(' ') ? before.substr(1) : before;
  const bool begins = std::find(kBeginnings.begin(), kBeginnings.end(), words) != kBeginnings.end();
  return begins ? named.front().index : nullptr;
}

}  // namespace luuvet::projections
