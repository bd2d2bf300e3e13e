// The two logs that the engine runs on, behind one fixture.
#pragma once

#include <gtest/gtest.h>

#include <memory>

#include "server/log/memory_event_log.h"
#include "server/log/rocks_event_log.h"
#include "tests/support/temp_dir.h"

namespace luuvet::test {

enum class LogKind { kMemory, kRocks };

class OnEveryLog : public ::testing::TestWithParam<LogKind> {
 protected:
  OnEveryLog() { log_ = fresh("log"); }

  std::unique_ptr<server::EventLog> fresh(const char* name) {
    if (GetParam() == LogKind::kMemory) return std::make_unique<server::MemoryEventLog>();
    return std::make_unique<server::RocksEventLog>(folder_.path() / name);
  }
  // As after a restart; what is in memory stays.
  void reopen() {
    if (GetParam() == LogKind::kMemory) return;
    log_.reset();
    log_ = fresh("log");
  }

  TempDir folder_;
  std::unique_ptr<server::EventLog> log_;
};

inline std::string name_of(const ::testing::TestParamInfo<LogKind>& info) {
  return info.param == LogKind::kMemory ? "Memory" : "Rocks";
}

#define LUUVET_ON_EVERY_LOG(Suite) \
  INSTANTIATE_TEST_SUITE_P(Logs, Suite, ::testing::Values(LogKind::kMemory, LogKind::kRocks), name_of)

}  // namespace luuvet::test
