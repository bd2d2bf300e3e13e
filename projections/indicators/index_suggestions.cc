#include "projections/indicators/index_suggestions.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace luuvet::projections {
namespace {

using Key = std::pair<std::string, const KnownIndex*>;  // province, index

class Reader {
 public:
  explicit Reader(const World& world) : world_(world) {}

  void read(const Indicator& row) {
    const std::string province = province_of(row.programme);
    if (const KnownIndex* own = row.heading ? nullptr : index_itself(row.name)) own_.insert({province, own});
    const Subject subject{Aggregate::kIndicator, row.id.value};
    note(province, {subject, row.programme, "name", row.name}, row.source.document, row.tracking_agencies, false);
  }

  void read(const Task& row) {
    const std::string province = province_of(row.programme);
    const Subject subject{Aggregate::kTask, row.id.value};
    const auto document = row.source ? std::optional(row.source->document) : row.mandate;
    const auto say = [&](const char* field, const std::string& text) {
      note(province, {subject, row.programme, field, text}, document, row.lead_agencies, true);
    };
    say("title", row.title);
    if (row.content) say("content", *row.content);
    for (const Deliverable& each : row.deliverables) say("deliverables", each.text);
  }

  std::vector<IndexSuggestion> take() {
    std::vector<IndexSuggestion> all;
    for (const KnownIndex& index : known_indices())
      for (auto& [key, found] : found_)
        if (key.second == &index && !own_.contains(key)) all.push_back(std::move(found.suggestion));
    return all;
  }

 private:
  struct Found {
    IndexSuggestion suggestion;
    bool of_task = false;
  };

  std::string province_of(const ProgrammeId& id) const {
    const auto* programme = world_.programmes.find(id.value);
    return programme ? programme->content.province : std::string();
  }

  void note(const std::string& province, const IndexPlace& place, const std::optional<DocumentId>& document,
            const std::vector<AgencyId>& agencies, bool of_task) {
    for (const KnownIndex* index : indices_named(place.text)) {
      Found& found = found_[{province, index}];
      IndexSuggestion& suggestion = found.suggestion;
      const bool better = !suggestion.index || (of_task && !found.of_task);
      suggestion.index = index;
      if (++suggestion.places_total <= kIndexPlacesMax) suggestion.places.push_back(place);
      if (!better) continue;
      found.of_task = of_task;
      suggestion.programme = place.programme;
      suggestion.document = document;
      suggestion.tracking_agencies = agencies;
    }
  }

  const World& world_;
  std::set<Key> own_;
  std::map<Key, Found> found_;
};

// In printed order.
template <class State, class F>
void for_each_in_order(const Table<State>& table, const F& f) {
  std::vector<std::shared_ptr<const State>> rows;
  table.for_each([&](const std::shared_ptr<const State>& row) { rows.push_back(row); });
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a->life.first < b->life.first; });
  for (const auto& row : rows) f(*row);
}

}  // namespace

std::vector<IndexSuggestion> index_suggestions(const Views& views) {
  Reader reader(views.world);
  for_each_in_order(views.world.indicators, [&](const auto& row) { reader.read(row.content); });
  for_each_in_order(views.world.tasks, [&](const TaskState& row) {
    if (!row.cancelled && !row.carried_to) reader.read(row.content);
  });
  return reader.take();
}

}  // namespace luuvet::projections
