// PostgreSQL as a peer of the live feed: a paced writer inserts rows and notifies, a listener fetches what is new.
//   bench_pg_push --connection "host=... port=..." [--seconds 3] [--rate 200]
// The time runs from before the insert until the listener has the row.
#include <libpq-fe.h>
#include <poll.h>

#include <atomic>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/bench/measure.h"

namespace luuvet::bench {
namespace {

struct Finish {
  void operator()(PGconn* connection) const { PQfinish(connection); }
  void operator()(PGresult* result) const { PQclear(result); }
};
using Database = std::unique_ptr<PGconn, Finish>;
using Rows = std::unique_ptr<PGresult, Finish>;

Database connect(const std::string& parameters) {
  Database database(PQconnectdb(parameters.c_str()));
  if (PQstatus(database.get()) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(database.get()));
  return database;
}

Rows run(PGconn* database, const char* statement, const std::vector<const char*>& values = {}) {
  Rows rows(
      PQexecParams(database, statement, static_cast<int>(values.size()), nullptr, values.data(), nullptr, nullptr, 0));
  const auto status = PQresultStatus(rows.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw std::runtime_error(PQerrorMessage(database));
  return rows;
}

void wait_for_notice(PGconn* database) {
  for (;;) {
    pollfd readable{.fd = PQsocket(database), .events = POLLIN, .revents = 0};
    if (poll(&readable, 1, 5000) <= 0) throw std::runtime_error("no notice");
    PQconsumeInput(database);
    bool any = false;
    while (PGnotify* notice = PQnotifies(database)) {
      any = true;
      PQfreemem(notice);
    }
    if (any) return;
  }
}

// When each row came.
std::vector<Clock::time_point> listen(const std::string& parameters, std::size_t count, std::atomic<bool>& listening) {
  const Database database = connect(parameters);
  run(database.get(), "LISTEN bench");
  listening = true;
  std::vector<Clock::time_point> times(count);
  for (std::size_t got = 0; got < count;) {
    wait_for_notice(database.get());
    const std::string after = std::to_string(got);
    const Rows rows = run(database.get(), "SELECT number, data FROM bench_push WHERE number > $1::int ORDER BY number",
                          {after.c_str()});
    const auto now = Clock::now();
    for (int row = 0; row < PQntuples(rows.get()); ++row)
      times.at(std::strtoul(PQgetvalue(rows.get(), row, 0), nullptr, 10) - 1) = now;
    got += static_cast<std::size_t>(PQntuples(rows.get()));
  }
  return times;
}

std::vector<Clock::time_point> insert(PGconn* database, std::size_t count, double rate) {
  const std::string data = R"({"note":")" + std::string(360, 'n') + R"("})";
  std::vector<Clock::time_point> times(count);
  const auto begin = Clock::now();
  for (std::size_t i = 0; i < count; ++i) {
    std::this_thread::sleep_until(begin +
                                  std::chrono::duration_cast<Clock::duration>(Seconds(static_cast<double>(i) / rate)));
    const std::string number = std::to_string(i + 1);
    times[i] = Clock::now();
    run(database, "WITH row AS (INSERT INTO bench_push VALUES ($1::int, $2::jsonb)) SELECT pg_notify('bench', '')",
        {number.c_str(), data.c_str()});
  }
  return times;
}

void measure(const std::string& parameters, Seconds span, double rate) {
  const auto count = static_cast<std::size_t>(span.count() * rate);
  const Database database = connect(parameters);
  run(database.get(), "DROP TABLE IF EXISTS bench_push");
  run(database.get(), "CREATE TABLE bench_push (number int PRIMARY KEY, data jsonb NOT NULL)");
  std::atomic<bool> listening = false;
  std::vector<Clock::time_point> received;
  std::thread listener([&] { received = listen(parameters, count, listening); });
  while (!listening) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  const std::vector<Clock::time_point> sent = insert(database.get(), count, rate);
  listener.join();
  Latencies latencies;
  for (std::size_t i = 0; i < count; ++i) latencies.add(received[i] - sent[i]);
  print_rate(static_cast<double>(count), span.count(), latencies);
}

}  // namespace
}  // namespace luuvet::bench

int main(int count, char** words) {
  using namespace luuvet::bench;
  const Options options(count, words);
  measure(options.text("connection"), options.seconds(3), static_cast<double>(options.number("rate", 200)));
}
