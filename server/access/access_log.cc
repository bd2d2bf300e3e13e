#include "server/access/access_log.h"

#include <sys/resource.h>

#include <utility>

namespace luuvet::server {

AccessLog::AccessLog(AccessStore& store, std::int32_t days, std::function<Instant()> now, FailureHandler on_failure)
    : store_(store), days_(days), now_(std::move(now)), on_failure_(std::move(on_failure)) {}

AccessLog::~AccessLog() {
  queue_.stop();
  if (thread_.joinable()) thread_.join();
}

void AccessLog::start() {
  thread_ = std::thread([this] { run(); });
}

void AccessLog::run() {
  setpriority(PRIO_PROCESS, 0, 5);  // of this thread, on Linux: commits and pushes go first
  try {
    prune_daily(now_());
    while (queue_.wait(kPace)) {
      write_out(now_());
      prune_daily(now_());
    }
    write_rest(now_());
  } catch (const std::exception& error) {
    if (on_failure_) on_failure_(std::string("the access log failed: ") + error.what());
  }
}

void AccessLog::write_out(Instant now) {
  AccessQueue::Batch batch = queue_.take();
  std::vector<AccessEvent> due;
  for (AccessEvent& event : batch.events) tally_.take(std::move(event), due);
  tally_.expire(now, due);
  if (batch.lost > 0) {
    AccessEvent& lost = due.emplace_back();
    lost.kind = AccessKind::kLost;
    lost.at = now;
    lost.actor = {"luuvet"};
    lost.data.count = batch.lost;
  }
  store_.append(due);
}

void AccessLog::write_rest(Instant now) {
  write_out(now);
  std::vector<AccessEvent> due;
  tally_.finish(due);
  store_.append(due);
}

void AccessLog::prune_daily(Instant now) {
  const Date today = vietnam_date(now);
  if (pruned_on_ == today) return;
  store_.prune_before(Date{today.days - days_}, now);
  pruned_on_ = today;
}

}  // namespace luuvet::server
