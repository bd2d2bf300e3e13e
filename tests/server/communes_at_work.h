// A hundred and fifty communes and one indicator of which each submits a fraction every quarter, all at once: who
// enters, approves, verifies and returns on which day, over connections of their own, and the test's own books of it.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>

#include "tests/server/figure_books.h"
#include "tests/server/running_server.h"
#include "tests/support/test_clock.h"

namespace luuvet::test {

inline constexpr std::size_t kCommunes = 150;
inline constexpr std::size_t kDays = 3;
inline constexpr std::int64_t kOf = 10;  // every denominator
inline constexpr const char* kIndicator = "bcd26.i.1";
inline constexpr const char* kQueue = "/api/v1/submission-queue?period=2026-q1&limit=1000&agency=";

// Somebody of an agency, with a connection. One thread.
struct Person {
  Person(std::uint16_t port, const std::string& of, const std::string& role);

  // A command on the commune's figure; `seen`: 0 for nothing.
  HttpReply act(std::size_t commune, const std::string& command, const std::string& body, Sequence seen);
  Json read(std::size_t commune);

  HttpClient client;
  HttpHeaders headers;
};

// On the first day most communes enter, and some are returned; on the second these correct, and the late ones enter,
// two officers of each on one figure; on the third verified figures are restated. Two agencies verify all the while.
class CommunesAtWork : public ::testing::Test {
 protected:
  // The server's clock says 09:00 of 1 April 2026.
  CommunesAtWork();

  void define();  // the indicator: quarterly, a rate, of these communes, tracked by so-khcn
  // Everybody's work of a day; `meanwhile` runs on a thread of its own until `over`.
  template <class F>
  void work_of(std::size_t day, F meanwhile);

  TempDir folder_;
  TestClock clock_;
  ServerProcess server_;
  FigureBooks books_{kCommunes};

 private:
  void act(Person& person, std::size_t commune, const std::string& command, const std::string& body, KeptFigure after,
           std::initializer_list<const char*> events);
  void enter(Person& officer, std::size_t commune, std::int64_t numerator);
  void approve(Person& head, std::size_t commune);

  void work(std::size_t day, std::size_t commune, Person& officer, Person& head);
  void first_day(std::size_t commune, Person& officer, Person& head);
  void second_day(std::size_t commune, Person& officer, Person& head);
  void third_day(std::size_t commune, Person& head);
  void meet(std::size_t commune, Person& officer);
  int add(std::size_t commune, Person& officer, std::int64_t more, KeptFigure seen);

  bool decide(Person& verifier, simdjson::dom::element row);
  void go_through_queue(const std::string& of, const std::string& role, bool backwards, std::size_t decisions);
  void everybody_works(std::size_t day);

  std::atomic<std::size_t> decided_ = 0;  // on the day, by who verifies
};

template <class F>
void CommunesAtWork::work_of(std::size_t day, F meanwhile) {
  std::atomic<bool> over = false;
  std::thread beside([&] { meanwhile(over); });
  everybody_works(day);
  over = true;
  beside.join();
}

}  // namespace luuvet::test
