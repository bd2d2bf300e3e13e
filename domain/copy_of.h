// How a row of the World goes on: changed in a copy, which then takes its place.
#pragma once

#include <memory>
#include <string_view>
#include <utility>

#include "domain/evolve.h"

namespace luuvet {

// A new one where the table has none of that key.
template <class State>
std::shared_ptr<State> copy_of(const Table<State>& table, std::string_view key) {
  const State* now = table.find(key);
  return now ? std::make_shared<State>(*now) : std::make_shared<State>();
}

// The stream of a register's row moves with what is kept beside the row.
template <class State>
void move_row(Table<State>& rows, const Recorded& recorded, Epoch epoch) {
  auto next = copy_of(rows, recorded.subject.id);
  next->content.id.value = recorded.subject.id;
  live(next->life, recorded);
  rows.put(std::move(next), epoch);
}

}  // namespace luuvet
