#include "server/app/watcher.h"

#include <algorithm>

#include "server/app/eyes.h"

namespace luuvet::server {
namespace {

// Of these the content says who is asked for an answer, and may read it.
bool asks_others(std::string_view type) {
  return type.starts_with("vn.luuvet.thread.directed.") || type.starts_with("vn.luuvet.thread.urged.");
}

bool has_page(const World& today, const std::string& text) {
  const auto subject = parse_subject(text);
  if (!subject) return false;
  switch (subject->aggregate) {
    case Aggregate::kLog:
    case Aggregate::kCalendar:
    case Aggregate::kThread:
    case Aggregate::kAccount:
      return false;
    default:
      return today.version(*subject) > 0;
  }
}

}  // namespace

bool Watcher::may_read(const ViewsPtr& today, Date date, const Envelope& envelope, std::string_view record) {
  if (head_ != today->world.head || date_ != date) {
    reader_ = reader_of(today->world, caller_.account, date);
    head_ = today->world.head;
    date_ = date;
  }
  if (reader_.reads_all()) return true;
  const auto subject = parse_subject(envelope.subject);
  if (!subject) return false;
  if (reader_.may_read(today->world, *subject, AgencyId{std::string(envelope.agency)})) return true;
  if (!asks_others(envelope.type)) return false;
  const auto decoded = decoder_.decode(record);
  return decoded && reader_.may_read(today->world, decoded.value().recorded);
}

std::optional<Onlooker> Watcher::onlooker(const World& today, const Profiles& profiles, Date date,
                                          const std::string& subject, const std::optional<AgencyId>& agency) const {
  std::vector<Grant> grants = grants_of(today, caller_.account, date);
  std::erase_if(grants, [](const Grant& grant) { return !reads_names(grant); });
  const auto profile = profiles.find(AccountId{caller_.account.value});
  if (grants.empty() || profile == profiles.end() || !has_page(today, subject)) return std::nullopt;
  const auto chosen =
      std::find_if(grants.begin(), grants.end(), [&](const Grant& grant) { return grant.agency == agency; });
  const Grant& shown = chosen == grants.end() ? grants.front() : *chosen;
  return Onlooker{caller_.account.value, profile->second.name.value_or(caller_.account.value), shown.agency.value};
}

}  // namespace luuvet::server
