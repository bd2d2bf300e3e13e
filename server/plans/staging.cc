#include "server/plans/staging.h"

#include <algorithm>

#include "server/plans/json_file.h"

namespace luuvet::server {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFile = "file";
constexpr const char* kAbout = "about.json";
constexpr const char* kSettings = "settings.json";
constexpr const char* kHeads = "heads.json";
constexpr std::int64_t kDayMs = 86'400'000;

struct KnownHeads {
  std::vector<KnownHead> heads;
};
BOOST_DESCRIBE_STRUCT(KnownHeads, (), (heads))

}  // namespace

bool Staging::add(const StagedAbout& about, std::string_view bytes) {
  if (const auto now = parse_instant(about.created_at)) drop_old(*now);
  if (list(about.agency).size() >= kPerAgencyMax) return false;
  const fs::path place = folder_ / about.id;
  fs::create_directories(place);
  fs::permissions(folder_, fs::perms::owner_all);
  save_file(place / kFile, bytes);
  save_json(place / kSettings, ImportSettings{});
  save_json(place / kAbout, about);  // last: what has none is not there
  return true;
}

std::vector<StagedAbout> Staging::all() const {
  std::vector<StagedAbout> found;
  if (!fs::exists(folder_)) return found;
  for (const auto& entry : fs::directory_iterator(folder_))
    if (fs::exists(entry.path() / kAbout)) found.push_back(load_json<StagedAbout>(entry.path() / kAbout));
  std::ranges::sort(found, std::greater<>{}, &StagedAbout::id);
  return found;
}

std::vector<StagedAbout> Staging::list(const AgencyId& agency) const {
  std::vector<StagedAbout> found = all();
  std::erase_if(found, [&](const StagedAbout& each) { return each.agency != agency; });
  return found;
}

std::optional<StagedAbout> Staging::about(std::string_view id) const {
  if (!is_valid_agency_id(id)) return std::nullopt;  // no dot: no way out of the folder
  const fs::path path = folder_ / id / kAbout;
  return fs::exists(path) ? std::optional(load_json<StagedAbout>(path)) : std::nullopt;
}

std::string Staging::bytes(std::string_view id) const {
  return load_file(folder_ / id / kFile);
}

ImportSettings Staging::settings(std::string_view id) const {
  return load_json<ImportSettings>(folder_ / id / kSettings);
}

void Staging::keep_settings(std::string_view id, const ImportSettings& settings) {
  save_json(folder_ / id / kSettings, settings);
}

void Staging::drop(std::string_view id) {
  fs::remove(folder_ / id / kAbout);
  fs::remove_all(folder_ / id);
}

void Staging::drop_old(Instant now) {
  for (const StagedAbout& each : all()) {
    const Instant created = parse_instant(each.created_at).value_or(Instant{});
    if (now.ms - created.ms > kKeptDays * kDayMs) drop(each.id);
  }
}

std::vector<KnownHead> Staging::heads() const {
  const fs::path path = folder_ / kHeads;
  return fs::exists(path) ? load_json<KnownHeads>(path).heads : std::vector<KnownHead>{};
}

void Staging::remember(KnownHead head) {
  KnownHeads known{heads()};
  std::erase_if(known.heads,
                [&](const KnownHead& each) { return each.programme == head.programme && each.head == head.head; });
  known.heads.insert(known.heads.begin(), std::move(head));
  if (known.heads.size() > kHeadsMax) known.heads.resize(kHeadsMax);
  save_json(folder_ / kHeads, known);
}

}  // namespace luuvet::server
