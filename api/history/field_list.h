// The fields of a subject under construction, for histories.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "api/history/history_codec.h"
#include "api/json/json_object.h"
#include "api/json/json_write.h"

namespace luuvet::api {

class FieldList {
 public:
  template <class T>
  FieldList& add(std::string_view name, const T& value) {
    fields_.push_back({std::string(name), shown_json(value), false});
    return *this;
  }
  // What stands in `open` of a record.
  template <class T>
  FieldList& add_protected(std::string_view name, const T& value) {
    fields_.push_back({std::string(name), shown_json(value), true});
    return *this;
  }
  template <class T>
  FieldList& add_members(const T& value) {
    for_each_member<T>([&](std::size_t, auto member) { add(member_name(member.name), value.*member.pointer); });
    return *this;
  }
  template <class T>
  FieldList& add_open(const std::optional<T>& open) {
    if (open)
      for_each_member<T>(
          [&](std::size_t, auto member) { add_protected(member_name(member.name), (*open).*member.pointer); });
    return *this;
  }
  Fields take() { return std::move(fields_); }

 private:
  Fields fields_;
};

// Of a mission, a big problem, a row of a register or a proposal.
Fields fields_of_record(const World& world, const Subject& subject);

}  // namespace luuvet::api
