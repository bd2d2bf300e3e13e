#include "tests/server/communes_at_work.h"

#include <algorithm>
#include <barrier>
#include <fstream>
#include <thread>

#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr auto kDecidedWithin = 50s;
constexpr auto kBegin = std::chrono::sys_days(std::chrono::April / 1 / 2026) + 2h;

std::string agency(std::size_t commune) {
  return "xa-so-" + std::to_string(commune);
}
std::size_t commune_of(std::string_view id) {
  return std::stoul(std::string(id.substr(id.rfind('-') + 1)));
}

fs::path seeds_with_communes(const fs::path& folder) {
  fs::copy(seeds_folder(), folder, fs::copy_options::recursive);
  std::ofstream agencies(folder / "agencies.jsonl", std::ios::app);
  for (std::size_t i = 0; i < kCommunes; ++i)
    agencies << R"({"id":")" << agency(i) << R"(","name":"UBND xã số )" << i
             << R"(","aliases":[],"kind":"commune","province":"lao-cai"})" << '\n';
  return folder;
}

// --- who does what ---

bool is_late(std::size_t commune) {
  return commune % 4 == 3;
}
// Its first figure is returned by who verifies.
bool is_wrong(std::size_t commune) {
  return !is_late(commune) && commune % 5 == 0;
}
// Its first figure is returned by its head.
bool is_doubted(std::size_t commune) {
  return !is_late(commune) && commune % 9 == 4;
}
bool is_restated(std::size_t commune) {
  return commune % 7 == 0;
}
// Nobody decides on its restatement.
bool is_left(std::size_t commune) {
  return commune / 7 % 3 == 0;
}
// Its restatement is returned.
bool is_refused(std::size_t commune) {
  return commune / 7 % 3 == 2;
}
std::int64_t right(std::size_t commune) {
  return static_cast<std::int64_t>(commune % 7);
}

// How often who verifies decides on the day.
std::size_t decisions_of(std::size_t day) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < kCommunes; ++i)
    count += day == 0 ? !is_late(i) : day == 1 ? is_late(i) || is_wrong(i) : is_restated(i) && !is_left(i);
  return count;
}

// --- bodies ---

const std::string kActual = R"({"kind":"actual"})";

std::string fraction(std::int64_t numerator, const std::string& more = {}) {
  return R"({"kind":"actual","numerator":)" + std::to_string(numerator) + R"(,"denominator":)" + std::to_string(kOf) +
         more + "}";
}
std::string because(const std::string& reason) {
  return R"({"kind":"actual","reason":)" + json_string(reason) + "}";
}
std::string path(std::size_t commune) {
  return std::string("/api/v1/submissions/") + kIndicator + "." + agency(commune) + ".2026-q1";
}

}  // namespace

Person::Person(std::uint16_t port, const std::string& of, const std::string& role)
    : client(port), headers{{"Authorization", bearer_of(port, of, role)}, {"Luuvet-Acting-For", of}} {}

HttpReply Person::act(std::size_t commune, const std::string& command, const std::string& body, Sequence seen) {
  HttpHeaders all = headers;
  if (seen) all.emplace_back("Luuvet-Based-On", std::to_string(seen));
  return client.post(path(commune) + "/" + command, body, all);
}

Json Person::read(std::size_t commune) {
  return Json(client.get(path(commune), headers).body);
}

CommunesAtWork::CommunesAtWork()
    : clock_(folder_.path() / "clock", kBegin),
      server_({.data = folder_.path() / "data",
               .state = folder_.path() / "state",
               .seeds = seeds_with_communes(folder_.path() / "seeds"),
               .rate_limits = false,
               .clock = &clock_}) {}

void CommunesAtWork::define() {
  std::string submitters;
  for (std::size_t i = 0; i < kCommunes; ++i) submitters += (i ? ",\"" : "\"") + agency(i) + "\"";
  Person standing(server_.port(), "so-khcn", "standing-agency");
  const std::string indicator = std::string("/api/v1/indicators/") + kIndicator;
  const Json row(standing.client.get(indicator, standing.headers).body);
  standing.headers.emplace_back("Luuvet-Based-On", std::to_string(row["sequence"].get_uint64()));
  const HttpReply reply = standing.client.post(
      indicator + "/define",
      R"({"valid_from":"2026-01-01","document":"lao-cai-bcd-2026","unit":"%","direction":"higher","counting":"at-date",)"
      R"("tier":"required","frequency":"quarter","combine":"rate","tracking_agencies":["so-khcn"],"submitters":[)" +
          submitters + "]}",
      standing.headers);
  ASSERT_EQ(reply.status, 200) << reply.body;
}

// --- an agency ---

// A command that must be carried out, on the figure as the books have it.
void CommunesAtWork::act(Person& person, std::size_t commune, const std::string& command, const std::string& body,
                         KeptFigure after, std::initializer_list<const char*> events) {
  const HttpReply reply = person.act(commune, command, body, books_.figure(commune).sequence);
  EXPECT_EQ(reply.status, 200) << command << " of " << commune << ": " << reply.body;
  if (reply.status != 200) return;
  after.sequence = sequence_of(reply);
  books_.keep(commune, after, events);
}

void CommunesAtWork::enter(Person& officer, std::size_t commune, std::int64_t numerator) {
  act(officer, commune, "enter", fraction(numerator, R"(,"submit":true)"), {Standing::kSubmitted, numerator},
      {"entered", "submitted"});
}

void CommunesAtWork::approve(Person& head, std::size_t commune) {
  act(head, commune, "approve", kActual, {Standing::kApproved, books_.figure(commune).numerator}, {"approved"});
}

void CommunesAtWork::first_day(std::size_t commune, Person& officer, Person& head) {
  if (is_late(commune)) return;
  if (is_doubted(commune)) {
    enter(officer, commune, 9);
    act(head, commune, "return-draft", because("Xem lại tử số"), {Standing::kReturned, 9}, {"draft-returned"});
  }
  enter(officer, commune, is_wrong(commune) ? kOf : right(commune));
  approve(head, commune);
}

// Adds what this officer counted to what stood there when both looked; who comes second is refused, looks again, and
// adds it to what stands then. How often that was so.
int CommunesAtWork::add(std::size_t commune, Person& officer, std::int64_t more, KeptFigure seen) {
  for (int refused = 0;; ++refused) {
    const std::int64_t sum = seen.numerator + more;
    const HttpReply reply = officer.act(commune, "enter", fraction(sum), seen.sequence);
    if (reply.status == 200) {
      books_.keep(commune, {Standing::kDraft, sum, sequence_of(reply)}, {"entered"});
      return refused;
    }
    EXPECT_EQ(reply.status, 412) << reply.body;
    if (reply.status != 412 || refused == 2) return refused;
    const Json now = officer.read(commune);
    seen.numerator = now["figures"].at(0)["numerator"].get_int64();
    seen.sequence = now["sequence"].get_uint64();
  }
}

// Two officers on one figure: one of them is refused, and both sums are in it.
void CommunesAtWork::meet(std::size_t commune, Person& officer) {
  const std::int64_t sum = right(commune) + 3;
  act(officer, commune, "enter", fraction(right(commune)), {Standing::kDraft, right(commune)}, {"entered"});
  const KeptFigure seen = books_.figure(commune);
  Person colleague(server_.port(), agency(commune), "officer");
  std::barrier both(2);
  int refused = 0;
  std::thread beside([&] {
    both.arrive_and_wait();
    refused = add(commune, colleague, 2, seen);
  });
  both.arrive_and_wait();
  const int refused_too = add(commune, officer, 1, seen);
  beside.join();
  EXPECT_EQ(refused + refused_too, 1) << commune;
  EXPECT_EQ(books_.figure(commune).numerator, sum) << commune;
  act(officer, commune, "submit", kActual, {Standing::kSubmitted, sum}, {"submitted"});
}

void CommunesAtWork::second_day(std::size_t commune, Person& officer, Person& head) {
  if (!is_late(commune) && !is_wrong(commune)) return;
  if (is_late(commune))
    meet(commune, officer);
  else
    enter(officer, commune, right(commune));
  approve(head, commune);
}

void CommunesAtWork::third_day(std::size_t commune, Person& head) {
  if (!is_restated(commune)) return;
  const std::int64_t numerator = books_.figure(commune).numerator + 1;
  act(head, commune, "restate", fraction(numerator, R"(,"reason":"Sót một thôn")"), {Standing::kApproved, numerator},
      {"restated"});
}

void CommunesAtWork::work(std::size_t day, std::size_t commune, Person& officer, Person& head) {
  if (day == 0) first_day(commune, officer, head);
  if (day == 1) second_day(commune, officer, head);
  if (day == 2) third_day(commune, head);
}

// --- who verifies ---

// Whether it decided; another may have done so before, or nobody is to.
bool CommunesAtWork::decide(Person& verifier, simdjson::dom::element row) {
  const std::size_t commune = commune_of(row["agency"].get_string().value());
  const auto figure = row["figures"].at(0);
  const bool restated = figure["restatements"].get_array().value().size() != 0;
  if (restated && is_left(commune)) return false;
  const std::int64_t numerator = figure["numerator"].get_int64();
  const bool refuse = restated ? is_refused(commune) : numerator == kOf;
  const HttpReply reply = verifier.act(commune, refuse ? "return" : "verify", refuse ? because("Sai tử số") : kActual,
                                       row["sequence"].get_uint64());
  if (reply.status == 412) return false;
  EXPECT_EQ(reply.status, 200) << reply.body;
  if (reply.status != 200) return false;
  const KeptFigure after{refuse && !restated ? Standing::kReturned : Standing::kVerified,
                         refuse && restated ? numerator - 1 : numerator, sequence_of(reply)};
  books_.keep(commune, after, {refuse ? "returned" : "verified"});
  return true;
}

// Until all of the day is decided.
void CommunesAtWork::go_through_queue(const std::string& of, const std::string& role, bool backwards,
                                      std::size_t decisions) {
  Person verifier(server_.port(), of, role);
  const auto until = std::chrono::steady_clock::now() + kDecidedWithin;
  while (decided_ < decisions && std::chrono::steady_clock::now() < until) {
    const Json queue(verifier.client.get(kQueue + of, verifier.headers).body);
    std::vector<simdjson::dom::element> rows;
    for (const auto row : queue["items"].get_array()) rows.push_back(row);
    if (backwards) std::reverse(rows.begin(), rows.end());
    for (const auto row : rows) decided_ += decide(verifier, row) ? 1 : 0;
    std::this_thread::sleep_for(5ms);
  }
  EXPECT_EQ(decided_, decisions) << of;
}

void CommunesAtWork::everybody_works(std::size_t day) {
  const std::size_t decisions = decisions_of(day);
  decided_ = 0;
  std::barrier together(kCommunes);
  std::vector<std::thread> people;
  for (std::size_t i = 0; i < kCommunes; ++i)
    people.emplace_back([&, i] {
      Person officer(server_.port(), agency(i), "officer"), head(server_.port(), agency(i), "head");
      together.arrive_and_wait();
      work(day, i, officer, head);
    });
  people.emplace_back([&] { go_through_queue("so-khcn", "head", false, decisions); });
  people.emplace_back([&] { go_through_queue("thong-ke-tinh", "statistics", true, decisions); });
  for (std::thread& person : people) person.join();
}

}  // namespace luuvet::test
