#include "server/treasury/extract_shelf.h"

#include <algorithm>

#include "server/plans/json_file.h"

namespace luuvet::server {
namespace {

constexpr const char* kSettings = "extract.json";
constexpr const char* kHeads = "columns.json";

struct KnownExtractHeads {
  std::vector<KnownExtractHead> heads;
};
BOOST_DESCRIBE_STRUCT(KnownExtractHeads, (), (heads))

}  // namespace

ExtractSettings ExtractShelf::settings(std::string_view id) const {
  const auto path = folder_ / id / kSettings;
  return std::filesystem::exists(path) ? load_json<ExtractSettings>(path) : ExtractSettings{};
}

void ExtractShelf::keep_settings(std::string_view id, const ExtractSettings& settings) {
  save_json(folder_ / id / kSettings, settings);
}

std::vector<KnownExtractHead> ExtractShelf::heads() const {
  const auto path = folder_ / kHeads;
  return std::filesystem::exists(path) ? load_json<KnownExtractHeads>(path).heads : std::vector<KnownExtractHead>{};
}

void ExtractShelf::remember(KnownExtractHead head) {
  KnownExtractHeads known{heads()};
  std::erase_if(known.heads, [&](const KnownExtractHead& each) { return each.head == head.head; });
  known.heads.insert(known.heads.begin(), std::move(head));
  if (known.heads.size() > kHeadsMax) known.heads.resize(kHeadsMax);
  save_json(folder_ / kHeads, known);
}

}  // namespace luuvet::server
