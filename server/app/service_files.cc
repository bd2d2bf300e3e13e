// Files: brought before a document names them, and read with the document that has them.
#include <algorithm>

#include "server/app/service.h"

namespace luuvet::server {
namespace {

api::Problem brings_nothing() {
  return api::forbidden_here({"Tải tệp lên dành cho người được đăng ký hoặc sửa văn bản.",
                              "Files are brought by those who may register or amend documents."});
}
api::Problem not_for_this_reader() {
  return api::forbidden_here({"Tệp của văn bản này dành cho cơ quan có liên quan.",
                              "The file of this document is for the agencies that it concerns."});
}
api::Problem not_shown_inline() {
  return api::bad_query("inline", {"Chỉ xem trực tiếp được tệp PDF và ảnh.", "Only PDF and images are shown inline."});
}

bool names_documents(const std::vector<Grant>& grants) {
  return std::any_of(grants.begin(), grants.end(), [](const Grant& grant) {
    return takes(CommandKind::kRegisterDocument, grant.role) || takes(CommandKind::kAmendDocument, grant.role);
  });
}

const std::optional<std::string>* file_named(const CommandBody& body) {
  if (const auto* registered = std::get_if<RegisterDocument>(&body)) return &registered->file;
  const auto* amended = std::get_if<AmendDocument>(&body);
  return amended ? &amended->set.values.file : nullptr;
}

}  // namespace

api::SinkAnswer Service::take_file(const api::Request& incoming) {
  ++requests_;
  const auto visit = std::make_shared<Visit>(Visit{incoming, {}});
  visit->body.clear();
  api::Route route;
  route.kind = api::RouteKind::kUpload;
  std::optional<api::Problem> problem = admit(route, *visit);
  RateLimits::Verdict verdict = count(*visit, visit->caller);
  if (verdict.retry_after.count() > 0) problem = api::too_many_requests(verdict.retry_after);
  const Date today = vietnam_date(system_now());
  if (!problem && !names_documents(grants_of(views_->world, visit->caller.account, today))) problem = brings_nothing();
  if (!problem) return parts_.files->take(visit, std::move(verdict.headers));
  api::Reply refusal;
  refuse(
      visit, [&](api::Reply&& reply) { refusal = std::move(reply); }, *problem);
  refusal.account = visit->caller.account.value;
  refusal.headers.insert(refusal.headers.end(), verdict.headers.begin(), verdict.headers.end());
  return refusal;
}

void Service::name_upload(Job& job, std::function<void(const Outcome&)>& then) {
  const std::optional<std::string>* named = file_named(job.command.body);
  if (!named || !*named) return;
  job.context.upload = parts_.files->find(**named);
  if (!job.context.upload) return;
  parts_.files->hold(**named);
  then = [files = parts_.files, id = **named](const Outcome& outcome) {
    files->release(id, std::holds_alternative<Committed>(outcome));
  };
}

// What its reader may not read, a document does not have: 403 whether or not there is a file.
bool Service::refuses_file(const Subject& document, const RequestPtr& request, const Eyes& seen,
                           const Finish& finish) const {
  const bool there = views_->world.documents.find(document.id) != nullptr;
  if (there && seen.sight().may_read(document)) return false;
  refuse(request, finish, there ? not_for_this_reader() : api::not_found_here());
  return true;
}

// As the document was at the moment asked for, by the rights of today.
void Service::file(const api::Route& route, RequestPtr request, Finish finish) {
  api::Query query(request->target);
  const api::ReadAt when = query.read_at();
  const bool shown_inline = query.boolean("inline").value_or(false);
  if (const auto problem = query.problem()) return refuse(request, finish, *problem);
  const Subject subject{Aggregate::kDocument, std::string(route.id)};
  const EyesPtr seen = eyes(*request);
  if (refuses_file(subject, request, *seen, finish)) return;
  finish = noting_read(request, *seen, subject.text(), std::move(finish));
  at(when, request, std::move(finish), true, [this, request, subject, shown_inline](const ViewsPtr& views, Date) {
    const DocumentState* document = views->world.documents.find(subject.id);
    const StoredFile* stored = document ? document->file() : nullptr;
    if (!stored) return api::reply_of(api::not_found_here(), *request);
    const FileType* type = file_type(stored->media_type);
    if (shown_inline && !(type && type->shown_inline)) return api::reply_of(not_shown_inline(), *request);
    return parts_.files->reply(*request, *stored, shown_inline);
  });
}

// Of the file in force.
void Service::signatures(const api::Route& route, RequestPtr request, Finish finish) {
  if (const auto problem = api::Query(request->target).problem()) return refuse(request, finish, *problem);
  const Subject subject{Aggregate::kDocument, std::string(route.id)};
  const EyesPtr seen = eyes(*request);
  if (refuses_file(subject, request, *seen, finish)) return;
  const StoredFile* stored = views_->world.documents.find(subject.id)->file();
  if (!stored) return refuse(request, finish, api::not_found_here());
  parts_.signatures->answer(request, *stored, noting_read(request, *seen, subject.text(), std::move(finish)));
}

}  // namespace luuvet::server
