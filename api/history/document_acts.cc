#include "api/history/document_acts.h"

#include <array>

#include "api/event_types.h"
#include "api/reads/list_answer.h"
#include "api/record_bytes.h"
#include "domain/citations.h"

namespace luuvet::api {
namespace {

constexpr std::size_t kAggregates = static_cast<std::size_t>(Aggregate::kProposal) + 1;

std::array<std::string_view, kAggregates> names_of_aggregates() {
  std::array<std::string_view, kAggregates> names;
  for (std::size_t i = 0; i < kAggregates; ++i) names[i] = to_string(static_cast<Aggregate>(i));
  return names;
}

std::vector<std::string_view> members_citing(const Event& event, const DocumentId& document) {
  std::vector<std::string_view> members;
  for (const Citation& citation : citations_in(event))
    if (citation.document == document) members.push_back(member_name(citation.member));
  return members;
}

}  // namespace

std::optional<Aggregate> kind_of_record(Query& query) {
  static const auto names = names_of_aggregates();
  const auto place = query.one_of("kind", names);
  return place ? std::optional(static_cast<Aggregate>(*place)) : std::nullopt;
}

void write_document_act(std::string& out, const Recorded& recorded, std::string_view record, const DocumentId& document,
                        const Sight& sight) {
  JsonObject object(out);
  object.member("sequence", recorded.meta.sequence)
      .member("time", recorded.meta.time)
      .member("type", type_of(recorded.event))
      .member("subject", recorded.subject.text());
  object.member("actor", recorded.meta.actor)
      .member("agency", recorded.meta.agency)
      .member("capacity", recorded.capacity)
      .member("by", members_citing(recorded.event, document));
  object.with("act", [&](std::string& to) {
    if (recorded.act_size > 1)
      JsonObject(to).member("index", recorded.act_index).member("size", recorded.act_size);
    else
      to += "null";
  });
  object.member("withheld", open_of(record).has_value() && !sight.may_read(recorded));
}

std::string document_acts_body(const std::vector<std::string>& items, const std::vector<projections::CitedBy>& kinds,
                               const ListHead& head) {
  std::string body;
  {
    JsonObject object(body);
    object.with("items", [&](std::string& out) {
      write_array(out, items, [](std::string& to, const std::string& item) { to += item; });
    });
    add_head(object, head);
    object.with("kinds", [&](std::string& out) {
      write_array(out, kinds, [](std::string& to, const projections::CitedBy& each) {
        JsonObject(to).member("kind", to_string(each.aggregate)).member("acts", each.acts);
      });
    });
  }
  return body;
}

}  // namespace luuvet::api
