#include "domain/citations.h"

#include <algorithm>
#include <string_view>
#include <type_traits>

namespace luuvet {
namespace {

// Walks whatever a member holds. What cannot hold a document is passed over when this is compiled.
class Collector {
 public:
  std::vector<Citation> take() { return std::move(found_); }

  // The members of the data, each by its name.
  template <class T>
  void members(const T& data) {
    for_each_member<T>([&](std::size_t, auto member) { named(member.name, data.*member.pointer); });
  }
  template <class T>
  void members(const Partial<T>& set) {
    for_each_member<T>([&](std::size_t index, auto member) {
      if (set.has(index)) named(member.name, set.values.*member.pointer);
    });
  }
  template <class T>
  void named(std::string_view member, const T& value) {
    if (member == "open") return;
    member_ = member;
    look(value);
  }

 private:
  void look(const DocumentId& id) {
    Citation citation{id, member_};
    if (!id.empty() && std::find(found_.begin(), found_.end(), citation) == found_.end())
      found_.push_back(std::move(citation));
  }
  void look(const DocumentRef& ref) {
    if (ref.id) look(*ref.id);
  }
  template <class T>
  void look(const std::optional<T>& value) {
    if (value) look(*value);
  }
  template <class T>
  void look(const std::vector<T>& values) {
    for (const T& each : values) look(each);
  }
  template <class T>
  void look(const Partial<T>& partial) {
    for_each_member<T>([&](std::size_t index, auto member) {
      if (partial.has(index)) look(partial.values.*member.pointer);
    });
  }
  template <class T>
  void look(const T& value) {
    if constexpr (boost::describe::has_describe_members<T>::value)
      for_each_member<T>([&](std::size_t, auto member) { look(value.*member.pointer); });
  }

  std::vector<Citation> found_;
  std::string_view member_;
};

void collect(Collector&, const DocumentRegistered&) {}
void collect(Collector&, const DocumentAmended&) {}
template <class Content>
void collect(Collector& collector, const Registered<Content>& event) {
  collector.members(event.content);
}
template <class Content>
void collect(Collector& collector, const Amended<Content>& event) {
  collector.members(event.set);
  collector.named("document", event.document);
}
template <class E>
void collect(Collector& collector, const E& event) {
  collector.members(event);
}

}  // namespace

std::vector<Citation> citations_in(const Event& event) {
  Collector collector;
  std::visit([&](const auto& each) { collect(collector, each); }, event);
  return collector.take();
}

}  // namespace luuvet
