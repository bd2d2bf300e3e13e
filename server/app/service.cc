#include "server/app/service.h"

#include <utility>

#include "api/problem.h"

namespace luuvet::server {
Service::Service(Instance& instance, Worker& worker, PostToNet post, ServiceParts parts)
    : instance_(instance),
      worker_(worker),
      post_(std::move(post)),
      parts_(std::move(parts)),
      views_(instance.engine().views()) {}

void Service::respond(api::Request&& incoming, Finish finish) {
  ++requests_;
  const auto request = std::make_shared<const api::Request>(std::move(incoming));
  const auto route = api::match(request->method, request->target);
  if (!route) return refuse(request, finish, route.error());
  respond_checked(route.value(), request, std::move(finish));
}

// The route's views point into the request, which the shared pointer keeps.
void Service::respond_checked(const api::Route& route, RequestPtr request, Finish finish) {
  using enum api::RouteKind;
  switch (route.kind) {
    case kList:
    case kItem:
      return read(route, std::move(request), std::move(finish));
    case kHistory:
    case kThread:
    case kLogHistory:
      return read_history(route, std::move(request), std::move(finish));
    case kCreate:
    case kCommand:
    case kAct:
      return command(route, std::move(request), std::move(finish));
    case kCheckpoint:
    case kTile:
    case kProof:
      return audit(route, std::move(request), std::move(finish));
    case kEvents:  // the live feed's, which is asked first
    case kLive:
      return refuse(request, finish, api::upgrade_required());
    case kHealth:
      return finish(plain("ok\n", "text/plain; charset=utf-8"));
    case kReadiness:
      return finish(plain("ready\n", "text/plain; charset=utf-8"));
    case kMetrics:
      return finish(plain(metrics(), "text/plain; version=0.0.4; charset=utf-8"));
    case kOpenapi:
    case kAsyncapi:
    case kClient:
      break;
  }
  auto file = parts_.client(*request);
  if (!file) return refuse(request, finish, api::not_found_here());
  finish(std::move(*file));
}

void Service::publish(BatchResult&& batch) {
  views_ = batch.views;
  instance_.past().offer(views_);
  for (Finished& one : batch.finished)
    if (one.done) one.done(std::move(one.outcome), batch.views);
  for (auto waiter = waiters_.begin(); waiter != waiters_.end();) {
    if (waiter->sequence > views_->world.head) {
      ++waiter;
      continue;
    }
    const auto go = std::move(waiter->go);
    waiter = waiters_.erase(waiter);
    go(views_);
  }
}

void Service::tick(std::chrono::steady_clock::time_point now) {
  for (auto waiter = waiters_.begin(); waiter != waiters_.end();) {
    if (waiter->until > now) {
      ++waiter;
      continue;
    }
    const auto go = std::move(waiter->go);
    waiter = waiters_.erase(waiter);
    go(nullptr);
  }
}

void Service::refuse(const RequestPtr& request, const Finish& finish, const api::Problem& problem) const {
  finish(api::reply_of(problem, *request));
}

// What a job throws is a fault of ours or of the disk: the reader is told that much, the process's log the rest.
api::Reply Service::carried_out(const api::Request& request, const std::function<api::Reply()>& job) const {
  try {
    return job();
  } catch (const std::exception& fault) {
    if (parts_.report) parts_.report(request.method + ' ' + request.target + ": " + fault.what());
    return api::reply_of(api::internal_error(), request);
  }
}

void Service::on_worker(const RequestPtr& request, Finish finish, std::function<api::Reply()> job) {
  const bool taken = worker_.submit([this, request, finish, job = std::move(job)] {
    auto reply = std::make_shared<api::Reply>(carried_out(*request, job));
    post_([finish, reply] { finish(std::move(*reply)); });
  });
  if (!taken) refuse(request, finish, api::overloaded(std::chrono::seconds(1)));
}

api::Reply Service::plain(std::string body, std::string content_type) const {
  api::Reply reply;
  reply.headers = {{"Content-Type", std::move(content_type)}, {"Cache-Control", "no-store"}};
  reply.body = std::move(body);
  return reply;
}

std::string Service::metrics() const {
  std::string text = parts_.metrics ? parts_.metrics() : std::string();
  const auto add = [&](const char* name, const char* type, const char* help, std::uint64_t value) {
    (text += "# HELP ") += std::string(name) + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n' + name + ' ' +
                           std::to_string(value) + '\n';
  };
  add("luuvet_requests_total", "counter", "Requests answered or being answered.", requests_);
  add("luuvet_commands_total", "counter", "Commands handed to the engine.", commands_);
  add("luuvet_log_head", "gauge", "Sequence of the last record.", views_->world.head);
  add("luuvet_tasks", "gauge", "Task rows.", views_->world.tasks.size());
  add("luuvet_assignments_begun", "gauge", "Assignments with an event.", views_->world.assignments.size());
  return text;
}

}  // namespace luuvet::server
