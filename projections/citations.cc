#include "projections/citations.h"

#include <algorithm>
#include <functional>

#include "domain/citations.h"

namespace luuvet::projections {
namespace {

std::string place_of(const DocumentId& document, Aggregate aggregate) {
  return document.value + "/" + std::string(to_string(aggregate));
}

// An id has no "/", so these rows and no others begin with it.
template <class F>
void for_each_kind(const Views& views, const DocumentId& document, F&& f) {
  const std::string prefix = document.value + "/";
  views.citing.for_each_from(prefix, [&](const auto& row) {
    if (!row->place.starts_with(prefix)) return false;
    f(*row);
    return true;
  });
}

}  // namespace

void note_citations(Views& views, const Recorded& recorded, Epoch epoch) {
  const Sequence sequence = recorded.meta.sequence;
  for (const Citation& citation : citations_in(recorded.event)) {
    const std::string place = place_of(citation.document, recorded.subject.aggregate);
    const CitingActs* now = views.citing.find(place);
    if (now && now->acts.contains(sequence)) continue;  // by another member
    auto next = now ? std::make_shared<CitingActs>(*now) : std::make_shared<CitingActs>();
    next->place = place;
    next->aggregate = recorded.subject.aggregate;
    next->acts.push_back(sequence);
    views.citing.put(std::move(next), epoch);
  }
}

std::vector<CitedBy> cited_by(const Views& views, const DocumentId& document) {
  std::vector<CitedBy> kinds;
  for_each_kind(views, document, [&](const CitingActs& row) { kinds.push_back({row.aggregate, row.acts.size()}); });
  std::stable_sort(kinds.begin(), kinds.end(), [](const CitedBy& a, const CitedBy& b) { return a.acts > b.acts; });
  return kinds;
}

std::size_t count_of_acts(const Views& views, const DocumentId& document) {
  std::size_t count = 0;
  for_each_kind(views, document, [&](const CitingActs& row) { count += row.acts.size(); });
  return count;
}

std::vector<Sequence> acts_citing(const Views& views, const DocumentId& document, std::optional<Aggregate> kind,
                                  Sequence before, std::size_t limit) {
  std::vector<Sequence> all;
  for_each_kind(views, document, [&](const CitingActs& row) {
    if (kind && row.aggregate != *kind) return;
    const std::vector<Sequence> newest = row.acts.newest(before, limit);
    all.insert(all.end(), newest.begin(), newest.end());
  });
  std::sort(all.begin(), all.end(), std::greater<>());
  if (all.size() > limit) all.resize(limit);
  return all;
}

}  // namespace luuvet::projections
