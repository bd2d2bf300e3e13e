// What all that answers requests has in common: refusing, and work on the worker with the answer on net. Net thread.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "api/http/http_message.h"
#include "api/problem.h"
#include "server/app/gate.h"
#include "server/app/worker.h"

namespace luuvet::server {

// Slow reads that wait, of milliseconds each: a hundred and fifty offices may ask at once.
inline constexpr std::size_t kReadJobsMax = 256;

using Finish = std::function<void(api::Reply&&)>;
using PostToNet = std::function<void(std::function<void()>)>;

// A request and who sent it: nobody, where no sign-in is asked for.
struct Visit : api::Request {
  Caller caller;
};
using VisitPtr = std::shared_ptr<const Visit>;

// The request's path without what opens something: a query may hold a ticket, an invitation's path holds its secret.
std::string path_for_report(const api::Request& request);

class Desk {
 public:
  // Told of each refusal for want of a right.
  using Forbidden = std::function<void(const Visit&, const api::Problem&)>;

  // `report`: takes one line about a fault of ours. Both may be empty.
  Desk(Worker& worker, PostToNet post, std::function<void(std::string_view)> report, Forbidden forbidden)
      : worker_(worker), post_(std::move(post)), report_(std::move(report)), forbidden_(std::move(forbidden)) {}

  void refuse(const VisitPtr& visit, const Finish& finish, const api::Problem& problem) const;
  // What a job throws is a fault of ours or of the disk: the reader is told that much, the process's log the rest.
  api::Reply carried_out(const api::Request& request, const std::function<api::Reply()>& job) const;
  // Answers with what the job makes on the worker; 503 when its queue is full.
  void on_worker(const VisitPtr& visit, Finish finish, std::function<api::Reply()> job) const;
  // `job` runs on the worker and answers what is then to be done on net, which may finish the visit. False when the
  // queue is full: nothing will run.
  bool on_worker_then(const VisitPtr& visit, const Finish& finish, std::function<std::function<void()>()> job) const;
  // One line about a fault of ours, for the process's log.
  void report(std::string_view line) const;
  // Without a visit: what fails is reported.
  bool in_background(std::function<std::function<void()>()> job) const;

 private:
  Worker& worker_;
  const PostToNet post_;
  const std::function<void(std::string_view)> report_;
  const Forbidden forbidden_;
};

}  // namespace luuvet::server
