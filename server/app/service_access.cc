// The access log as it is asked for, and what reading adds to it.
#include <utility>

#include "api/json/json_object.h"
#include "server/access/access_page.h"
#include "server/app/replies.h"
#include "server/app/service.h"

namespace luuvet::server {
namespace {

constexpr std::string_view kMe = "me";
constexpr std::uint64_t kToldEach = 1'000;  // records, so that a long export is told of while it lasts

api::Problem own_rows_only() {
  return api::forbidden_here({"Nhật ký truy cập của người khác dành cho quản trị hệ thống và thanh tra.",
                              "Other people's access log is for administrators and inspectors: ask with account=me."});
}

AccessQuery access_query(api::Query& query, const ActorId& self) {
  AccessQuery asked;
  asked.limit = query.limit();
  asked.before = query.sequence("before");
  asked.after = query.position("after");
  asked.day = query.date("day");
  asked.types = query.type_prefixes("types");
  if (auto account = query.id<AccountTag>("account"))
    asked.account = account->value == kMe ? self : ActorId{std::move(account->value)};
  return asked;
}

api::Reply page_reply(const api::Request& request, const AccessLog& log, const AccessQuery& asked) {
  const Sequence head = log.log().head();
  const AccessPage page = read_access_page(log.log(), asked);
  const auto next = page.next ? std::optional(std::to_string(*page.next)) : std::nullopt;
  std::string body;
  {
    api::JsonObject object(body);
    object.with("items", [&](std::string& out) {
      api::write_array(out, page.items, [](std::string& to, const std::string& item) { to += item; });
    });
    object.member("next", next).member("sequence", head).member("log", log.id());
  }
  api::Reply reply = json_reply(std::move(body), head);
  if (next) reply.headers.push_back({"Link", api::next_link(request.target, "before", *next)});
  return reply;
}

// Counts records of the past as they are given, each once, and tells of them in stretches and at the end.
class ExportCount {
 public:
  ExportCount(Sequence head, std::function<void(std::uint64_t)> tell) : head_(head), tell_(std::move(tell)) {}
  ~ExportCount() { tell(); }
  ExportCount(const ExportCount&) = delete;
  ExportCount& operator=(const ExportCount&) = delete;

  void given(Sequence sequence) {
    if (sequence > head_ || sequence <= last_) return;
    last_ = sequence;
    if (++count_ >= kToldEach) tell();
  }

 private:
  void tell() {
    if (count_ > 0) tell_(std::exchange(count_, 0));
  }

  const Sequence head_;
  const std::function<void(std::uint64_t)> tell_;
  Sequence last_ = 0;
  std::uint64_t count_ = 0;
};

}  // namespace

void Service::access_log(RequestPtr request, Finish finish) {
  api::Query query(request->target);
  const ActorId& self = request->caller.account;
  const AccessQuery asked = access_query(query, self);
  if (const auto problem = query.problem()) return refuse(request, finish, *problem);
  if (asked.account != self) {
    if (!eyes(*request)->reads_access_log()) return refuse(request, finish, own_rows_only());
    notes_.read(*request, request->caller, "access-log");
  }
  on_worker(request, std::move(finish),
            [request, asked, &log = notes_.log()] { return page_reply(*request, log, asked); });
}

Finish Service::noting_read(const RequestPtr& request, const Eyes& seen, std::string subject, Finish finish) {
  if (!seen.inspects) return finish;
  return [this, request, subject = std::move(subject), finish = std::move(finish)](api::Reply&& reply) {
    if (reply.status == 200 || reply.status == 206) notes_.read(*request, request->caller, subject);
    finish(std::move(reply));
  };
}

std::function<void(Sequence)> Service::counting_exports(const api::Request& request, const Caller& caller) {
  // Streams outlive the service at the end, the notes do not go before them.
  AccessNotes& notes = notes_;
  const bool live = path_for_report(request) == "/api/v1/live";
  const bool inspects = !live && eyes_of(caller.account, views_, {}, vietnam_date(system_now()))->inspects;
  api::Request origin;
  origin.peer = request.peer;
  if (const auto agent = request.header("User-Agent")) origin.headers.push_back({"User-Agent", std::string(*agent)});
  const auto count =
      std::make_shared<ExportCount>(views_->world.head, [&notes, origin, caller, inspects](std::uint64_t items) {
        if (inspects) notes.read(origin, caller, "events");
        notes.exported(origin, caller, "events", items);
      });
  return [count](Sequence sequence) { count->given(sequence); };
}

}  // namespace luuvet::server
