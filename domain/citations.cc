#include "domain/citations.h"

#include <algorithm>
#include <string_view>
#include <type_traits>

namespace luuvet {
namespace {

// Walks whatever an event holds. What cannot hold a document is passed over when this is compiled.
class Collector {
 public:
  std::vector<DocumentId> take() { return std::move(found_); }

  void operator()(const DocumentId& id) {
    if (!id.empty() && std::find(found_.begin(), found_.end(), id) == found_.end()) found_.push_back(id);
  }
  void operator()(const DocumentRef& ref) {
    if (ref.id) (*this)(*ref.id);
  }
  template <class T>
  void operator()(const std::optional<T>& value) {
    if (value) (*this)(*value);
  }
  template <class T>
  void operator()(const std::vector<T>& values) {
    if constexpr (!std::is_arithmetic_v<T>)
      for (const T& each : values) (*this)(each);
  }
  template <class T>
  void operator()(const Partial<T>& partial) {
    for_each_member<T>([&](std::size_t index, auto member) {
      if (partial.has(index)) (*this)(partial.values.*member.pointer);
    });
  }
  template <class Content>
  void operator()(const Registered<Content>& event) {
    (*this)(event.content);
  }
  template <class Content>
  void operator()(const Amended<Content>& event) {
    (*this)(event.set);
    (*this)(event.document);
  }
  void operator()(const DocumentRegistered&) {}
  void operator()(const DocumentAmended&) {}
  template <class T>
  void operator()(const T& value) {
    if constexpr (boost::describe::has_describe_members<T>::value)
      for_each_member<T>([&](std::size_t, auto member) {
        if (std::string_view(member.name) != "open") (*this)(value.*member.pointer);
      });
  }

 private:
  std::vector<DocumentId> found_;
};

}  // namespace

std::vector<DocumentId> cited_documents(const Event& event) {
  Collector collector;
  std::visit([&](const auto& each) { collector(each); }, event);
  return collector.take();
}

}  // namespace luuvet
