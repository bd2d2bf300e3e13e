#include "server/app/desk.h"

#include <string>
#include <utility>

namespace luuvet::server {

std::string path_for_report(const api::Request& request) {
  constexpr std::string_view kInvitations = "/api/v1/invitations/";
  if (request.target.starts_with(kInvitations)) return std::string(kInvitations).append("...");
  return request.target.substr(0, request.target.find('?'));
}

void Desk::report(std::string_view line) const {
  if (report_) report_(line);
}

void Desk::refuse(const VisitPtr& visit, const Finish& finish, const api::Problem& problem) const {
  if (forbidden_ && problem.type == api::ProblemType::kForbidden) forbidden_(*visit, problem);
  finish(api::reply_of(problem, *visit));
}

api::Reply Desk::carried_out(const api::Request& request, const std::function<api::Reply()>& job) const {
  try {
    return job();
  } catch (const std::exception& fault) {
    report("request " + request.id + ", " + request.method + ' ' + path_for_report(request) + ": " + fault.what());
    return api::reply_of(api::internal_error(), request);
  }
}

void Desk::on_worker(const VisitPtr& visit, Finish finish, std::function<api::Reply()> job) const {
  const bool taken = on_worker_then(visit, finish, [this, visit, finish, job = std::move(job)] {
    auto reply = std::make_shared<api::Reply>(carried_out(*visit, job));
    return [finish, reply] { finish(std::move(*reply)); };
  });
  if (!taken) refuse(visit, finish, api::overloaded(std::chrono::seconds(1)));
}

bool Desk::on_worker_then(const VisitPtr& visit, const Finish& finish,
                          std::function<std::function<void()>()> job) const {
  return worker_.submit([this, visit, finish, job = std::move(job)] {
    auto then = std::make_shared<std::function<void()>>();
    auto failed = std::make_shared<api::Reply>(carried_out(*visit, [&] {
      *then = job();
      return api::Reply{};
    }));
    post_([finish, then, failed] { *then ? (*then)() : finish(std::move(*failed)); });
  });
}

bool Desk::in_background(std::function<std::function<void()>()> job) const {
  return worker_.submit([this, job = std::move(job)] {
    try {
      if (auto then = job()) post_(std::move(then));
    } catch (const std::exception& fault) {
      report(fault.what());
    }
  });
}

}  // namespace luuvet::server
