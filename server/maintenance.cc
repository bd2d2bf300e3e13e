#include "server/maintenance.h"

#include <algorithm>
#include <cstdio>
#include <vector>

#include "server/app/identity.h"
#include "server/app/identity_of_request.h"
#include "server/identity/accounts.h"
#include "server/log/check.h"
#include "server/log/erase.h"
#include "server/log/sealed.h"
#include "server/serve.h"

namespace luuvet::server {
namespace {

std::string hex(const Hash& hash) {
  std::string text;
  char two[3];
  for (const auto byte : hash) {
    std::snprintf(two, sizeof two, "%02x", static_cast<unsigned>(byte));
    text += two;
  }
  return text;
}

// Every erased record must be named by an event that says so.
std::optional<std::string> unexplained_erasure(const CommandLine& line, const std::vector<Sequence>& erased) {
  if (erased.empty()) return std::nullopt;
  const RocksEventLog log(line.folders.data / "log", LogStoreOptions{LogStoreOptions::Access::kReadOnly, {}, nullptr});
  std::vector<Sequence> explained;
  api::RecordDecoder decoder;
  scan(log, 0, log.head(), [&](Sequence, std::string_view bytes) {
    if (bytes.find("vn.luuvet.log.record-erased.v") == std::string_view::npos) return true;
    const auto record = decoder.decode(bytes);
    if (record)
      if (const auto* event = std::get_if<RecordErased>(&record.value().recorded.event))
        explained.push_back(event->sequence);
    return true;
  });
  for (const Sequence sequence : erased)
    if (std::find(explained.begin(), explained.end(), sequence) == explained.end())
      return "the open part of record " + std::to_string(sequence) + " is gone, and no event says that it was erased";
  return std::nullopt;
}

}  // namespace

int import_seeds_folder(const CommandLine& line) {
  Instance instance(
      line.folders, line.instance, line.missing_guard, [](BatchResult&&) {}, end_on_failure);
  return import_folder(instance.engine(), *line.seeds) ? 0 : 1;
}

int check(const CommandLine& line) {
  const auto guard = read_guard(guard_file(line.folders.state));
  std::vector<KnownRoot> roots;
  if (guard) roots.push_back({guard->sequence, guard->root, "the guard"});
  CheckReport report = check_log(line.folders.data / "log", roots);
  if (!report.wrong && !guard) report.wrong = "there is no guard in " + line.folders.state.string();
  if (!report.wrong) report.wrong = unexplained_erasure(line, report.erased);
  if (report.wrong) {
    std::fprintf(stderr, "luuvet check: %s\n", report.wrong->c_str());
    return 1;
  }
  std::printf(
      "luuvet check: %llu records, %llu subjects, %llu commands, %llu tiles, %zu erased; root %s: all is right\n",
      static_cast<unsigned long long>(report.records), static_cast<unsigned long long>(report.subjects),
      static_cast<unsigned long long>(report.commands), static_cast<unsigned long long>(report.tiles),
      report.erased.size(), hex(report.root).c_str());
  return 0;
}

// First the event that says so, then the erasing itself: a crash in between leaves a record that is still to be erased,
// and doing it again finishes the work.
int erase(const CommandLine& line) {
  Instance instance(
      line.folders, line.instance, line.missing_guard, [](BatchResult&&) {}, end_on_failure);
  if (const auto record = instance.log().read(line.sequence); record && !sealed_of(*record)) {
    std::fprintf(stderr, "luuvet erase: record %llu has nothing protected\n",
                 static_cast<unsigned long long>(line.sequence));
    return 1;
  }
  DocumentRef document;
  document.id = DocumentId{line.document};
  std::vector<Job> jobs;
  jobs.push_back(system_job(NoteErasure{line.sequence, document, line.reason}, system_now()));
  const BatchResult result = instance.engine().run(std::move(jobs));
  if (const auto* rejection = std::get_if<Rejection>(&result.finished.front().outcome)) {
    std::fprintf(stderr, "luuvet erase: %s\n", rejection->detail.en.c_str());
    return 1;
  }
  erase_open(instance.rocks().store(), line.sequence);
  std::printf("luuvet erase: the protected part of record %llu is gone; the proofs stay valid\n",
              static_cast<unsigned long long>(line.sequence));
  return 0;
}

// The account is made once; until somebody has set a password, each call makes a new link for it.
int first_administrator(const CommandLine& line) {
  require_no_demo(line.folders.data);
  Instance instance(
      line.folders, line.instance, line.missing_guard, [](BatchResult&&) {}, end_on_failure);
  const Instant now = system_now();
  IdentityStore store(line.folders.data / "identity", Access::kWrite);
  const auto link = invite_first_administrator(store, ActorId{new_ulid(now)}, now);
  if (!link) {
    std::fputs("luuvet first-administrator: there is an administrator already, who invites others\n", stderr);
    return 1;
  }
  const std::string post = link->account.value + ".administrator";
  RegisterPost administrator;
  administrator.role = Role::kAdministrator;
  administrator.agency = line.agency;
  administrator.title = "Quản trị hệ thống";
  std::vector<Job> jobs;
  if (!instance.engine().views()->world.accounts.find(link->account.value)) {
    jobs.push_back(system_job(OpenAccount{"administrator", "Quản trị hệ thống", {}, AccountKind::kPerson}, now));
    jobs.back().command.target = {Aggregate::kAccount, ""};
    jobs.back().context.new_id = link->account.value;
    jobs.push_back(system_job(std::move(administrator), now));
    jobs.back().command.target = {Aggregate::kPost, ""};
    jobs.back().context.new_id = post;
    jobs.push_back(system_job(FillPost{AccountId{link->account.value}, vietnam_date(now), {}, {}, {}}, now));
    jobs.back().command.target = {Aggregate::kPost, post};
    const BatchResult result = instance.engine().run(std::move(jobs));
    for (const Finished& finished : result.finished)
      if (const auto* rejection = std::get_if<Rejection>(&finished.outcome)) {
        std::fprintf(stderr, "luuvet first-administrator: %s\n", rejection->detail.en.c_str());
        return 1;
      }
  }
  std::printf("http://localhost:%u/invitation/%s\n", unsigned{line.port}, link->secret.c_str());
  return 0;
}

}  // namespace luuvet::server
