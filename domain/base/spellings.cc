#include "domain/base/spellings.h"

#include <array>
#include <unordered_map>

namespace luuvet {
namespace {

// One group a line, its spellings parted by '|'. A spelling that is also an everyday word has no place here: "kh" (kế
// hoạch, khoa học), "tu" (Tỉnh ủy, từ), "nd" (Nông dân, Nghị định).
constexpr std::array kGroups = std::to_array<std::string_view>({
    // bodies
    "khcn|kh cn|khoa hoc va cong nghe|khoa hoc cong nghe",
    "bkhcn|bo kh cn|bo khoa hoc va cong nghe",
    "gddt|gd dt|giao duc va dao tao|giao duc dao tao",
    "vhttdl|vhtt dl|vh tt dl|van hoa the thao va du lich|van hoa the thao du lich",
    "nnmt|nn mt|nong nghiep va moi truong",
    "nnptnt|nn ptnt|nong nghiep va phat trien nong thon",
    "tnmt|tn mt|tai nguyen va moi truong",
    "khdt|kh dt|ke hoach va dau tu",
    "tttt|tt tt|thong tin va truyen thong|thong tin truyen thong",
    "gtvt|giao thong van tai",
    "ldtbxh|ldtb xh|lao dong thuong binh va xa hoi",
    "nhnn|ngan hang nha nuoc",
    "kv4|kv iv|khu vuc 4|khu vuc iv",
    "kv7|kv vii|khu vuc 7|khu vuc vii",
    "ubnd|uy ban nhan dan",
    "hdnd|hoi dong nhan dan",
    "dbqh|dai bieu quoc hoi",
    "bcd|ban chi dao",
    "bcdtw|bcd tw|ban chi dao trung uong",
    "bcdcp|bcd chinh phu|ban chi dao cua chinh phu|ban chi dao chinh phu",
    "tw|trung uong",
    "vp|van phong",
    "vptu|vp tinh uy|van phong tinh uy",
    "mttq|mat tran to quoc",
    "ubmttq|ub mttq|uy ban mttq|uy ban mat tran to quoc",
    "ubmttqvn|uy ban mat tran to quoc viet nam",
    "ubkt|uy ban kiem tra",
    "ubkttw|ubkt tw|uy ban kiem tra trung uong",
    "lhpn|lien hiep phu nu",
    "ldld|lien doan lao dong",
    "doan tn|doan thanh nien",
    "hoi nd|hoi nong dan",
    "htx|hop tac xa",
    "lmhtx|lien minh htx|lien minh hop tac xa",
    "hhdn|hiep hoi dn|hiep hoi doanh nghiep",
    "bhxh|bao hiem xa hoi",
    "bql|ban quan ly",
    "dvsn|don vi su nghiep",
    "kcn|khu cong nghiep",
    "vqg|vuon quoc gia",
    "ptth|pt th|phat thanh truyen hinh|phat thanh va truyen hinh",
    "cttdt|cong ttdt|cong thong tin dien tu",
    // what is worked on
    "dmst|doi moi sang tao",
    "kndmst|khoi nghiep doi moi sang tao|khoi nghiep dmst",
    "cds|chuyen doi so",
    "cntt|cong nghe thong tin",
    "cntt tt|cong nghe thong tin va truyen thong",
    "cnscd|cong nghe so cong dong",
    "cchc|cai cach hanh chinh",
    "tthc|thu tuc hanh chinh",
    "hcc|hanh chinh cong",
    "dvc|dich vu cong",
    "dvctt|dich vu cong truc tuyen",
    "csdl|co so du lieu",
    "attt|an toan thong tin",
    "tmdt|thuong mai dien tu",
    "ktxh|kt xh|kinh te xa hoi",
    "kts|kinh te so",
    "cqs|chinh quyen so",
    "cks|chu ky so",
    "nsnn|ngan sach nha nuoc",
    "qppl|quy pham phap luat",
    "shtt|so huu tri tue",
    "ppp|doi tac cong tu|hop tac cong tu",
    "dn|doanh nghiep",
    "dnnvv|doanh nghiep nho va vua",
    "sxkd|san xuat kinh doanh",
    "dtts|dan toc thieu so",
    "thpt|trung hoc pho thong",
    "cbccvc|can bo cong chuc vien chuc",
    "ai|tri tue nhan tao",
    "iot|internet van vat",
    "ioc|trung tam dieu hanh thong minh",
    "r d|nghien cuu va phat trien",
    // indices
    "pii|chi so doi moi sang tao cap dia phuong|chi so doi moi sang tao dia phuong",
    "dti|chi so chuyen doi so",
    "pci|chi so nang luc canh tranh cap tinh",
    "papi|chi so hieu qua quan tri va hanh chinh cong",
    "par index|chi so cai cach hanh chinh",
    "tfp|nang suat nhan to tong hop",
    "grdp|tong san pham tren dia ban",
    // papers and quarters
    "nq|nghi quyet",
    "qd|quyet dinh",
    "ctr|chuong trinh",
    "cv|cong van",
    "nq57|nq 57|nghi quyet 57|nghi quyet so 57",
    "da06|da 06|de an 06",
    "da11|da 11|de an 11",
    "q1|quy i|quy 1",
    "q2|quy ii|quy 2",
    "q3|quy iii|quy 3",
    "q4|quy iv|quy 4",
});

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

struct Entry {
  std::size_t group;
  std::vector<std::string_view> words;
};

struct Index {
  std::vector<std::vector<std::string_view>> groups;
  std::unordered_map<std::string_view, std::vector<Entry>> by_first_word;
};

Index build_index() {
  Index index;
  for (std::size_t group = 0; group < kGroups.size(); ++group) {
    index.groups.push_back(split(kGroups[group], '|'));
    for (const std::string_view spelling : index.groups.back()) {
      Entry entry{group, split(spelling, ' ')};
      const std::string_view first = entry.words.front();
      index.by_first_word[first].push_back(std::move(entry));
    }
  }
  return index;
}

const Index& index() {
  static const Index built = build_index();
  return built;
}

bool stands_at(const Entry& entry, std::span<const std::string_view> words, std::size_t at) {
  if (words.size() - at < entry.words.size()) return false;
  for (std::size_t i = 0; i < entry.words.size(); ++i)
    if (words[at + i] != entry.words[i]) return false;
  return true;
}

}  // namespace

std::vector<SpellingHit> spellings_at(std::span<const std::string_view> words, std::size_t at) {
  std::vector<SpellingHit> hits;
  const auto entries = index().by_first_word.find(words[at]);
  if (entries == index().by_first_word.end()) return hits;
  for (const Entry& entry : entries->second)
    if (stands_at(entry, words, at)) hits.push_back({entry.group, entry.words.size()});
  return hits;
}

std::span<const std::string_view> spellings_of(std::size_t group) {
  return index().groups[group];
}

std::size_t spelling_groups() {
  return index().groups.size();
}

}  // namespace luuvet
