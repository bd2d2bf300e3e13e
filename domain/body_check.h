// Collects what is wrong with the values of a body, all of it at once, each with its JSON pointer.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/base/result.h"
#include "domain/commands.h"
#include "domain/world.h"

namespace luuvet {

class BodyCheck {
 public:
  enum class Bodies { kAgencies, kAgenciesAndGroups };

  // `prefix` stands before every pointer: "/items/3". World and context must outlive the check.
  BodyCheck(const World& world, const Context& context, std::string prefix = {});

  // Of papers, which name agencies as they were.
  void allow_ended() { ended_allowed_ = true; }

  void fault(std::string_view pointer, std::string vi, std::string en);
  void unknown(std::string_view pointer, std::string_view id);

  void text(std::string_view pointer, const std::string& value);  // needed
  void text(std::string_view pointer, const std::optional<std::string>& value);
  void not_future(std::string_view pointer, const std::optional<Date>& fact);
  void after_today(std::string_view pointer, const std::optional<Date>& plan);
  void percent(std::string_view pointer, const std::optional<std::int64_t>& value);
  void not_negative(std::string_view pointer, const std::optional<std::int64_t>& value);
  void size(std::string_view pointer, std::size_t items, std::size_t most = kListItemsMax);
  void document(std::string_view pointer, const DocumentRef& value);
  void document(std::string_view pointer, const std::optional<DocumentRef>& value);
  void document(std::string_view pointer, const std::optional<DocumentId>& value);
  // It is there and has not ended (B06).
  void agency(std::string_view pointer, const AgencyId& value, Bodies bodies);
  // Each is, none twice.
  void agencies(std::string_view pointer, const std::vector<AgencyId>& values, Bodies bodies);
  // One that was opened.
  void account(std::string_view pointer, const AccountId& value);
  // Place of a deliverable in the task's list, from 1.
  void deliverable(std::string_view pointer, std::int64_t number, const Task& task);

  // Marks `key` as used; says at `pointer` that it came before.
  template <class Key>
  void once(std::string_view pointer, std::set<Key>& used, const Key& key);

  const World& world() const { return world_; }
  Date today() const { return today_; }

  // None while nothing is wrong. kUnknownReference if that is all that is wrong.
  std::optional<Rejection> rejection() const;

 private:
  const World& world_;
  Date today_;
  std::string prefix_;
  std::vector<FieldError> errors_;
  std::size_t unknown_ = 0;
  bool ended_allowed_ = false;
};

// "/units" and 3 to "/units/3".
std::string at(std::string_view pointer, std::size_t index);

template <class Key>
void BodyCheck::once(std::string_view pointer, std::set<Key>& used, const Key& key) {
  if (used.insert(key).second) return;
  fault(pointer, "Mục này đã có ở trên; mỗi mục chỉ nêu một lần.", "This stands above already; name each once.");
}

}  // namespace luuvet
