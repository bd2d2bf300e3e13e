// The names of events on the wire: "vn.luuvet.task.registered.v1". One row per alternative of `Event`, in its order;
// what is frozen is the name with its version, not the row's place.
#pragma once

#include <array>
#include <string_view>
#include <variant>

#include "domain/events.h"

namespace luuvet::api {

inline constexpr std::array<std::string_view, std::variant_size_v<EventAlternatives>> kEventTypes = {
    "vn.luuvet.log.created.v1",
    "vn.luuvet.log.adopted.v1",
    "vn.luuvet.log.record-erased.v1",
    "vn.luuvet.calendar.day-opened.v1",
    "vn.luuvet.programme.registered.v1",
    "vn.luuvet.programme.amended.v1",
    "vn.luuvet.agency.registered.v1",
    "vn.luuvet.agency.amended.v1",
    "vn.luuvet.agency-group.registered.v1",
    "vn.luuvet.agency-group.amended.v1",
    "vn.luuvet.committee.registered.v1",
    "vn.luuvet.committee.amended.v1",
    "vn.luuvet.member.registered.v1",
    "vn.luuvet.member.amended.v1",
    "vn.luuvet.indicator.registered.v1",
    "vn.luuvet.indicator.amended.v1",
    "vn.luuvet.budget-line.registered.v1",
    "vn.luuvet.budget-line.amended.v1",
    "vn.luuvet.reporting-duty.registered.v1",
    "vn.luuvet.reporting-duty.amended.v1",
    "vn.luuvet.doubt.registered.v1",
    "vn.luuvet.doubt.amended.v1",
    "vn.luuvet.document.registered.v1",
    "vn.luuvet.document.amended.v1",
    "vn.luuvet.task.registered.v1",
    "vn.luuvet.task.amended.v1",
    "vn.luuvet.task.assigned.v1",
    "vn.luuvet.task.trigger-recorded.v1",
    "vn.luuvet.task.suspended.v1",
    "vn.luuvet.task.resumed.v1",
    "vn.luuvet.task.cancelled.v1",
    "vn.luuvet.task.reinstated.v1",
    "vn.luuvet.assignment.started.v1",
    "vn.luuvet.assignment.progress-reported.v1",
    "vn.luuvet.assignment.progress-approved.v1",
    "vn.luuvet.assignment.progress-returned.v1",
    "vn.luuvet.assignment.submitted.v1",
    "vn.luuvet.assignment.accepted.v1",
    "vn.luuvet.assignment.returned.v1",
    "vn.luuvet.assignment.extension-asked.v1",
    "vn.luuvet.assignment.extension-decided.v1",
    "vn.luuvet.assignment.reopened.v1",
    "vn.luuvet.assignment.opening-state-entered.v1",
    "vn.luuvet.assignment.opening-state-confirmed.v1",
    "vn.luuvet.assignment.progress-withdrawn.v1",
    "vn.luuvet.assignment.people-assigned.v1",
    "vn.luuvet.assignment.handed-over.v1",
    "vn.luuvet.thread.commented.v1",
    "vn.luuvet.thread.directed.v1",
    "vn.luuvet.thread.urged.v1",
    "vn.luuvet.thread.comment-withdrawn.v1",
    "vn.luuvet.post.registered.v1",
    "vn.luuvet.post.amended.v1",
    "vn.luuvet.post.filled.v1",
    "vn.luuvet.post.vacated.v1",
    "vn.luuvet.account.opened.v1",
    "vn.luuvet.account.closed.v1",
    "vn.luuvet.account.reopened.v1",
    "vn.luuvet.account.token-issued.v1",
    "vn.luuvet.account.token-revoked.v1",
    "vn.luuvet.agency.founded.v1",
    "vn.luuvet.agency.renamed.v1",
    "vn.luuvet.agency.merged.v1",
    "vn.luuvet.agency.dissolved.v1",
    "vn.luuvet.assignment.taken-over.v1",
    "vn.luuvet.link.proposed.v1",
    "vn.luuvet.link.linked.v1",
    "vn.luuvet.link.rejected.v1",
    "vn.luuvet.link.parted.v1",
    "vn.luuvet.doubt.settled.v1",
    "vn.luuvet.doubt.reopened.v1",
    "vn.luuvet.coordination.asked.v1",
    "vn.luuvet.coordination.confirmed.v1",
    "vn.luuvet.coordination.disputed.v1",
    "vn.luuvet.coordination.answered.v1",
    "vn.luuvet.coordination.closed.v1",
    "vn.luuvet.task.imported.v1",
};

inline std::string_view type_of(const Event& event) {
  return kEventTypes[event.index()];
}

}  // namespace luuvet::api
