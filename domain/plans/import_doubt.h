// The doubt that an import raises where a row has changed in the papers and people had changed it here (I04).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/base/stable_hash.h"
#include "domain/base/subject.h"
#include "domain/registers.h"

namespace luuvet {

// Id of the doubt about these fields of this subject with these new values: the same import finds it again.
template <class Content>
DoubtId import_doubt_id(const Subject& subject, const Partial<Content>& conflict) {
  StableHash hash;
  hash.add(subject.text());
  for_each_member<Content>([&](std::size_t index, auto member) {
    if (!conflict.has(index)) return;
    hash.add(std::string_view(member.name));
    hash.add(conflict.values.*member.pointer);
  });
  return {"import-" + hash.hex()};
}

// One or two sentences in Vietnamese that name the fields.
std::string import_doubt_text(const std::vector<std::string_view>& fields);

}  // namespace luuvet
