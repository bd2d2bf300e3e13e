// The progress statements that an AssignmentState keeps: the last approved, and the drafts and returns that still
// matter.
#pragma once

#include "domain/world.h"

namespace luuvet {

void add_statement(AssignmentState& state, const Meta& meta, const AssignmentProgressReported& event);
// The official values are those of the newest approved statement: approving an older one later does not bring its
// values back.
void approve_statements(AssignmentState& state, const Meta& meta, const std::vector<Sequence>& of);
void return_statements(AssignmentState& state, const std::vector<Sequence>& of);
void withdraw_statement(AssignmentState& state, Sequence of);

// Sequences of the drafts that wait for the head, oldest first.
std::vector<Sequence> waiting_drafts(const AssignmentState& state);

}  // namespace luuvet
