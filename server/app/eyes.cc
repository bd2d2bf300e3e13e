#include "server/app/eyes.h"

#include <algorithm>
#include <utility>

namespace luuvet::server {

bool reads_names(const Grant& grant) {
  return grant.role != Role::kPublic && grant.role != Role::kIoc;
}

EyesPtr eyes_of(const ActorId& account, ViewsPtr today, ProfilesPtr profiles, Date date,
                const projections::Thresholds& thresholds) {
  auto eyes = std::make_shared<Eyes>();
  const std::vector<Grant> grants = grants_of(today->world, account, date);
  const auto holds = [&](auto&& wanted) { return std::any_of(grants.begin(), grants.end(), wanted); };
  eyes->reads_profiles = holds([](const Grant& grant) { return grant.role == Role::kAdministrator; });
  eyes->reads_names = holds(reads_names);
  eyes->inspects = holds([](const Grant& grant) { return grant.role == Role::kInspector; });
  eyes->reader = Reader(grants);
  eyes->thresholds = thresholds;
  eyes->self = AccountId{account.value};
  eyes->today = std::move(today);
  eyes->profiles = std::move(profiles);
  return eyes;
}

api::ProfileOf profile_of(EyesPtr eyes) {
  return [eyes = std::move(eyes)](const AccountId& account) -> std::optional<api::Profile> {
    const auto found = eyes->profiles->find(account);
    if (found == eyes->profiles->end()) return std::nullopt;
    if (eyes->reads_profiles || account == eyes->self) return found->second;
    if (!eyes->reads_names) return std::nullopt;
    api::Profile shown;
    shown.name = found->second.name;
    return shown;
  };
}

}  // namespace luuvet::server
