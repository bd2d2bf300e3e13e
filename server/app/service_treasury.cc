// Treasury files: staged, matched, settled, booked. All that reads files runs on the worker; booking goes the way of
// every command.
#include <algorithm>

#include "api/json/json_object.h"
#include "api/reads/read.h"
#include "domain/preconditions.h"
#include "server/app/identity_of_request.h"
#include "server/app/replies.h"
#include "server/app/sent_file.h"
#include "server/app/service.h"
#include "server/treasury/extract_work.h"

namespace luuvet::server {
namespace {

struct BookExtract {
  Sequence based_on = 0;  // the `sequence` of the representation that was looked at
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(BookExtract, (), (based_on, document))

api::Problem finance_only() {
  return api::forbidden_here({"Số liệu kho bạc do Sở Tài chính ghi sổ; thanh tra, kiểm tra được xem phần đã ghi.",
                              "The finance department books the treasury's files; inspectors read what was booked."});
}

api::Reply work_reply(const api::Request& request, const ExtractShelf& shelf, const StagedAbout& about,
                      const ViewsPtr& views, int status = 200) {
  const auto work = work_out(shelf, about, views->world);
  if (const auto* fault = std::get_if<Message>(&work)) return api::reply_of(api::bad_request(*fault), request);
  const api::Language language = api::language_of(request.header("Accept-Language"));
  api::Reply reply = json_reply(extract_body(std::get<ExtractWork>(work), views->world, language), views->world.head);
  reply.status = status;
  return reply;
}

// Columns that somebody chose are remembered by their heads.
void remember_columns(ExtractShelf& shelf, const ExtractWork& work) {
  const std::string key = extract_head_key(work.tables[work.table], work.use.head_rows);
  if (work.settings.columns && !key.empty() && names_code_and_amount(work.use))
    shelf.remember({key, work.settings.profile, work.use.columns});
}

api::Reply set_reply(ExtractShelf& shelf, const api::Request& request, const StagedAbout& about,
                     const ViewsPtr& views) {
  auto settings = body_of<ExtractSettings>(request);
  if (!settings) return api::reply_of(settings.error(), request);
  if (settings.value().rows.size() > kListItemsMax)
    return api::reply_of(api::bad_request({"Quá nhiều dòng được chỉnh.", "Too many rows are set."}), request);
  shelf.keep_settings(about.id, settings.value());
  const auto work = work_out(shelf, about, views->world);
  if (const auto* found = std::get_if<ExtractWork>(&work)) remember_columns(shelf, *found);
  return work_reply(request, shelf, about, views);
}

std::size_t waiting_of(const TreasuryExtract& extract) {
  std::size_t count = 0;
  for (const auto& row : extract.rows) count += row->state == ExtractRowState::kWaiting ? 1 : 0;
  return count;
}

void write_staged(std::string& out, const ExtractShelf& shelf, const StagedAbout& about) {
  const ExtractSettings settings = shelf.settings(about.id);
  api::JsonObject(out)
      .member("id", about.id)
      .member("name", about.name)
      .member("agency", about.agency)
      .member("state", "staged")
      .member("profile", settings.profile)
      .member("as_at", settings.as_at)
      .member("created_at", about.created_at)
      .member("booked_at", nullptr)
      .member("waiting", 0);
}

void write_booked(std::string& out, const TreasuryExtract& extract) {
  api::JsonObject(out)
      .member("id", extract.id)
      .member("name", extract.name)
      .member("agency", extract.agency)
      .member("state", "booked")
      .member("profile", extract.profile)
      .member("as_at", extract.as_at)
      .member("created_at", nullptr)
      .member("booked_at", extract.time)
      .member("waiting", waiting_of(extract));
}

using ListItems = std::vector<std::pair<std::string, std::string>>;  // id and JSON

// Of the agency's province.
ListItems booked_items(const World& world, const AgencyId& agency) {
  ListItems items;
  world.treasury_extracts.for_each([&](const auto& row) {
    const AgencyState* owner = world.agencies.find(row->agency.value);
    const AgencyState* reader = world.agencies.find(agency.value);
    if (owner && reader && owner->content.province == reader->content.province)
      write_booked(items.emplace_back(row->id.value, "").second, *row);
  });
  return items;
}

// Ids begin with their time: newest first.
api::Reply list_of(ListItems items, const World& world) {
  std::ranges::sort(items, std::greater<>{});
  std::string body;
  {
    api::JsonObject object(body);
    object.with("items", [&](std::string& out) {
      api::write_array(out, items, [](std::string& to, const auto& item) { to += item.second; });
    });
    object.member("sequence", world.head);
  }
  return json_reply(std::move(body), world.head);
}

// What was booked is no longer staged.
api::Reply list_reply(const ExtractShelf& shelf, const AgencyId& agency, const ViewsPtr& views) {
  const World& world = views->world;
  ListItems items = booked_items(world, agency);
  for (const StagedAbout& about : shelf.files().list(agency))
    if (!world.treasury_extracts.find(about.id)) write_staged(items.emplace_back(about.id, "").second, shelf, about);
  return list_of(std::move(items), world);
}

}  // namespace

// For which agency the account has the role.
api::Asked<AgencyId> Service::treasury_agency(const Visit& visit, Role role) const {
  auto headers = api::read_command_headers(visit);
  if (!headers) return std::move(headers).error();
  std::optional<AgencyId> only;
  for (const Grant& grant : grants_of(views_->world, visit.caller.account, vietnam_date(system_now()))) {
    if (grant.role != role) continue;
    if (!headers.value().agency || *headers.value().agency == grant.agency) only = grant.agency;
  }
  if (!only) return finance_only();
  return *only;
}

void Service::extracts(const api::Route& route, RequestPtr request, Finish finish) {
  using enum api::RouteKind;
  auto agency = treasury_agency(*request, Role::kFinance);
  if (!agency && (route.kind == kExtracts || route.kind == kExtract))
    return inspect_extracts(route, std::move(request), std::move(finish));
  if (!agency) return refuse(request, finish, agency.error());
  if (route.kind == kStageExtract) return stage_extract(agency.value(), std::move(request), std::move(finish));
  if (route.kind == kBookExtract) return book_extract(route, agency.value(), std::move(request), std::move(finish));
  const Subject subject{Aggregate::kTreasuryExtract, std::string(route.id)};
  if (route.kind == kExtract && views_->world.treasury_extracts.find(subject.id))
    return booked_extract(std::move(request), subject, std::move(finish));
  on_worker(request, std::move(finish),
            [this, request, kind = route.kind, id = subject.id, agency = agency.value(), views = views_] {
              if (kind == kExtracts) return list_reply(extracts_, agency, views);
              const auto about = extracts_.files().about(id);
              if (!about || about->agency != agency) return api::reply_of(api::not_found_here(), *request);
              if (kind == kSetExtract) return set_reply(extracts_, *request, *about, views);
              if (kind == kExtract) return work_reply(*request, extracts_, *about, views);
              extracts_.files().drop(id);
              api::Reply reply;
              reply.status = 204;
              return reply;
            });
}

// M27: an inspector reads what was booked; what waits to be booked is the work of those who sent it in.
void Service::inspect_extracts(const api::Route& route, RequestPtr request, Finish finish) {
  auto agency = treasury_agency(*request, Role::kInspector);
  if (!agency) return refuse(request, finish, agency.error());
  if (route.kind == api::RouteKind::kExtracts)
    return finish(list_of(booked_items(views_->world, agency.value()), views_->world));
  const Subject subject{Aggregate::kTreasuryExtract, std::string(route.id)};
  if (!views_->world.treasury_extracts.find(subject.id)) return refuse(request, finish, api::not_found_here());
  booked_extract(std::move(request), subject, std::move(finish));
}

void Service::booked_extract(RequestPtr request, const Subject& subject, Finish finish) {
  const EyesPtr seen = eyes(*request);
  auto body =
      api::read_item({*views_, vietnam_date(system_now()), seen->sight(), profile_of(seen), seen->thresholds}, subject);
  noting_read(request, *seen, subject.text(), std::move(finish))(json_reply(std::move(*body), views_->world.head));
}

void Service::stage_extract(const AgencyId& agency, RequestPtr request, Finish finish) {
  api::Query query(request->target);
  const std::string name = shown_name(query.text("name").value_or(""));
  if (const auto problem = query.problem()) return refuse(request, finish, *problem);
  if (parts_.storage_low && parts_.storage_low()) return refuse(request, finish, api::low_storage());
  const Instant now = system_now();
  const StagedAbout about{new_ulid(now), name, agency, request->caller.account, to_string(now)};
  on_worker(request, std::move(finish), [this, request, about, views = views_] {
    const auto read = read_extract(request->body);
    if (const auto* fault = std::get_if<Message>(&read)) return api::reply_of(api::bad_request(*fault), *request);
    if (!extracts_.files().add(about, request->body))
      return api::reply_of(too_many_waiting(Staging::kPerAgencyMax, "ghi sổ"), *request);
    api::Reply reply = work_reply(*request, extracts_, about, views, 201);
    reply.headers.push_back({"Location", "/api/v1/treasury-extracts/" + about.id});
    return reply;
  });
}

// Worked out on the worker, decided by the engine: by its rules, as any command. A dry run answers what is shown.
void Service::book_extract(const api::Route& route, const AgencyId& agency, RequestPtr request, Finish finish) {
  api::Query query(request->target);
  const bool dry_run = query.boolean("dry_run").value_or(false);
  if (const auto problem = query.problem()) return refuse(request, finish, *problem);
  auto body = body_of<BookExtract>(*request);
  if (!body) return refuse(request, finish, body.error());
  if (body.value().based_on > views_->world.head)
    return refuse(request, finish, api::problem_of(unseen("/based_on", views_->world.head)));
  if (parts_.storage_low && parts_.storage_low()) return refuse(request, finish, api::low_storage());
  const auto work = [this, request, finish, agency, dry_run, id = route.id, asked = body.value(),
                     views = views_]() -> std::function<void()> {
    const auto about = extracts_.files().about(id);
    if (!about || about->agency != agency)
      return [this, request, finish] { refuse(request, finish, api::not_found_here()); };
    if (dry_run)
      return [finish, reply = std::make_shared<api::Reply>(work_reply(*request, extracts_, *about, views))] {
        finish(std::move(*reply));
      };
    const auto worked = work_out(extracts_, *about, views->world);
    if (const auto* fault = std::get_if<Message>(&worked))
      return [this, request, finish, detail = *fault] { refuse(request, finish, api::bad_request(detail)); };
    BookTreasuryExtract booking = booking_of(std::get<ExtractWork>(worked), asked.document, asked.based_on);
    return [this, request, finish, agency, id, booking = std::move(booking)] {
      submit_extract(id, booking, agency, request, finish);
    };
  };
  desk_.on_worker_then(request, finish, work);
}

void Service::submit_extract(std::string_view id, const BookTreasuryExtract& body, const AgencyId& agency,
                             RequestPtr request, Finish finish) {
  auto headers = api::read_command_headers(*request);
  if (!headers) return refuse(request, finish, headers.error());
  const std::optional<std::string>& key = headers.value().idempotency_key;
  Job job;
  job.correlation = correlation_of(
      instance_.secret(), {request->caller.account.value, key ? std::optional<std::string_view>(*key) : std::nullopt,
                           request->method, request->target, agency.value, request->body});
  job.command = Command{Subject{Aggregate::kTreasuryExtract, std::string(id)}, body};
  const Instant now = system_now();
  job.context.now = now;
  job.context.today = vietnam_date(now);
  job.context.new_id = new_ulid(now);
  job.context.capacity = headers.value().capacity;
  job.context.actor = request->caller.account;
  job.context.agency = agency;
  submit(std::move(job), {api::TargetKind::kItem, Aggregate::kTreasuryExtract, id, "book"}, request, std::move(finish),
         {});
}

}  // namespace luuvet::server
