// What answers requests: a route to its read, command or proof. Without sockets: requests come in as plain values, and
// each answer goes to the callback that came with its request, once.
//
// Everything here runs on the net thread, except what is handed to the worker (the past, history, proofs) and to the
// engine.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <list>
#include <memory>
#include <string>

#include "api/http/http_message.h"
#include "api/http/request_headers.h"
#include "api/query_string.h"
#include "api/routes.h"
#include "api/sheets/sheet.h"
#include "server/app/access_notes.h"
#include "server/app/desk.h"
#include "server/app/eyes.h"
#include "server/app/files.h"
#include "server/app/findings.h"
#include "server/app/instance.h"
#include "server/app/people.h"
#include "server/app/rate_limits.h"
#include "server/app/signatures.h"
#include "server/live/access.h"
#include "server/plans/staging.h"
#include "server/treasury/extract_shelf.h"

namespace luuvet::server {

// What the service asks the rest of the server, and is given by it.
struct ServiceParts {
  std::function<std::string()> metrics;  // Prometheus text of the edge, beside the service's own
  std::function<std::optional<api::Reply>(const api::Request&)> client;  // files of the web client
  std::function<bool()> storage_low;                                     // commands are refused, reads go on
  std::filesystem::path imports;                                         // where files of plans wait
  std::optional<RateLimitSettings> rate_limits;                          // none: nobody is counted
  projections::Thresholds thresholds = {};                               // of views
  Files* files = nullptr;                                                // always there; outlives the service
  Signatures* signatures = nullptr;                                      // the same
  const OidcParts* oidc = nullptr;  // the provider by which one may sign in; for the constructor alone
};

class Service {
 public:
  static constexpr std::chrono::seconds kMinSequenceWait{2};
  static constexpr std::size_t kMinSequenceWaitersMax = 256;
  static constexpr unsigned kTicksOfPeople = 10;

  Service(Instance& instance, Identity& identity, const Desk& desk, AccessNotes& notes, ServiceParts parts);

  // `finish` is called on the net thread, now or later, exactly once; not after the service has gone.
  void respond(api::Request&& request, Finish finish);

  // A file that somebody brings, by the head of the request.
  api::SinkAnswer take_file(const api::Request& request);

  // A batch that is on disk: its views are what readers see from now on, and its requests are answered.
  void publish(BatchResult&& batch);

  // Ends waits that are over. To be called several times a second.
  void tick(std::chrono::steady_clock::time_point now);

  const ViewsPtr& views() const { return views_; }

  // What a subscriber or reader of events gets: records or leaves by today's rights, as long as it is signed in;
  // sessions take part in presence, tokens do not. A ticket counts before all else, and is used up.
  std::variant<FeedAccess, api::Reply> feed_access(const api::Request& request,
                                                   const std::optional<std::string>& ticket);

 private:
  using RequestPtr = VisitPtr;
  // Renders on any thread: over these views, for this day.
  using Render = std::function<api::Reply(const ViewsPtr&, Date status_date)>;

  struct Waiter {
    Sequence sequence;
    std::chrono::steady_clock::time_point until;
    std::function<void(const ViewsPtr&)> go;  // null views: not applied in time
  };

  // service.cc
  std::optional<api::Problem> admit(const api::Route& route, Visit& visit);
  // Counts the request; what its answer carries stands in the verdict.
  RateLimits::Verdict count(const api::Request& request, const Caller& caller);
  void refuse(const RequestPtr& request, const Finish& finish, const api::Problem& problem) const {
    desk_.refuse(request, finish, problem);
  }
  void on_worker(const RequestPtr& request, Finish finish, std::function<api::Reply()> job) const {
    desk_.on_worker(request, std::move(finish), std::move(job));
  }
  EyesPtr eyes(const Visit& visit) const;
  api::Reply plain(std::string body, std::string content_type) const;
  std::string metrics() const;
  void respond_checked(const api::Route& route, RequestPtr request, Finish finish);

  // service_read.cc
  void read(const api::Route& route, RequestPtr request, Finish finish);
  void read_findings(const api::Route& route, RequestPtr request, Finish finish);
  void read_history(const api::Route& route, RequestPtr request, Finish finish);
  void read_document_acts(const api::Route& route, RequestPtr request, Finish finish);
  void at(const api::ReadAt& when, RequestPtr request, Finish finish, bool slow, Render render);
  void wait_for(Sequence sequence, RequestPtr request, Finish finish, std::function<void(const ViewsPtr&)> go);
  void at_past(const api::AsOf& as_of, std::optional<Date> status_date, RequestPtr request, Finish finish,
               Render render);

  // service_export.cc
  void export_list(const api::Route& route, RequestPtr request, Finish finish);
  void export_found(const api::Route& route, RequestPtr request, Finish finish);
  void export_grid(RequestPtr request, Finish finish);
  // What `make` answers, as a file of that name.
  using MakeBook = std::function<api::Asked<api::Workbook>(const api::ViewContext& context, api::Query& query)>;
  void export_book(RequestPtr request, Finish finish, std::string name, MakeBook make);
  void export_programme(const api::Route& route, RequestPtr request, Finish finish);
  // What was exported is noted, once it has been answered.
  Finish noting_export(const RequestPtr& request, std::string what, std::shared_ptr<std::size_t> rows, Finish finish);

  // service_indicators.cc
  void read_figures(const api::Route& route, RequestPtr request, Finish finish);
  void read_filled(const api::Route& route, RequestPtr request, Finish finish);
  void judge_items(Job&& job, RequestPtr request, Finish finish);

  // service_imports.cc
  api::Asked<AgencyId> importing_agency(const Visit& visit) const;
  void imports(const api::Route& route, RequestPtr request, Finish finish);
  void stage_import(const AgencyId& agency, RequestPtr request, Finish finish);
  api::Reply set_import(const api::Request& request, const StagedAbout& about, const ViewsPtr& views);
  void take_import(const api::Route& route, const AgencyId& agency, RequestPtr request, Finish finish);
  void submit_import(const ImportPlan& plan, const AgencyId& agency, bool dry_run, RequestPtr request, Finish finish);

  // service_money.cc
  void read_money(const api::Route& route, RequestPtr request, Finish finish);
  void export_money(const api::Route& route, RequestPtr request, Finish finish);

  // service_treasury.cc
  api::Asked<AgencyId> treasury_agency(const Visit& visit, Role role) const;
  void extracts(const api::Route& route, RequestPtr request, Finish finish);
  void inspect_extracts(const api::Route& route, RequestPtr request, Finish finish);
  // It is in the log. An inspector's reading is noted.
  void booked_extract(RequestPtr request, const Subject& subject, Finish finish);
  void stage_extract(const AgencyId& agency, RequestPtr request, Finish finish);
  void book_extract(const api::Route& route, const AgencyId& agency, RequestPtr request, Finish finish);
  // `id` points into the request.
  void submit_extract(std::string_view id, const BookTreasuryExtract& body, const AgencyId& agency, RequestPtr request,
                      Finish finish);

  // service_command.cc
  void command(const api::Route& route, RequestPtr request, Finish finish);
  api::Asked<AgencyId> agency_of(const api::CommandHeaders& headers, const Visit& visit) const;
  void submit(Job&& job, const api::CommandTarget& target, RequestPtr request, Finish finish,
              std::function<void(const Outcome&)> then);
  void finished(RequestPtr request, const api::CommandTarget& target, Outcome&& outcome, const ViewsPtr& views,
                Finish finish);
  void repeat(RequestPtr request, const api::CommandTarget& target, Sequence first, const ViewsPtr& views,
              Finish finish);
  void overtaken(RequestPtr request, const Subject& target, Rejection&& rejection, Sequence since,
                 const ViewsPtr& views, Finish finish);

  // service_access.cc
  void access_log(RequestPtr request, Finish finish);
  // What an inspector reads is noted, once it has been answered.
  Finish noting_read(const RequestPtr& request, const Eyes& seen, std::string subject, Finish finish);
  // What is given of the past is counted, over all that is asked with this access.
  std::function<void(Sequence)> counting_exports(const api::Request& request, const Caller& caller);

  // service_files.cc
  void file(const api::Route& route, RequestPtr request, Finish finish);
  void signatures(const api::Route& route, RequestPtr request, Finish finish);
  bool refuses_file(const Subject& document, const RequestPtr& request, const Eyes& seen, const Finish& finish) const;
  // The upload that the command names is added to its context, and held until the command is done.
  void name_upload(Job& job, std::function<void(const Outcome&)>& then);

  // service_audit.cc
  void audit(const api::Route& route, RequestPtr request, Finish finish);

  Instance& instance_;
  Identity& identity_;
  const Desk& desk_;
  AccessNotes& notes_;
  Staging staging_;        // on the worker
  ExtractShelf extracts_;  // as well
  People people_;
  const ServiceParts parts_;
  std::optional<RateLimits> rates_;
  ViewsPtr views_;
  Findings findings_;
  std::list<Waiter> waiters_;
  std::uint64_t ticks_ = 0;
  std::uint64_t requests_ = 0;
  std::uint64_t commands_ = 0;
};

}  // namespace luuvet::server
