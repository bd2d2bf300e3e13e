// Tasks with hundreds of units, in memory: what it costs to read the board and the agencies, when nothing has changed
// since the last reader and when one unit has reported, and to carry out one report without the disk.
//   bench_units [--tasks 500] [--fanned 30] [--units 300] [--rounds 20]
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "api/reads/read.h"
#include "domain/decide.h"
#include "tests/bench/measure.h"

namespace luuvet::bench {
namespace {

using projections::Views;

constexpr std::string_view kLogId = "0123456789abcdef";
const Date kToday = *parse_date("2026-06-15");

struct Size {
  std::uint64_t tasks, fanned, units;
};

class Province {
 public:
  explicit Province(const Size& size) {
    agency("so-khcn");
    for (std::uint64_t i = 0; i < size.units; ++i) agency(unit(i));
    Programme programme;
    programme.id = {"p1"};
    programme.document = {"p1"};
    programme.standing_agency = {"so-khcn"};
    programme.province = "lao-cai";
    record("programme/p1", Registered<Programme>{programme}, "so-khcn");
    for (std::uint64_t i = 0; i < size.tasks; ++i) task(i, i < size.fanned ? size.units : 0);
  }

  void record(std::string_view subject, Event event, std::string agency) {
    Recorded recorded;
    recorded.meta.sequence = views_.world.head + 1;
    recorded.meta.time = Instant{1'781'000'000'000};
    recorded.meta.agency = {std::move(agency)};
    recorded.subject = *parse_subject(subject);
    recorded.stream_version = views_.world.version(recorded.subject) + 1;
    recorded.event = std::move(event);
    views_.apply(recorded, recorded.meta.sequence / 64 + 1);
  }

  static std::string unit(std::uint64_t number) { return "xa-" + std::to_string(number); }
  static std::string id(std::uint64_t number) { return "t" + std::to_string(number); }
  const Views& views() const { return views_; }

 private:
  void agency(const std::string& id) {
    Agency content;
    content.id = {id};
    content.name = "Ủy ban nhân dân " + id;
    content.kind = "commune";
    content.province = "lao-cai";
    record("agency/" + id, Registered<Agency>{content}, "so-khcn");
  }

  void task(std::uint64_t number, std::uint64_t units) {
    Task content;
    content.id = {id(number)};
    content.programme = {"p1"};
    content.title = "Nhiệm vụ số " + std::to_string(number);
    content.lead_agencies = {{unit(number % 7)}};
    content.confirming_agency = {"so-khcn"};
    content.deadline = {
        "Quý II/2026", DeadlineKind::kQuarter, parse_date("2026-04-01"), parse_date("2026-06-30"), {}, {}, {}};
    record("task/" + content.id.value, TaskRegistered{content}, "so-khcn");
    TaskAssigned assigned{units > 0 ? AssignmentMode::kEach : AssignmentMode::kJoint, {}, {}, {}};
    for (std::uint64_t i = 0; i < units; ++i) assigned.units.push_back({unit(i)});
    record("task/" + content.id.value, assigned, "so-khcn");
    for (std::uint64_t i = 0; i < units; i += 2) report(content.id.value + "." + unit(i), unit(i));  // half have begun
  }

  void report(const std::string& assignment, const std::string& agency) {
    AssignmentProgressReported reported;
    reported.percent = 40;
    reported.open = ProgressText{"Đã triển khai đến từng thôn, tổ dân phố.", {}, {}};
    record("assignment/" + assignment, reported, agency);
    record("assignment/" + assignment, AssignmentProgressApproved{{views_.world.head}}, agency);
  }

  Views views_;
};

std::size_t read(const Views& views, Aggregate aggregate) {
  api::Query query("/?limit=1000");
  query.read_at();
  const auto list = api::read_list(api::ViewContext(views, kToday), kLogId, aggregate, query);
  if (!list) throw std::runtime_error("the list was refused");
  return list.value().body.size();
}

// Decided by the rules and applied to the views, as the engine does before it writes.
void carry_out(Province& province, std::uint64_t task, std::uint64_t unit) {
  ReportProgress body;
  body.percent = 50;
  const std::string id = Province::id(task) + "." + Province::unit(unit);
  Context context;
  context.today = kToday;
  context.actor = ActorId{std::string(kSystemActor)};
  context.agency = {Province::unit(unit)};
  context.based_on = province.views().world.head;
  auto decision = decide(province.views().world, {{Aggregate::kAssignment, id}, body}, context);
  if (!decision) throw std::runtime_error(decision.error().detail.en);
  for (NewEvent& event : decision.value().events)
    province.record(event.subject.text(), std::move(event.event), Province::unit(unit));
}

// `before`: what happens before each, not timed.
template <class F, class Before>
double median_us(std::uint64_t rounds, F&& f, Before&& before) {
  Latencies latencies;
  for (std::uint64_t i = 0; i < rounds; ++i) {
    before(i);
    const auto begin = Clock::now();
    f(i);
    latencies.add(Clock::now() - begin);
  }
  return latencies.at(0.5);
}

template <class F>
double median_us(std::uint64_t rounds, F&& f) {
  return median_us(rounds, std::forward<F>(f), [](std::uint64_t) {});
}

void run(const Options& options) {
  const Size size{options.number("tasks", 500), options.number("fanned", 30), options.number("units", 300)};
  const std::uint64_t rounds = options.number("rounds", 20);
  Province province(size);
  std::size_t bytes = 0;
  const double list = median_us(rounds, [&](auto) { bytes = read(province.views(), Aggregate::kTask); });
  const double agencies = median_us(rounds, [&](auto) { read(province.views(), Aggregate::kAgency); });
  const auto report_once = [&](std::uint64_t i) { carry_out(province, i % size.fanned, i % size.units); };
  const double commit = median_us(10 * rounds, report_once);
  const double list_after = median_us(
      rounds, [&](auto) { read(province.views(), Aggregate::kTask); }, report_once);
  const double agencies_after = median_us(
      rounds, [&](auto) { read(province.views(), Aggregate::kAgency); }, report_once);
  print_result({{"tasks_bytes", static_cast<double>(bytes)},
                {"tasks_us", list},
                {"agencies_us", agencies},
                {"tasks_after_report_us", list_after},
                {"agencies_after_report_us", agencies_after},
                {"commit_us", commit}});
}

}  // namespace
}  // namespace luuvet::bench

int main(int count, char** words) {
  try {
    luuvet::bench::run(luuvet::bench::Options(count, words));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_units: %s\n", error.what());
    return 1;
  }
  return 0;
}
